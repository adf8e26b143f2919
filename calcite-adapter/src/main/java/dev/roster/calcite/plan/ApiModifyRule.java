package dev.roster.calcite.plan;

import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelNode;

/** Makes the physical form of a logical {@link ApiModify}. */
final class ApiModifyRule extends RelRule<RuleConfig> {

  static final RelOptRule INSTANCE =
      new RuleConfig(
              "ApiModifyRule",
              modify -> modify.operand(ApiModify.class).trait(Convention.NONE).anyInputs(),
              ApiModifyRule::new)
          .toRule();

  private ApiModifyRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    ApiModify modify = call.rel(0);
    RelNode input = modify.getInput();
    call.transformTo(
        modify.physical(
            convert(input, input.getTraitSet().replace(EnumerableConvention.INSTANCE))));
  }
}
