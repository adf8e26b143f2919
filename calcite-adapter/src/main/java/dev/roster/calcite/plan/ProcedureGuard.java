package dev.roster.calcite.plan;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.procedure.ProcedureFunction;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.RepeatUnion;
import org.apache.calcite.rel.core.TableFunctionScan;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.SqlUserDefinedTableFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a procedure, INSERT, UPDATE or DELETE runs exactly once an execution. A planner
 * is free to leave an expression out, or to evaluate it twice; so the calls are counted where the
 * statement is written, after its conversion and in the finished plan, and all three must be one.
 * An INSERT, UPDATE or DELETE stands above all else, and cannot be left out; but its source may
 * hold no procedure.
 */
final class ProcedureGuard {

  private List<ProcedureFunction> converted = List.of();
  private List<ProcedureFunction> planned = List.of();
  private @Nullable Modification modification;
  // EXPLAIN may end after the validation or the conversion.
  private boolean isConverted;
  private boolean isPlanned;

  /** Sees the statement as it was converted, before anything was left out. */
  void sawConverted(RelNode root) {
    converted = Scans.in(root, false);
    isConverted = true;
  }

  /** Sees the finished plan. */
  void sawPlanned(RelNode root) {
    planned = Scans.in(root, true);
    modification = root instanceof ApiModify modify ? modify.modification() : null;
    isPlanned = true;
  }

  /**
   * Decides.
   *
   * @param statement the statement, validated
   * @param executes whether it will be executed; EXPLAIN is not
   * @throws SqlStateException 0A000 if a procedure would not run once; 25006 or 42000 if the
   *     connection must not run it
   */
  void check(SqlNode statement, boolean executes) {
    List<ProcedureFunction> written = written(statement);
    ProcedureFunction first = first(written, converted, planned);
    if (first == null) {
      if (modification != null && executes) {
        modification.write().checkAllowed();
      }
      return;
    }
    if (statement.getKind().belongsTo(SqlKind.DML)) {
      throw refused(
          first,
          "it cannot stand in an "
              + statement.getKind().sql
              + ": a statement writes once. Run it by itself.");
    }
    if (written.size() > 1 || converted.size() > 1 || planned.size() > 1) {
      throw refused(first, "a statement runs one procedure, once. Split the statement.");
    }
    if (written.isEmpty()
        || (isConverted && converted.isEmpty())
        || (isPlanned && planned.isEmpty())) {
      throw refused(
          first, "the statement would not run it. Take away the condition or LIMIT that is empty.");
    }
    if (executes) {
      first.checkAllowed();
    }
  }

  private static List<ProcedureFunction> written(SqlNode statement) {
    List<ProcedureFunction> found = new ArrayList<>();
    statement.accept(
        new SqlBasicVisitor<@Nullable Void>() {
          @Override
          public @Nullable Void visit(SqlCall call) {
            ProcedureFunction function = procedure(call.getOperator());
            if (function != null) {
              found.add(function);
            }
            return super.visit(call);
          }
        });
    return found;
  }

  @SafeVarargs
  private static @Nullable ProcedureFunction first(List<ProcedureFunction>... lists) {
    for (List<ProcedureFunction> list : lists) {
      if (!list.isEmpty()) {
        return list.get(0);
      }
    }
    return null;
  }

  private static @Nullable ProcedureFunction procedure(SqlOperator operator) {
    return operator instanceof SqlUserDefinedTableFunction function
            && function.getFunction() instanceof ProcedureFunction procedure
        ? procedure
        : null;
  }

  private static SqlStateException refused(ProcedureFunction procedure, String why) {
    return new SqlStateException(SqlState.NOT_SUPPORTED, procedure.qualifiedName() + ": " + why);
  }

  /** Finds the procedures in a tree, and refuses those that stand where rows are repeated. */
  private static final class Scans {
    private final List<ProcedureFunction> found = new ArrayList<>();
    private final boolean physical;

    private Scans(boolean physical) {
      this.physical = physical;
    }

    static List<ProcedureFunction> in(RelNode root, boolean physical) {
      Scans scans = new Scans(physical);
      scans.visit(root, false);
      return scans.found;
    }

    private void visit(RelNode node, boolean repeated) {
      if (node instanceof TableFunctionScan scan) {
        ProcedureFunction function = ProcedureScan.procedure(scan);
        if (function != null) {
          found.add(function);
          if (hasSubQuery(scan.getCall())) {
            throw refused(
                function,
                "an argument is a value, not a sub-query. Read the value first, and pass it as ?.");
          }
          if (repeated) {
            throw refused(
                function, "it cannot stand inside a join or a sub-query. Run it by itself.");
          }
        }
      }
      for (int i = 0; i < node.getInputs().size(); i++) {
        visit(node.getInput(i), repeated || repeats(node, i));
      }
      node.accept(
          new RexShuttle() {
            @Override
            public RexNode visitSubQuery(RexSubQuery subQuery) {
              visit(subQuery.rel, true);
              return super.visitSubQuery(subQuery);
            }
          });
    }

    private static boolean hasSubQuery(RexNode call) {
      return RexUtil.SubQueryFinder.find(call) != null;
    }

    // A finished plan may read the right side of a join often, but it binds it once, and the rows
    // of a procedure are kept; so only what binds once a row is left to refuse there.
    private boolean repeats(RelNode node, int input) {
      return node instanceof RepeatUnion
          || (input > 0 && (node instanceof Correlate || (node instanceof Join && !physical)));
    }
  }
}
