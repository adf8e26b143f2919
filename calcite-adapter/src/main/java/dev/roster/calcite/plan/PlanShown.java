package dev.roster.calcite.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;

/** A finished plan as EXPLAIN shows it: each scan with what its calls are. */
final class PlanShown {

  private final CallsOfPlan calls;

  private PlanShown(CallsOfPlan calls) {
    this.calls = calls;
  }

  static RelNode of(RelNode plan) {
    return new PlanShown(CallsOfPlan.of(plan, Demand.ALL)).shown(plan);
  }

  private RelNode shown(RelNode node) {
    if (node instanceof KeyedScan scan) {
      ShownCalls ofScan = calls.shown(scan);
      return ofScan == null ? scan : scan.showing(ofScan);
    }
    List<RelNode> inputs = new ArrayList<>();
    boolean changed = false;
    for (RelNode input : node.getInputs()) {
      RelNode shown = shown(input);
      changed |= shown != input;
      inputs.add(shown);
    }
    return changed ? node.copy(node.getTraitSet(), inputs) : node;
  }
}
