package dev.roster.calcite.plan;

import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.PhysicalNode;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.rel.rules.JoinCommuteRule;
import org.apache.calcite.rel.rules.SemiJoinRule.JoinOnUniqueToSemiJoinRule.JoinOnUniqueToSemiJoinRuleConfig;

/** The rules that Roster's tables are planned with, besides Calcite's own. */
final class ApiRules {

  private static final RelOptRule RIGHT_JOIN =
      JoinCommuteRule.Config.RIGHT_TO_LEFT_ONLY.withDescription("RightJoinCommuteRule").toRule();

  // Calcite's own also matches plans that are finished below, and fails if all that is left of its
  // join is one of these.
  private static final RelOptRule UNIQUE_TO_SEMI_JOIN =
      JoinOnUniqueToSemiJoinRuleConfig.DEFAULT
          .withDescription("LogicalSemiJoinRule:unique")
          .withOperandSupplier(
              project ->
                  project
                      .operand(LogicalProject.class)
                      .oneInput(
                          join ->
                              join.operand(LogicalJoin.class)
                                  .predicate(
                                      found ->
                                          found.getJoinType() == JoinRelType.INNER
                                              || found.getJoinType() == JoinRelType.LEFT)
                                  .inputs(ApiRules::unplanned, ApiRules::unplanned)))
          .as(JoinOnUniqueToSemiJoinRuleConfig.class)
          .toRule();

  private ApiRules() {}

  private static RelRule.Done unplanned(RelRule.OperandBuilder side) {
    return side.operand(RelNode.class)
        .predicate(node -> !(node instanceof PhysicalNode))
        .anyInputs();
  }

  /** Adds the rules to a planner; those that it has already are not added again. */
  static void register(RelOptPlanner planner) {
    planner.addRule(ApiScanRule.INSTANCE);
    planner.addRule(ApiFilterRule.INSTANCE);
    planner.addRule(LookupJoinRule.INSTANCE);
    planner.addRule(ProcedureScanRule.INSTANCE);
    planner.addRule(ApiModifyRule.INSTANCE);
    planner.removeRule(CoreRules.JOIN_ON_UNIQUE_TO_SEMI_JOIN);
    planner.addRule(UNIQUE_TO_SEMI_JOIN);
    // Not among Calcite's defaults; a LookupJoin keeps the left side, not the right one.
    planner.addRule(RIGHT_JOIN);
    // Not among Calcite's defaults; without it a key does not get through a UNION.
    planner.addRule(CoreRules.FILTER_SET_OP_TRANSPOSE);
  }
}
