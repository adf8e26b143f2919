package dev.roster.calcite.plan;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.logical.LogicalTableFunctionScan;

/** Makes a {@link ProcedureScan} of the logical call of a procedure. */
final class ProcedureScanRule extends RelRule<RuleConfig> {

  static final RelOptRule INSTANCE =
      new RuleConfig(
              "ProcedureScanRule",
              scan ->
                  scan.operand(LogicalTableFunctionScan.class)
                      .predicate(call -> ProcedureScan.procedure(call) != null)
                      .noInputs(),
              ProcedureScanRule::new)
          .toRule();

  private ProcedureScanRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    call.transformTo(ProcedureScan.of(call.rel(0)));
  }
}
