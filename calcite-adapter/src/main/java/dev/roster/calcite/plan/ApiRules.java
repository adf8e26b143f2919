package dev.roster.calcite.plan;

import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.rel.rules.JoinCommuteRule;

/** The rules that Roster's tables are planned with, besides Calcite's own. */
final class ApiRules {

  private static final RelOptRule RIGHT_JOIN =
      JoinCommuteRule.Config.RIGHT_TO_LEFT_ONLY.withDescription("RightJoinCommuteRule").toRule();

  private ApiRules() {}

  /** Adds the rules to a planner; those that it has already are not added again. */
  static void register(RelOptPlanner planner) {
    planner.addRule(ApiScanRule.INSTANCE);
    planner.addRule(ApiFilterRule.INSTANCE);
    planner.addRule(LookupJoinRule.INSTANCE);
    planner.addRule(ProcedureScanRule.INSTANCE);
    planner.addRule(ApiModifyRule.INSTANCE);
    // Not among Calcite's defaults; a LookupJoin keeps the left side, not the right one.
    planner.addRule(RIGHT_JOIN);
    // Not among Calcite's defaults; without it a key does not get through a UNION.
    planner.addRule(CoreRules.FILTER_SET_OP_TRANSPOSE);
  }
}
