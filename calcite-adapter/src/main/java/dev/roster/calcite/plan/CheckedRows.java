package dev.roster.calcite.plan;

import dev.roster.calcite.statement.CallSender;
import dev.roster.calcite.statement.StatementCalls;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.jspecify.annotations.Nullable;

/** Rows that end when their statement is ended; see {@link CheckedInput}. */
public final class CheckedRows {

  // A look costs about as much as a row; this many rows are made in no time that anybody notices.
  private static final int ROWS_BETWEEN_LOOKS = 16;

  private CheckedRows() {}

  /** Returns the same rows, checked. Generated code calls this. */
  public static <T extends @Nullable Object> Enumerable<T> of(
      Enumerable<T> rows, DataContext root) {
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<T> enumerator() {
        return new Rows<>(rows.enumerator(), StatementCalls.of(root, CallSender.DIRECT));
      }
    };
  }

  private static final class Rows<T extends @Nullable Object> implements Enumerator<T> {
    private final Enumerator<T> rows;
    private final StatementCalls calls;
    private int left = ROWS_BETWEEN_LOOKS;

    Rows(Enumerator<T> rows, StatementCalls calls) {
      this.rows = rows;
      this.calls = calls;
    }

    @Override
    public boolean moveNext() {
      if (--left == 0) {
        calls.checkWhileComputing();
        left = ROWS_BETWEEN_LOOKS;
      }
      return rows.moveNext();
    }

    @Override
    public T current() {
      return rows.current();
    }

    @Override
    public void reset() {
      rows.reset();
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
