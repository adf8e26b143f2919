package dev.roster.calcite.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.RexToLixTranslator;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgramBuilder;

/**
 * The values that a plan is executed with: literals, parameters and functions of those, which refer
 * to no row.
 */
final class BoundValues {

  private BoundValues() {}

  /** Returns the code of an {@code Object[]} with the values of {@code expressions}. */
  static Expression array(
      RelNode node,
      List<RexNode> expressions,
      EnumerableRelImplementor implementor,
      BlockBuilder block) {
    RexProgramBuilder program =
        new RexProgramBuilder(node.getRowType(), node.getCluster().getRexBuilder());
    expressions.forEach(expression -> program.addProject(expression, null));
    List<Expression> boxed = new ArrayList<>();
    for (Expression value :
        RexToLixTranslator.translateProjects(
            program.getProgram(),
            implementor.getTypeFactory(),
            implementor.getConformance(),
            block,
            null,
            null,
            DataContext.ROOT,
            (list, index, type) -> {
              throw new IllegalStateException("a value that is bound refers to no row");
            },
            implementor::getCorrelVariableGetter)) {
      boxed.add(Expressions.convert_(value, Object.class));
    }
    return Expressions.newArrayInit(Object.class, boxed);
  }
}
