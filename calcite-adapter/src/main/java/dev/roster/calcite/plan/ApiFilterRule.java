package dev.roster.calcite.plan;

import dev.roster.calcite.table.ApiTable.NeededKey;
import org.apache.calcite.adapter.enumerable.EnumerableFilter;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;

/**
 * Makes a scan by keys of a filter above a logical scan, where the filter says which keys. What
 * else it says stays above the scan; that each row has its key the scan checks itself, so an answer
 * that holds something else gives no wrong row.
 */
final class ApiFilterRule extends RelRule<RuleConfig> {

  static final RelOptRule INSTANCE =
      new RuleConfig(
              "ApiFilterRule",
              filter ->
                  filter
                      .operand(Filter.class)
                      .oneInput(scan -> scan.operand(ApiScan.class).noInputs()),
              ApiFilterRule::new)
          .toRule();

  private ApiFilterRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Filter filter = call.rel(0);
    ApiScan scan = call.rel(1);
    NeededKey needed = scan.scanned().declaration().neededKey();
    if (needed == null) {
      return;
    }
    KeyExtraction.Bound bound =
        new KeyExtraction(scan.getCluster().getRexBuilder(), needed.column())
            .bound(filter.getCondition());
    if (bound == null) {
      return;
    }
    RelNode keyed = KeyedScan.of(scan, bound.keys());
    call.transformTo(
        bound.rest().isAlwaysTrue() ? keyed : EnumerableFilter.create(keyed, bound.rest()));
  }
}
