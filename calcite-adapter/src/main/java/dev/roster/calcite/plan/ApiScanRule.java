package dev.roster.calcite.plan;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;

/** Makes a scan of the whole table of a logical scan. */
final class ApiScanRule extends RelRule<RuleConfig> {

  static final RelOptRule INSTANCE =
      new RuleConfig(
              "ApiScanRule", scan -> scan.operand(ApiScan.class).noInputs(), ApiScanRule::new)
          .toRule();

  private ApiScanRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    call.transformTo(KeyedScan.of(call.rel(0), null));
  }
}
