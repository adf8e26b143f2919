package dev.roster.calcite.plan;

import static dev.roster.calcite.plan.CallCount.plus;
import static dev.roster.calcite.plan.CallCount.times;

import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.ApiTable.NeededKey;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableLimit;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.core.Window;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * How many rows a node has, as far as its plan tells; {@link Long#MAX_VALUE} stands for any number.
 */
record RowCount(long least, long most) {

  private static final RowCount ANY = new RowCount(0, Long.MAX_VALUE);

  static RowCount of(RelNode node) {
    if (node instanceof Values values) {
      return new RowCount(values.getTuples().size(), values.getTuples().size());
    }
    if (node instanceof ListedRows listed) {
      return listed.rowCount();
    }
    if (node instanceof KeyedScan scan) {
      return scanned(scan);
    }
    if (node instanceof Project || node instanceof Window) {
      return of(node.getInput(0));
    }
    if (node instanceof Calc calc) {
      RowCount input = of(calc.getInput());
      return calc.getProgram().getCondition() == null ? input : input.some();
    }
    if (node instanceof Filter filter) {
      return of(filter.getInput()).some();
    }
    if (node instanceof EnumerableLimit limit) {
      return of(limit.getInput()).limited(limit.offset, limit.fetch);
    }
    if (node instanceof Sort sort) {
      return of(sort.getInput()).limited(sort.offset, sort.fetch);
    }
    if (node instanceof Aggregate aggregate) {
      return grouped(aggregate);
    }
    if (node instanceof SetOp set) {
      return ofSet(set);
    }
    if (node instanceof Join join) {
      return joined(join.getJoinType(), of(join.getLeft()), of(join.getRight()));
    }
    return node instanceof Correlate correlate
        ? joined(correlate.getJoinType(), of(correlate.getLeft()), of(correlate.getRight()))
        : ANY;
  }

  private static RowCount scanned(KeyedScan scan) {
    return hasOneRowAKey(scan.scanned().declaration())
        ? new RowCount(0, scan.keys() == null ? Long.MAX_VALUE : scan.keys().size())
        : ANY;
  }

  /** Returns whether no key of a table has two rows. */
  static boolean hasOneRowAKey(ApiTable<?> table) {
    NeededKey key = table.neededKey();
    return key != null
        && table.primaryKey().equals(List.of(table.columns().get(key.column()).name()));
  }

  private static RowCount grouped(Aggregate aggregate) {
    RowCount input = of(aggregate.getInput());
    if (aggregate.getGroupType() != Aggregate.Group.SIMPLE) {
      return ANY;
    }
    return aggregate.getGroupCount() == 0
        ? new RowCount(1, 1)
        : new RowCount(Math.min(1, input.least), input.most);
  }

  private static RowCount ofSet(SetOp set) {
    RowCount first = of(set.getInput(0));
    if (!(set instanceof Union)) {
      return first.some();
    }
    RowCount all = new RowCount(0, 0);
    for (RelNode input : set.getInputs()) {
      RowCount next = of(input);
      all = new RowCount(plus(all.least, next.least), plus(all.most, next.most));
    }
    return set.all ? all : new RowCount(Math.min(1, all.least), all.most);
  }

  private static RowCount joined(JoinRelType type, RowCount left, RowCount right) {
    return switch (type) {
      case INNER -> new RowCount(0, times(left.most, right.most));
      case LEFT -> new RowCount(left.least, times(left.most, Math.max(1, right.most)));
      case SEMI, ANTI -> left.some();
      default -> ANY;
    };
  }

  private RowCount some() {
    return new RowCount(0, most);
  }

  private RowCount limited(@Nullable RexNode offset, @Nullable RexNode fetch) {
    if (!Demand.isKnown(offset) || !Demand.isKnown(fetch)) {
      return some();
    }
    long skipped = offset == null ? 0 : Demand.number(offset);
    long rows = fetch == null ? Long.MAX_VALUE : Demand.number(fetch);
    return new RowCount(
        Math.min(rows, Math.max(0, least - skipped)),
        most == Long.MAX_VALUE ? rows : Math.min(rows, Math.max(0, most - skipped)));
  }
}
