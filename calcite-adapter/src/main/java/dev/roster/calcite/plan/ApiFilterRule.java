package dev.roster.calcite.plan;

import dev.roster.calcite.table.ApiTable.NeededKey;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableFilter;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Makes a scan by keys of a filter above a logical scan, where the filter says which keys. The
 * whole filter stays above the scan: an answer that holds something else gives no wrong row.
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
    @Nullable List<RexNode> keys =
        new KeyExtraction(scan.getCluster().getRexBuilder(), needed.column())
            .keys(filter.getCondition());
    if (keys != null) {
      call.transformTo(EnumerableFilter.create(KeyedScan.of(scan, keys), filter.getCondition()));
    }
  }
}
