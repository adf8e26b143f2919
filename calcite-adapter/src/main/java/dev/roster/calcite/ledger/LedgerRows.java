package dev.roster.calcite.ledger;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.ledger.Entry;
import dev.roster.ledger.LedgerAccess;
import dev.roster.ledger.LedgerException;
import dev.roster.ledger.Selection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** Entries of the ledger for a table: a page at a time, as its rows are asked for. */
public final class LedgerRows implements Iterable<Entry> {

  private final String table;
  private final LedgerAccess access;
  private final Selection selection;

  private LedgerRows(String table, LedgerAccess access, Selection selection) {
    this.table = table;
    this.access = access;
    this.selection = selection;
  }

  /**
   * Returns the entries that match, oldest first. Their iterator opens the ledger; it throws {@link
   * SqlStateException} 08001 if that fails, or reading does.
   *
   * @param table schema and name, for messages
   * @throws SqlStateException 0A000 with {@code ledger=none}: there is nothing to read, which is
   *     not the same as nothing having been done
   */
  public static Iterable<Entry> of(String table, LedgerAccess access, Selection selection) {
    if (access.off()) {
      throw new SqlStateException(
          SqlState.NOT_SUPPORTED,
          table
              + ": writes are not recorded (ledger=none). Set the property ledger to a directory or"
              + " a JDBC URL to have them recorded from then on.");
    }
    return new LedgerRows(table, access, selection);
  }

  @Override
  public Iterator<Entry> iterator() {
    Iterator<Entry> entries = read(() -> access.get().entries(selection).iterator());
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return read(entries::hasNext);
      }

      @Override
      public Entry next() {
        if (!hasNext()) {
          throw new NoSuchElementException(table);
        }
        return read(entries::next);
      }
    };
  }

  private <T> T read(Supplier<T> step) {
    try {
      return step.get();
    } catch (LedgerException broken) {
      throw new SqlStateException(
          SqlState.NOT_CONNECTED, table + ": " + broken.getMessage(), 0, broken);
    }
  }
}
