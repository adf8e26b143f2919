package dev.roster.calcite.plan;

import java.util.function.Function;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.tools.RelBuilderFactory;
import org.jspecify.annotations.Nullable;

/** What a rule matches, in the form that Calcite wants, without its annotation processor. */
record RuleConfig(
    RelBuilderFactory relBuilderFactory,
    String description,
    RelRule.OperandTransform operandSupplier,
    Function<RuleConfig, RelOptRule> maker)
    implements RelRule.Config {

  RuleConfig(
      String description,
      RelRule.OperandTransform operandSupplier,
      Function<RuleConfig, RelOptRule> maker) {
    this(RelFactories.LOGICAL_BUILDER, description, operandSupplier, maker);
  }

  @Override
  public RelOptRule toRule() {
    return maker.apply(this);
  }

  @Override
  public RuleConfig withRelBuilderFactory(RelBuilderFactory factory) {
    return new RuleConfig(factory, description, operandSupplier, maker);
  }

  @Override
  public RuleConfig withDescription(@Nullable String other) {
    return new RuleConfig(
        relBuilderFactory, other == null ? description : other, operandSupplier, maker);
  }

  @Override
  public RuleConfig withOperandSupplier(RelRule.OperandTransform transform) {
    return new RuleConfig(relBuilderFactory, description, transform, maker);
  }
}
