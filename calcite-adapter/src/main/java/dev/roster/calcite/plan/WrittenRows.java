package dev.roster.calcite.plan;

import dev.roster.calcite.error.FailedRowsException;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.calcite.table.RowOutcome;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.jspecify.annotations.Nullable;

/**
 * One execution of an INSERT, UPDATE or DELETE. All rows are read and checked before the first is
 * written; they are written once, when the driver starts the statement or when the count is asked
 * for, whichever is first. In a JDBC batch the {@link WriteBatch} says when.
 */
final class WrittenRows extends AbstractEnumerable<Object> {

  private final Modification modification;
  private final Enumerable<Object> input;
  private final StatementCalls calls;
  private final @Nullable WriteBatch batch = WriteBatch.current();
  private boolean started;
  private long count;
  private @Nullable RuntimeException failure;

  private WrittenRows(Modification modification, Enumerable<Object> input, StatementCalls calls) {
    this.modification = modification;
    this.input = input;
    this.calls = calls;
  }

  static WrittenRows of(Modification modification, Enumerable<Object> input, DataContext root) {
    if (DataContext.Variable.CANCEL_FLAG.get(root) == null) {
      // The planner evaluates expressions with a context of its own; a statement has this flag.
      throw new SqlStateException(
          SqlState.NOT_SUPPORTED, modification.where() + ": it runs in a statement only.");
    }
    WrittenRows execution = new WrittenRows(modification, input, modification.table().calls(root));
    if (!execution.calls.takeProcedure(execution::run)) {
      throw new SqlStateException(
          SqlState.NOT_SUPPORTED, modification.where() + ": a statement writes once. Split it.");
    }
    return execution;
  }

  private synchronized void run() {
    if (started) {
      return;
    }
    started = true;
    try {
      // Again, because a prepared statement may outlive the permission that it was prepared with.
      modification.write().checkAllowed();
      List<@Nullable Object[]> rows = rowsToWrite();
      if (batch != null) {
        batch.add(modification, rows, calls);
      } else if (!rows.isEmpty()) {
        count = written(rows);
      }
    } catch (RuntimeException thrown) {
      failure = thrown;
      throw thrown;
    } finally {
      calls.procedureHasEnded();
    }
  }

  private List<@Nullable Object[]> rowsToWrite() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    try (Enumerator<Object> given = input.enumerator()) {
      while (given.moveNext()) {
        calls.check();
        // A row of one column is the value itself.
        @Nullable Object[] row =
            modification.write().columns().size() == 1
                ? new @Nullable Object[] {given.current()}
                : (@Nullable Object[]) given.current();
        modification.check(row);
        rows.add(row);
      }
    }
    return rows;
  }

  private long written(List<@Nullable Object[]> rows) {
    List<RowOutcome> outcomes = modification.write().run(rows, calls);
    long confirmed = outcomes.stream().filter(RowOutcome::counted).count();
    List<SqlStateException> failures = RowOutcome.failures(outcomes);
    if (!failures.isEmpty()) {
      throw new FailedRowsException(
          modification.where(), rows.size(), new long[] {confirmed}, failures);
    }
    return confirmed;
  }

  @Override
  public Enumerator<Object> enumerator() {
    run();
    if (failure != null) {
      throw failure;
    }
    return Linq4j.singletonEnumerator(count);
  }
}
