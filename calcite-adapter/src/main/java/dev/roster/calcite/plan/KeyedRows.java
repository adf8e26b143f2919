package dev.roster.calcite.plan;

import dev.roster.bindings.ApiException;
import dev.roster.calcite.error.CallFailures;
import dev.roster.calcite.error.ErrorMapping;
import dev.roster.calcite.statement.CallSender;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.ApiTable.NeededKey;
import dev.roster.calcite.table.Column;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a scan, read as they are wanted: one key after the other, in the order of the keys,
 * and no call before the first row of its key is asked for.
 */
final class KeyedRows<M> extends AbstractEnumerable<@Nullable Object[]> {

  private final String table;
  // Of the needed key; -1 if there is none.
  private final int keyColumn;
  private final ApiTable<M> declaration;
  private final DataContext root;
  private final CallSender sender;
  private final boolean reveal;
  private final List<@Nullable String> keys;

  KeyedRows(
      String table,
      ApiTable<M> declaration,
      DataContext root,
      CallSender sender,
      boolean reveal,
      List<@Nullable String> keys) {
    this.table = table;
    NeededKey needed = declaration.neededKey();
    this.keyColumn = needed == null ? -1 : needed.column();
    this.declaration = declaration;
    this.root = root;
    this.sender = sender;
    this.reveal = reveal;
    this.keys = keys;
  }

  @Override
  public Enumerator<@Nullable Object[]> enumerator() {
    return new Rows(StatementCalls.of(root, sender));
  }

  private final class Rows implements Enumerator<@Nullable Object[]> {
    private final StatementCalls calls;
    private Iterator<@Nullable String> keysLeft = keys.iterator();
    private Iterator<? extends M> models = Collections.emptyIterator();
    private @Nullable String key;
    private @Nullable Object @Nullable [] current;

    Rows(StatementCalls calls) {
      this.calls = calls;
    }

    @Override
    public boolean moveNext() {
      calls.check();
      while (true) {
        while (models.hasNext()) {
          current = row(models.next());
          // An answer that ignored the key must not give a wrong row.
          if (keyColumn < 0 || Objects.equals(current[keyColumn], key)) {
            return true;
          }
        }
        if (!keysLeft.hasNext()) {
          current = null;
          return false;
        }
        key = keysLeft.next();
        models = read(key);
      }
    }

    private Iterator<? extends M> read(@Nullable String of) {
      try {
        return calls.await(declaration.read(calls, of)).iterator();
      } catch (RuntimeException thrown) {
        if (of != null
            && thrown instanceof ApiException answer
            && ErrorMapping.of(answer) == ErrorMapping.NOT_FOUND) {
          calls.warn(where(of) + ": no row. " + answer.getMessage(), answer.status());
          return Collections.emptyIterator();
        }
        throw CallFailures.of(where(of), thrown);
      }
    }

    private String where(@Nullable String of) {
      return of == null
          ? table
          : table + ", " + declaration.columns().get(keyColumn).name() + " '" + of + "'";
    }

    private @Nullable Object[] row(M model) {
      List<Column<M>> columns = declaration.columns();
      @Nullable Object[] row = new @Nullable Object[columns.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = columns.get(i).value(model, key, reveal);
      }
      return row;
    }

    @Override
    public @Nullable Object[] current() {
      if (current == null) {
        throw new NoSuchElementException(table);
      }
      return current;
    }

    @Override
    public void reset() {
      keysLeft = keys.iterator();
      models = Collections.emptyIterator();
      current = null;
    }

    @Override
    public void close() {
      keysLeft = Collections.emptyIterator();
      models = Collections.emptyIterator();
    }
  }
}
