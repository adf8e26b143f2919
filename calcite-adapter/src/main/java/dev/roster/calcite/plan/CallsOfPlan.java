package dev.roster.calcite.plan;

import static dev.roster.calcite.plan.CallCount.times;

import dev.roster.calcite.plan.KeyOrigins.Outer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.adapter.enumerable.EnumerableHashJoin;
import org.apache.calcite.adapter.enumerable.EnumerableLimit;
import org.apache.calcite.adapter.enumerable.EnumerableMergeJoin;
import org.apache.calcite.adapter.enumerable.EnumerableMergeUnion;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.core.Window;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * How many calls each scan of a finished plan makes, found by asking each node for what the ones
 * above it want. Where a node is not known, its inputs are taken to make none or any number.
 */
final class CallsOfPlan {

  private final IdentityHashMap<KeyedScan, CallCount> counts = new IdentityHashMap<>();
  private final IdentityHashMap<KeyedScan, Map<CorrelationId, Outer>> outers =
      new IdentityHashMap<>();
  private final List<SureRead> sure = new ArrayList<>();
  private final Map<CorrelationId, Outer> outer = new HashMap<>();

  private CallsOfPlan() {}

  /** Looks at a plan of which a reader asks for so much. */
  static CallsOfPlan of(RelNode plan, Demand demand) {
    CallsOfPlan calls = new CallsOfPlan();
    calls.visit(plan, demand, 1);
    return calls;
  }

  /** Returns the reads that are made in any case. */
  List<SureRead> sure() {
    return sure;
  }

  /** Returns what a scan shows of its calls, or null if it makes none. */
  @Nullable ShownCalls shown(KeyedScan scan) {
    CallCount count = counts.get(scan);
    return count == null || scan.scanned().declaration().operation() == null
        ? null
        : ShownCalls.of(scan, count, outers.getOrDefault(scan, Map.of()));
  }

  // How often a node is evaluated at most is in times.
  private void visit(RelNode node, Demand demand, long times) {
    if (node instanceof KeyedScan scan) {
      scan(scan, demand, times);
    } else if (node instanceof EnumerableLimit limit) {
      visit(limit.getInput(), demand.below(limit.offset, limit.fetch), times);
    } else if (node instanceof Project) {
      visit(node.getInput(0), demand, times);
    } else if (node instanceof Filter || node instanceof Calc) {
      boolean all = node instanceof Calc calc && calc.getProgram().getCondition() == null;
      visit(node.getInput(0), all ? demand : demand.filtered(), times);
    } else if (node instanceof SetOp set) {
      set(set, demand, times);
    } else if (node instanceof Correlate correlate) {
      correlate(correlate, demand, times);
    } else if (node instanceof Join join) {
      join(join, demand, times);
    } else {
      boolean wantsAll =
          node instanceof Sort
              || node instanceof Window
              || node instanceof ApiModify
              || (node instanceof Aggregate aggregate
                  && aggregate.getGroupType() == Aggregate.Group.SIMPLE);
      for (RelNode input : node.getInputs()) {
        visit(input, wantsAll ? demand.whole() : demand.perhaps(), times);
      }
    }
  }

  private void set(SetOp set, Demand demand, long times) {
    boolean inOrder = set instanceof Union && set.all && !(set instanceof EnumerableMergeUnion);
    Demand left = demand;
    for (RelNode input : set.getInputs()) {
      if (inOrder) {
        visit(input, left, times);
        left = left.after(RowCount.of(input));
      } else {
        visit(input, set instanceof Union ? demand.multiplied() : demand.perhaps(), times);
      }
    }
  }

  private void join(Join join, Demand demand, long times) {
    // One that merges sorted inputs stops where either ends.
    Demand ofLeft =
        join instanceof EnumerableHashJoin
            ? demand.multiplied()
            : join instanceof EnumerableMergeJoin ? demand.first() : demand.perhaps();
    visit(join.getLeft(), ofLeft, times);
    visit(join.getRight(), demand.perhaps(), times);
  }

  private void correlate(Correlate correlate, Demand demand, long times) {
    RowCount left = RowCount.of(correlate.getLeft());
    JoinRelType type = correlate.getJoinType();
    boolean oneRowAtMost =
        type == JoinRelType.SEMI
            || type == JoinRelType.ANTI
            || RowCount.of(correlate.getRight()).most() <= 1;
    // Each row of the left side of a LEFT join is one at least of the join.
    Demand ofLeft =
        new Demand(
            oneRowAtMost ? demand.least() : demand.multiplied().least(),
            type == JoinRelType.LEFT ? demand.most() : demand.filtered().most());
    visit(correlate.getLeft(), ofLeft, times);
    long rowsOfLeft = times(times, Math.min(left.most(), ofLeft.most()));
    // A row-by-row join of Calcite's makes no call ahead of the rows.
    Demand ofKeys = correlate instanceof LookupJoin ? ofLeft : ofLeft.perhaps();
    outer.put(correlate.getCorrelationId(), new Outer(correlate.getLeft(), ofKeys, rowsOfLeft));
    visit(correlate.getRight(), demand.perhaps(), rowsOfLeft);
    outer.remove(correlate.getCorrelationId());
  }

  private void scan(KeyedScan scan, Demand demand, long times) {
    ScannedTable table = scan.scanned();
    List<RexNode> keys = KeyOrigins.keys(scan);
    if (keys == null) {
      surely(scan, null, Math.min(1, demand.least()), Math.min(1, demand.most()));
      return;
    }
    Set<CorrelationId> rows = KeyOrigins.rows(keys);
    if (rows.isEmpty()) {
      boolean one = RowCount.hasOneRowAKey(table.declaration());
      surely(
          scan,
          new KeyValues(keys),
          one ? demand.least() : demand.multiplied().least(),
          demand.most() == 0 ? 0 : distinct(keys));
      return;
    }
    outers.put(scan, Map.copyOf(outer));
    Outer of = rows.size() == 1 ? outer.get(rows.iterator().next()) : null;
    if (of == null) {
      surely(scan, null, 0, times(times, keys.size()));
      return;
    }
    List<RexLiteral> listed = keys.size() == 1 ? of.listed(keys.get(0)) : null;
    long most = times(of.rows(), keys.size());
    if (listed == null) {
      surely(scan, null, 0, most);
    } else {
      surely(
          scan,
          new KeyValues(List.copyOf(listed)),
          of.demand().least(),
          Math.min(most, distinct(List.copyOf(listed))));
    }
  }

  private void surely(KeyedScan scan, @Nullable KeyValues keys, long leading, long most) {
    SureRead read = new SureRead(scan.scanned(), keys, leading);
    if (leading > 0) {
      sure.add(read);
    }
    counts.put(scan, new CallCount(read.known(null).size(), most));
  }

  // NULL is no key.
  private static long distinct(List<RexNode> keys) {
    return keys.stream()
        .filter(key -> !(key instanceof RexLiteral literal && literal.isNull()))
        .distinct()
        .count();
  }
}
