package dev.roster.calcite.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.adapter.enumerable.EnumerableCorrelate;
import org.apache.calcite.adapter.enumerable.EnumerableLimit;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Union;

/**
 * The last step of planning: what makes calls is told how many rows are wanted of it, limits become
 * exact, and a row-by-row join that the planner was left with makes its calls ahead as others do.
 */
final class PlanFinish {

  private PlanFinish() {}

  /** Returns the same plan, finished. */
  static RelNode of(RelNode plan) {
    return finished(plan, RowsWanted.OF_STATEMENT);
  }

  private static RelNode finished(RelNode node, RowsWanted wanted) {
    if (node instanceof KeyedScan scan) {
      return scan.wanting(wanted);
    }
    if (node instanceof EnumerableLimit limit) {
      RowsWanted below = wanted.below(limit.offset, limit.fetch);
      return new ExactLimit(finished(limit.getInput(), below), limit.offset, limit.fetch);
    }
    if (node instanceof LookupJoin join) {
      return join.wanting(
          wanted, finished(join.getLeft(), wanted), finished(join.getRight(), RowsWanted.ALL));
    }
    if (node instanceof EnumerableCorrelate correlate
        && correlate.getJoinType() != JoinRelType.LEFT_MARK
        && !LookedUp.in(correlate.getRight(), correlate.getCorrelationId()).isEmpty()) {
      return finished(
          LookupJoin.of(
              correlate.getLeft(),
              correlate.getRight(),
              correlate.getCorrelationId(),
              correlate.getRequiredColumns(),
              correlate.getJoinType()),
          wanted);
    }
    List<RelNode> inputs = new ArrayList<>();
    boolean changed = false;
    for (RelNode input : node.getInputs()) {
      RowsWanted ofInput = asksRowByRow(node, inputs.size()) ? wanted : RowsWanted.ALL;
      RelNode finished = finished(input, ofInput);
      changed |= finished != input;
      inputs.add(finished);
    }
    return changed ? node.copy(node.getTraitSet(), inputs) : node;
  }

  // Whether a node asks for a row of its input when a row of its own is asked for. All that sort,
  // count or look for duplicates want all rows.
  private static boolean asksRowByRow(RelNode node, int input) {
    if (node instanceof Join join) {
      return input == 0 && !join.getJoinType().generatesNullsOnLeft();
    }
    return node instanceof EnumerableCalc
        || node instanceof Project
        || node instanceof Filter
        || (node instanceof EnumerableCorrelate && input == 0)
        || (node instanceof Union union && union.all);
  }
}
