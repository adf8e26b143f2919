package dev.roster.calcite.procedure;

import dev.roster.calcite.error.CallFailures;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.calcite.table.Column;
import dev.roster.calcite.write.ShownRequest;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a procedure. It runs once, when the driver starts the statement or when the
 * first row is asked for, whichever is first; however often its rows are read, they are those of
 * that one run, and so is its failure.
 */
final class ProcedureRows<R> extends AbstractEnumerable<@Nullable Object[]> {

  // The parameters that say what a procedure acts on.
  private static final List<String> TARGETS = List.of("account_id", "session_id", "company_id");

  private final ProcedureFunction function;
  private final Procedure<R> procedure;
  private final @Nullable Object[] raw;
  private final StatementCalls calls;
  private boolean started;
  private @Nullable List<@Nullable Object[]> rows;
  private @Nullable RuntimeException failure;

  private ProcedureRows(
      ProcedureFunction function,
      Procedure<R> procedure,
      @Nullable Object[] raw,
      StatementCalls calls) {
    this.function = function;
    this.procedure = procedure;
    this.raw = raw;
    this.calls = calls;
  }

  static <R> ProcedureRows<R> of(
      ProcedureFunction function,
      Procedure<R> procedure,
      @Nullable Object[] raw,
      DataContext root) {
    if (DataContext.Variable.CANCEL_FLAG.get(root) == null) {
      // The planner evaluates expressions with a context of its own; a statement has this flag.
      throw new SqlStateException(
          SqlState.NOT_SUPPORTED,
          function.qualifiedName() + ": a procedure runs in a statement only, not while planning.");
    }
    ProcedureRows<R> execution =
        new ProcedureRows<>(function, procedure, raw, function.calls(root));
    if (!execution.calls.takeProcedure(execution::run)) {
      throw new SqlStateException(
          SqlState.NOT_SUPPORTED,
          function.qualifiedName() + ": a statement runs one procedure, once. Split it.");
    }
    return execution;
  }

  private synchronized void run() {
    if (started) {
      return;
    }
    started = true;
    try {
      rows = rowsOfRun();
    } catch (RuntimeException thrown) {
      failure = thrown;
      throw thrown;
    } finally {
      calls.procedureHasEnded();
    }
  }

  private List<@Nullable Object[]> rowsOfRun() {
    // Again, because a prepared statement may outlive the permission that it was prepared with.
    function.checkAllowed();
    Arguments arguments = new Arguments(function.qualifiedName(), procedure.parameters(), raw);
    String where = function.qualifiedName() + targets(arguments);
    try {
      Action<R> action = procedure.action();
      return function.showsRequests()
          ? rows(ShownRequest.COLUMNS, action.show(where, arguments, calls, function.access()))
          : rows(procedure.columns(), action.run(where, arguments, calls, function.access()));
    } catch (RuntimeException thrown) {
      throw CallFailures.of(where, thrown);
    }
  }

  // A provider's message seldom says which account, session or company it does not accept.
  private static String targets(Arguments arguments) {
    StringBuilder targets = new StringBuilder();
    for (String name : TARGETS) {
      String target = arguments.mayHave(name) ? arguments.text(name) : null;
      if (target != null && !target.isBlank()) {
        targets.append(", ").append(name).append(" '").append(target).append('\'');
      }
    }
    return targets.toString();
  }

  private <M> List<@Nullable Object[]> rows(List<Column<M>> columns, List<M> models) {
    List<@Nullable Object[]> all = new ArrayList<>();
    for (M model : models) {
      @Nullable Object[] row = new @Nullable Object[columns.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = columns.get(i).value(model, null, function.revealSecrets());
      }
      all.add(row);
    }
    return all;
  }

  @Override
  public Enumerator<@Nullable Object[]> enumerator() {
    run();
    if (failure != null) {
      throw failure;
    }
    return Linq4j.enumerator(rows == null ? List.of() : rows);
  }
}
