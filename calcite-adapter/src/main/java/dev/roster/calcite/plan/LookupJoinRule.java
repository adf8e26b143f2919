package dev.roster.calcite.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link LookupJoin} of a join whose condition says which keys of the right side a row of
 * the left one needs. A join the other way round is one too once Calcite's rules have turned it.
 */
final class LookupJoinRule extends RelRule<RuleConfig> {

  static final RelOptRule INSTANCE =
      new RuleConfig(
              "LookupJoinRule",
              join ->
                  join.operand(LogicalJoin.class).predicate(LookupJoinRule::canLookUp).anyInputs(),
              LookupJoinRule::new)
          .toRule();

  private LookupJoinRule(RuleConfig config) {
    super(config);
  }

  private static boolean canLookUp(Join join) {
    JoinRelType type = join.getJoinType();
    return (type == JoinRelType.INNER
            || type == JoinRelType.LEFT
            || type == JoinRelType.SEMI
            || type == JoinRelType.ANTI)
        && !join.getCondition().isAlwaysTrue();
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Join join = call.rel(0);
    CorrelationId outer = join.getCluster().createCorrel();
    RelNode right = rowsOfOneLeftRow(join, conjuncts(join, outer));
    if (right != null) {
      call.transformTo(
          LookupJoin.of(
              enumerable(join.getLeft()),
              enumerable(right),
              outer,
              leftColumns(join),
              join.getJoinType()));
    }
  }

  private static RelNode enumerable(RelNode node) {
    return RelOptRule.convert(node, node.getTraitSet().replace(EnumerableConvention.INSTANCE));
  }

  private static ImmutableBitSet leftColumns(Join join) {
    return RelOptUtil.InputFinder.bits(join.getCondition())
        .intersect(ImmutableBitSet.range(join.getLeft().getRowType().getFieldCount()));
  }

  /** The condition as it is for one row of the left side, over columns of the right one. */
  private static List<RexNode> conjuncts(Join join, CorrelationId outer) {
    RexBuilder rexBuilder = join.getCluster().getRexBuilder();
    RexNode leftRow = rexBuilder.makeCorrel(join.getLeft().getRowType(), outer);
    int left = join.getLeft().getRowType().getFieldCount();
    return RelOptUtil.conjunctions(
        join.getCondition()
            .accept(
                new RexShuttle() {
                  @Override
                  public RexNode visitInputRef(RexInputRef reference) {
                    int column = reference.getIndex();
                    return column < left
                        ? rexBuilder.makeFieldAccess(leftRow, column)
                        : rexBuilder.makeInputRef(reference.getType(), column - left);
                  }
                }));
  }

  private static @Nullable RelNode rowsOfOneLeftRow(Join join, List<RexNode> conjuncts) {
    RexBuilder rexBuilder = join.getCluster().getRexBuilder();
    List<RexNode> ofLeft = new ArrayList<>();
    List<RexNode> ofBoth = new ArrayList<>();
    for (RexNode conjunct : conjuncts) {
      boolean leftAlone = !RexUtil.containsInputRef(conjunct) && RexUtil.isDeterministic(conjunct);
      (leftAlone ? ofLeft : ofBoth).add(conjunct);
    }
    RexNode condition = RexUtil.composeConjunction(rexBuilder, ofBoth);
    for (int column : RelOptUtil.InputFinder.bits(condition)) {
      KeyExtraction.Bound bound = new KeyExtraction(rexBuilder, column).bound(condition);
      if (bound == null) {
        continue;
      }
      List<RexNode> keys = onlyIf(rexBuilder, ofLeft, bound.keys());
      RelNode keyed = KeyPath.bound(join.getRight(), column, keys);
      if (keyed != null) {
        return bound.rest().isAlwaysTrue() ? keyed : LogicalFilter.create(keyed, bound.rest());
      }
    }
    return null;
  }

  // A left row that can have no partner, by what the condition says of it alone, has no key, so
  // that no call is made for it.
  private static List<RexNode> onlyIf(
      RexBuilder rexBuilder, List<RexNode> conditions, List<RexNode> keys) {
    if (conditions.isEmpty()) {
      return keys;
    }
    RexNode condition = RexUtil.composeConjunction(rexBuilder, conditions);
    return keys.stream()
        .map(
            key ->
                rexBuilder.makeCall(
                    SqlStdOperatorTable.CASE,
                    condition,
                    key,
                    rexBuilder.makeNullLiteral(key.getType())))
        .toList();
  }
}
