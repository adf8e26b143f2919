package dev.roster.calcite.plan;

import java.util.List;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.TableScan;

/**
 * The logical scan of a table. It becomes a {@link KeyedScan}; the rules that do so come with it,
 * so that they are there in any Calcite connection.
 */
final class ApiScan extends TableScan {

  private final ScannedTable scanned;

  ApiScan(RelOptCluster cluster, RelTraitSet traits, RelOptTable table, ScannedTable scanned) {
    super(cluster, traits, List.of(), table);
    this.scanned = scanned;
  }

  ScannedTable scanned() {
    return scanned;
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new ApiScan(getCluster(), traits, getTable(), scanned);
  }

  @Override
  public void register(RelOptPlanner planner) {
    ApiRules.register(planner);
  }
}
