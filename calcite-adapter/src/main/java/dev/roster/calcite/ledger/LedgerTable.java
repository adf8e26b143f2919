package dev.roster.calcite.ledger;

import dev.roster.bindings.Field;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.Column;
import dev.roster.ledger.Entry;
import dev.roster.ledger.LedgerAccess;
import dev.roster.ledger.Selection;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code roster.ledger}: one row a thing that a statement wanted done, whoever recorded
 * it; oldest first.
 *
 * <p>Reading it calls no provider. The ledger is opened by the first read; it is read a page at a
 * time, whole, whatever the filter.
 *
 * <p>Errors: 0A000 with {@code ledger=none}, 08001 if the ledger cannot be opened or read.
 */
public final class LedgerTable {

  private static final String NAME = "ledger";

  private static final List<Field<Entry>> FIELDS =
      List.of(
          Field.integer(
              "id", "Its number in the ledger; later entries have greater ones.", Entry::id),
          Field.text(
              "request_key",
              "The key of the statement that made it: given as request_key, or made up.",
              Entry::requestKey),
          Field.text("item_key", "The key of the thing in its statement.", Entry::itemKey),
          Field.integer(
              "attempt",
              "Which entry with these two keys it is, from 1: a thing that failed may be tried"
                  + " again as a new entry.",
              entry -> (long) entry.attempt()),
          Field.text(
              "procedure_name",
              "What does it, with its schema; also where UPDATE, DELETE or INSERT asked for it.",
              Entry::procedure),
          Field.text("base_url", "Where its provider is.", Entry::baseUrl),
          text(
              "account",
              "The account it is done by or to; NULL if there is none, or it was left out and no"
                  + " answer has named it yet.",
              Entry::account),
          text(
              "target",
              "What it is done to beside the account, such as company and person; NULL if nothing.",
              Entry::target),
          Field.text(
              "hash",
              "SHA-256 over procedure, base URL, account and arguments: equal things have it"
                  + " equal.",
              Entry::hash),
          text(
              "arguments",
              "The arguments as a JSON object; NULL where they are a secret or a file, which is not"
                  + " kept.",
              Entry::arguments),
          Field.text(
              "state",
              "PLANNED (not sent), SENT (being sent), CONFIRMED (done), FAILED (surely not done) or"
                  + " UNKNOWN (nobody can say; roster.resolve settles it).",
              entry -> entry.state().name()),
          text(
              "answer",
              "What the provider said, as JSON without secrets; else NULL.",
              Entry::answer),
          Field.bool(
              "secret_left_out",
              "Whether the answer held a secret, which is not kept.",
              Entry::secretLeftOut),
          text("error", "Why it failed, or why its outcome is not known; else NULL.", Entry::error),
          text("sqlstate", "The SQLSTATE of that error; NULL if there is none.", Entry::sqlState),
          Field.<Entry>integer(
                  "http_status",
                  "The HTTP status of the answer; NULL if there was none.",
                  entry -> entry.httpStatus() == 0 ? null : (Long) (long) entry.httpStatus())
              .orNull(),
          text("sender", "The process that sent it, or was to; NULL if none did.", Entry::sender),
          Field.bool(
              "resolved",
              "Whether a person decided its outcome by roster.resolve.",
              Entry::resolved),
          Field.instant("planned_at", "When it was recorded.", Entry::plannedAt),
          time(
              "sent_at",
              "When it was marked as SENT, just before its request; NULL if it was not.",
              Entry::sentAt),
          time(
              "settled_at",
              "When its outcome was recorded; NULL if there is none yet.",
              Entry::settledAt));

  private LedgerTable() {}

  /**
   * Returns the table.
   *
   * @param schema the schema that it is in, for messages
   */
  public static ApiTable<?> table(String schema, LedgerAccess access) {
    return ApiTable.<Entry>named(
            NAME,
            "What statements wanted done at the providers, and what became of it: one row a thing,"
                + " such as one person's invitation, oldest first. Recorded before it is sent, kept"
                + " where the property ledger says, without secrets.")
        .columns(Column.of(FIELDS))
        .primaryKey("id")
        .systemTable()
        .allRows(
            calls ->
                CompletableFuture.completedFuture(
                    LedgerRows.of(schema + "." + NAME, access, Selection.ALL)))
        .build();
  }

  private static Field<Entry> text(
      String name, String remarks, Function<Entry, @Nullable String> value) {
    return Field.<Entry>text(name, remarks, value).orNull();
  }

  private static Field<Entry> time(
      String name, String remarks, Function<Entry, @Nullable Instant> value) {
    return Field.<Entry>instant(name, remarks, value).orNull();
  }
}
