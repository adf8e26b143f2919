package dev.roster.calcite.ledger;

import dev.roster.bindings.Field;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.procedure.WriteAccess;
import dev.roster.calcite.table.Column;
import dev.roster.ledger.Entry;
import dev.roster.ledger.Ledger;
import dev.roster.ledger.LedgerException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What {@code roster.resume} and {@code roster.resolve} tell of entries, and how they get them. */
final class EntryRows {

  /**
   * A row.
   *
   * @param notSent why it could not be sent from here; null if it could, or need not
   */
  record Row(Entry entry, @Nullable String notSent) {}

  static final List<Column<Row>> COLUMNS =
      Column.of(
          List.of(
              Field.text("request_key", "The statement.", row -> row.entry().requestKey()),
              Field.text("item_key", "The thing in its statement.", row -> row.entry().itemKey()),
              Field.text("procedure", "What does it.", row -> row.entry().procedure()),
              Field.<Row>text(
                      "account", "The account it is done by or to.", row -> row.entry().account())
                  .orNull(),
              Field.<Row>text(
                      "target",
                      "What it is done to beside the account.",
                      row -> row.entry().target())
                  .orNull(),
              Field.text(
                  "state",
                  "PLANNED, SENT, CONFIRMED, FAILED or UNKNOWN, as roster.ledger has it.",
                  row -> row.entry().state().name()),
              Field.<Row>text(
                      "error",
                      "Why it failed, is not known, or could not be sent; NULL otherwise.",
                      row -> row.notSent() == null ? row.entry().error() : row.notSent())
                  .orNull()));

  private EntryRows() {}

  /**
   * Asks the ledger.
   *
   * @throws SqlStateException 0A000 where it is switched off, 08001 if it does not work, 22023 if
   *     what is asked is none
   */
  static <T> T from(String where, WriteAccess access, Function<Ledger, T> question) {
    if (access.ledger().off()) {
      throw new SqlStateException(
          SqlState.NOT_SUPPORTED,
          where + ": nothing is recorded with ledger=none. Connect with a ledger.");
    }
    try {
      return question.apply(access.ledger(where));
    } catch (LedgerException broken) {
      throw new SqlStateException(
          SqlState.NOT_CONNECTED, where + ": " + broken.getMessage(), 0, broken);
    } catch (IllegalArgumentException refused) {
      throw new SqlStateException(
          SqlState.INVALID_ARGUMENT, where + ": " + refused.getMessage(), 0, refused);
    }
  }

  /** Returns the entries of a statement; 02000 if there are none. */
  static List<Entry> statement(String where, String requestKey, WriteAccess access) {
    List<Entry> entries = from(where, access, ledger -> ledger.statement(requestKey));
    if (entries.isEmpty()) {
      throw new SqlStateException(
          SqlState.NO_DATA,
          where
              + ": no write is recorded as request_key '"
              + requestKey
              + "'. SELECT request_key FROM roster.ledger shows those that are.");
    }
    return entries;
  }
}
