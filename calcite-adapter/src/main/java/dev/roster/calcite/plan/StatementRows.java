package dev.roster.calcite.plan;

import dev.roster.calcite.statement.StatementCalls;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;

/**
 * The rows of a whole statement. Before the first one its procedure runs, wanted or not; between
 * rows a cancel or time-out is noticed; at the end no call stays under way.
 */
final class StatementRows<T> extends AbstractEnumerable<T> {

  private final Enumerable<T> rows;
  private final StatementCalls calls;

  StatementRows(Enumerable<T> rows, StatementCalls calls) {
    this.rows = rows;
    this.calls = calls;
  }

  @Override
  public Enumerator<T> enumerator() {
    try {
      calls.start();
      return new Rows(rows.enumerator());
    } catch (RuntimeException failed) {
      calls.close();
      throw failed;
    }
  }

  private final class Rows implements Enumerator<T> {
    private final Enumerator<T> inner;
    private long read;

    Rows(Enumerator<T> inner) {
      this.inner = inner;
    }

    @Override
    public T current() {
      return inner.current();
    }

    @Override
    public boolean moveNext() {
      calls.checkBetweenRows();
      // Whoever reads asks for one row more than are shown, and a row may be a call.
      if (read >= calls.mostRows() || !inner.moveNext()) {
        return false;
      }
      read++;
      return true;
    }

    @Override
    public void reset() {
      inner.reset();
    }

    @Override
    public void close() {
      calls.close();
      inner.close();
    }
  }
}
