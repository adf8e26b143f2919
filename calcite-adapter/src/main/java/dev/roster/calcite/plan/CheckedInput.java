package dev.roster.calcite.plan;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.adapter.enumerable.EnumerableLimit;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Union;

/**
 * The input of something that reads many rows before it gives one: a sort, a join, a filter. That
 * is Calcite's own code, which looks at no cancel and no time-out, so its input does.
 */
final class CheckedInput extends SingleRel implements EnumerableRel {

  private static final Method ROWS =
      Types.lookupMethod(CheckedRows.class, "of", Enumerable.class, DataContext.class);

  private CheckedInput(RelNode input) {
    super(input.getCluster(), input.getTraitSet(), input);
  }

  /** Returns the same plan, with these inputs checked. */
  static RelNode in(RelNode plan) {
    List<RelNode> inputs = new ArrayList<>();
    boolean changed = false;
    for (RelNode input : plan.getInputs()) {
      RelNode below = in(input);
      RelNode checked =
          below instanceof EnumerableRel && readsOn(plan, inputs.size())
              ? new CheckedInput(below)
              : below;
      changed |= checked != input;
      inputs.add(checked);
    }
    return changed ? plan.copy(plan.getTraitSet(), inputs) : plan;
  }

  // The others ask for a row when they are asked for one.
  private static boolean readsOn(RelNode node, int input) {
    if (node instanceof EnumerableCalc calc) {
      return calc.getProgram().getCondition() != null;
    }
    return !(node instanceof Project
        || node instanceof EnumerableLimit
        || (node instanceof Union union && union.all)
        || (node instanceof Correlate && input > 0));
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new CheckedInput(inputs.get(0));
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    BlockBuilder block = new BlockBuilder();
    Result rows = implementor.visitChild(this, 0, (EnumerableRel) getInput(), prefer);
    block.add(
        Expressions.return_(
            null, Expressions.call(ROWS, block.append("rows", rows.block), DataContext.ROOT)));
    return implementor.result(rows.physType, block.toBlock());
  }
}
