package dev.roster.calcite.plan;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.table.ApiTable.NeededKey;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.SqlKind;
import org.jspecify.annotations.Nullable;

/**
 * The check of a finished plan: every table that needs a key has one, or has default keys that are
 * what the statement means. It runs at prepare, so that EXPLAIN refuses what cannot run.
 *
 * <p>Default keys stand for the whole table only where nothing else says which keys are meant. A
 * join or a sub-query says so: reading the default keys instead would leave rows out silently.
 */
final class PlanCheck extends RelVisitor {

  private PlanCheck() {}

  /**
   * Checks a plan.
   *
   * @throws SqlStateException 42000 if a table lacks its key
   */
  static void check(RelNode plan) {
    new PlanCheck().go(plan);
  }

  /**
   * Checks that a table has a meaning without keys.
   *
   * @throws SqlStateException 42000 if it has not, naming the column and an example
   */
  static void requireReadableWhole(ScannedTable table) {
    if (!table.canBeReadWhole()) {
      NeededKey key = Objects.requireNonNull(table.declaration().neededKey());
      String property = key.property();
      throw missing(
          table,
          property == null ? "." : ", or set the property " + property + " for a full scan.");
    }
  }

  private static SqlStateException missing(ScannedTable table, String rest) {
    NeededKey key = Objects.requireNonNull(table.declaration().neededKey());
    return new SqlStateException(
        SqlState.INVALID_STATEMENT,
        table.qualifiedName()
            + ": column "
            + table.neededColumn()
            + " must be given, e.g. WHERE "
            + table.neededColumn()
            + " = '"
            + key.example()
            + "'"
            + rest);
  }

  @Override
  public void visit(RelNode node, int ordinal, @Nullable RelNode parent) {
    if (node instanceof KeyedScan scan && scan.keys() == null) {
      requireReadableWhole(scan.scanned());
    }
    if (node instanceof Join join) {
      checkEqualities(join, join.getCondition());
    } else if (node instanceof Filter filter) {
      checkEqualities(filter.getInput(), filter.getCondition());
    } else if (node instanceof Calc calc && calc.getProgram().getCondition() != null) {
      checkEqualities(
          calc.getInput(), calc.getProgram().expandLocalRef(calc.getProgram().getCondition()));
    }
    super.visit(node, ordinal, parent);
  }

  private static void checkEqualities(RelNode node, RexNode condition) {
    condition.accept(
        new RexVisitorImpl<Void>(true) {
          @Override
          public @Nullable Void visitCall(RexCall call) {
            if (call.getKind() == SqlKind.EQUALS
                || call.getKind() == SqlKind.IS_NOT_DISTINCT_FROM) {
              RexNode left = call.getOperands().get(0);
              RexNode right = call.getOperands().get(1);
              checkEquality(node, left, right);
              checkEquality(node, right, left);
            }
            return super.visitCall(call);
          }
        });
  }

  private static void checkEquality(RelNode node, RexNode mine, RexNode other) {
    for (Origin key : Origin.of(node, mine)) {
      KeyedScan scan = key.keyOfWholeScan();
      if (scan != null && (isCorrelated(other) || comesFromElsewhere(node, other, key))) {
        throw missing(
            scan.scanned(),
            "; this join or sub-query cannot give it. Put the values in the statement.");
      }
    }
  }

  private static boolean comesFromElsewhere(RelNode node, RexNode other, Origin key) {
    for (Origin origin : Origin.of(node, other)) {
      if (!origin.path().equals(key.path()) && !readsSameKeys(origin, key)) {
        return true;
      }
    }
    return false;
  }

  // Two tables that are both read whole, by the same keys, are joined rightly on them.
  private static boolean readsSameKeys(Origin one, Origin other) {
    KeyedScan first = one.keyOfWholeScan();
    KeyedScan second = other.keyOfWholeScan();
    return first != null && second != null && defaultKeys(first).equals(defaultKeys(second));
  }

  private static List<String> defaultKeys(KeyedScan scan) {
    return Objects.requireNonNull(scan.scanned().declaration().neededKey()).defaultKeys();
  }

  private static boolean isCorrelated(RexNode node) {
    boolean[] found = {false};
    node.accept(
        new RexVisitorImpl<Void>(true) {
          @Override
          public @Nullable Void visitCorrelVariable(RexCorrelVariable variable) {
            found[0] = true;
            return null;
          }
        });
    return found[0];
  }
}
