package dev.roster.calcite.connectsafely;

import com.google.common.collect.Iterables;
import com.squareup.moshi.JsonDataException;
import dev.roster.bindings.Field;
import dev.roster.bindings.json.Adapters;
import dev.roster.calcite.ledger.LedgerRows;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.Column;
import dev.roster.calcite.table.TableWrite;
import dev.roster.connectsafely.model.FollowInvitationResult;
import dev.roster.connectsafely.model.FollowInvitationsResult;
import dev.roster.ledger.Entry;
import dev.roster.ledger.LedgerAccess;
import dev.roster.ledger.Selection;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code follow_invitations}: one row an attempt to invite a person, as the ledger has
 * it; oldest first. A person whose invitation failed may have several rows, of which the last
 * counts.
 *
 * <p>ConnectSafely tells nobody whom it has invited, so these are the invitations that went through
 * Roster, to the base URL of the connection. Reading them calls nobody. An INSERT invites, as the
 * procedure {@code send_follow_invitations} does.
 *
 * <p>Errors: 0A000 with {@code ledger=none}, 08001 if the ledger cannot be opened or read.
 */
final class FollowInvitationsTable {

  static final String NAME = "follow_invitations";

  private static final String TABLE = "connectsafely." + NAME;

  private static final List<Field<Entry>> FIELDS =
      List.of(
          of(FollowInvitationsResult.FIELDS, "companyId", entry -> target(entry)[0]),
          of(FollowInvitationResult.FIELDS, "profileUrn", entry -> target(entry)[1]),
          of(FollowInvitationsResult.FIELDS, "accountId", Entry::account).orNull(),
          Field.text(
              "state",
              "What became of it: PLANNED (not sent), SENT (being sent), CONFIRMED (the person is"
                  + " invited), FAILED (surely not; may be sent again) or UNKNOWN (nobody can say;"
                  + " roster.resolve settles it).",
              entry -> entry.state().name()),
          of(FollowInvitationResult.FIELDS, "status", entry -> answered(entry, "status")).orNull(),
          Field.<Entry>text(
                  "error",
                  "Why it failed, or why nobody knows what became of it; else NULL.",
                  FollowInvitationsTable::error)
              .orNull(),
          Field.text(
              "request_key",
              "The key of the statement that wanted it, as in roster.ledger.",
              Entry::requestKey),
          Field.text("item_key", "The key of the invitation in its statement.", Entry::itemKey),
          Field.integer(
              "attempt",
              "Which attempt with these keys it is, from 1.",
              entry -> (long) entry.attempt()),
          Field.instant("planned_at", "When it was recorded.", Entry::plannedAt),
          time("sent_at", "When it was about to be sent; NULL if it was not.", Entry::sentAt),
          time(
              "settled_at",
              "When its outcome was recorded; NULL if there is none yet.",
              Entry::settledAt));

  private FollowInvitationsTable() {}

  /**
   * Returns the table.
   *
   * @param baseUrl the base URL of the connection's ConnectSafely, as the ledger has it
   * @param insert what INSERT does
   */
  static ApiTable<Entry> table(LedgerAccess access, String baseUrl, TableWrite insert) {
    return ApiTable.<Entry>named(
            NAME,
            "The invitations to follow a company page that Roster sent or was to send: one row an"
                + " attempt to invite a person, oldest first. From the ledger; ConnectSafely itself"
                + " tells nobody whom it has invited.")
        .columns(Column.of(FIELDS))
        // The ledger itself has no two entries with the same.
        .primaryKey("request_key", "item_key", "attempt")
        .allRows(
            calls ->
                CompletableFuture.completedFuture(
                    Iterables.filter(
                        LedgerRows.of(TABLE, access, invitations()),
                        entry -> entry.baseUrl().equals(baseUrl))))
        .inserts(List.of("company_id", "profile_urn"), insert)
        .build();
  }

  private static Selection invitations() {
    return new Selection(null, "connectsafely." + InvitationWrite.NAME);
  }

  // Company and person; an id of a company has no blank.
  private static String[] target(Entry entry) {
    String target = entry.target() == null ? "" : entry.target();
    int blank = target.indexOf(' ');
    return blank < 0
        ? new String[] {target, ""}
        : new String[] {target.substring(0, blank), target.substring(blank + 1)};
  }

  private static @Nullable String error(Entry entry) {
    return entry.error() == null ? answered(entry, "error") : entry.error();
  }

  private static @Nullable String answered(Entry entry, String name) {
    if (entry.answer() == null) {
      return null;
    }
    try {
      return Adapters.ANY.fromJson(entry.answer()) instanceof Map<?, ?> answer
              && answer.get(name) instanceof String text
          ? text
          : null;
    } catch (IOException | JsonDataException unreadable) {
      // Somebody else wrote it; roster.ledger shows it as it is.
      return null;
    }
  }

  private static <M> Field<Entry> of(
      List<Field<M>> fields, String name, Function<Entry, @Nullable String> value) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow()
        .readFrom(value);
  }

  private static Field<Entry> time(
      String name, String remarks, Function<Entry, @Nullable Instant> value) {
    return Field.<Entry>instant(name, remarks, value).orNull();
  }
}
