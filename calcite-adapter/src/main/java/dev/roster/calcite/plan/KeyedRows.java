package dev.roster.calcite.plan;

import dev.roster.bindings.ApiException;
import dev.roster.calcite.error.CallFailures;
import dev.roster.calcite.error.ErrorMapping;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.statement.CallSender;
import dev.roster.calcite.statement.CallsAhead;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.ApiTable.NeededKey;
import dev.roster.calcite.table.Column;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a scan in the order of its keys, with the calls of the next keys under way, and no
 * call before the first row is asked for.
 */
final class KeyedRows<M> extends AbstractEnumerable<@Nullable Object[]> {

  private final String table;
  // Of the needed key; -1 if there is none.
  private final int keyColumn;
  private final ApiTable<M> declaration;
  private final DataContext root;
  private final CallSender sender;
  private final RowsWanted wanted;
  private final boolean reveal;
  private final List<@Nullable String> keys;

  KeyedRows(
      String table,
      ApiTable<M> declaration,
      DataContext root,
      CallSender sender,
      RowsWanted wanted,
      boolean reveal,
      List<@Nullable String> keys) {
    this.table = table;
    NeededKey needed = declaration.neededKey();
    this.keyColumn = needed == null ? -1 : needed.column();
    this.declaration = declaration;
    this.root = root;
    this.sender = sender;
    this.wanted = wanted;
    this.reveal = reveal;
    this.keys = keys;
  }

  @Override
  public Enumerator<@Nullable Object[]> enumerator() {
    return new Rows(StatementCalls.of(root, sender));
  }

  /** A key and the read of its rows, once that was begun. */
  private static final class Read<M> {
    private final @Nullable String key;
    private @Nullable CompletableFuture<? extends Iterable<? extends M>> models;

    Read(@Nullable String key) {
      this.key = key;
    }
  }

  private final class Rows implements Enumerator<@Nullable Object[]> {
    private final StatementCalls calls;
    private Enumerator<Read<M>> reads;
    private Iterator<? extends M> models = Collections.emptyIterator();
    private @Nullable String key;
    private @Nullable Object @Nullable [] current;

    Rows(StatementCalls calls) {
      this.calls = calls;
      this.reads = reads();
    }

    private Enumerator<Read<M>> reads() {
      return new CallsAhead<>(
          Linq4j.asEnumerable(keys).select(of -> new Read<M>(of)).enumerator(),
          this::begin,
          calls,
          sender.mostUnderWay(),
          wanted.in(root, calls));
    }

    private List<CompletableFuture<?>> begin(Read<M> read) {
      try {
        read.models = declaration.read(calls, read.key);
      } catch (RuntimeException toldWhenRead) {
        read.models = CompletableFuture.failedFuture(toldWhenRead);
      }
      return List.of(read.models);
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
          calls.warn(
              where(key)
                  + ": a row of another key was answered, and is left out. Ask with the key as the"
                  + " provider writes it.",
              0);
        }
        if (!reads.moveNext()) {
          current = null;
          return false;
        }
        key = reads.current().key;
        models = models(reads.current());
      }
    }

    private Iterator<? extends M> models(Read<M> read) {
      String of = read.key;
      try {
        return calls.await(Objects.requireNonNull(read.models)).iterator();
      } catch (RuntimeException thrown) {
        if (of != null
            && thrown instanceof ApiException answer
            && ErrorMapping.of(answer) == ErrorMapping.NOT_FOUND) {
          calls.warn(where(of) + ": no row. " + answer.getMessage(), answer.status());
          return Collections.emptyIterator();
        }
        if (of != null && calls.partial() && CallFailures.ofOneCall(thrown)) {
          calls.leaveOutKey((SqlStateException) CallFailures.of(where(of), thrown));
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
      reads = reads();
      models = Collections.emptyIterator();
      current = null;
    }

    @Override
    public void close() {
      reads.close();
      models = Collections.emptyIterator();
    }
  }
}
