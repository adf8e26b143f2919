package dev.roster.calcite.plan;

import dev.roster.calcite.table.TableWrite;
import java.lang.reflect.Method;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.plan.volcano.RelSubset;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlExplainLevel;
import org.apache.calcite.sql.SqlKind;

/**
 * An INSERT, UPDATE or DELETE of a table: writes the rows of its input, and gives one row with the
 * number of things that are confirmed. Its input has a column for each of {@link
 * TableWrite#columns()}. {@link ApiModifyRule} makes the physical form of the logical one.
 */
final class ApiModify extends SingleRel implements EnumerableRel {

  private static final Method ROWS =
      Types.lookupMethod(Modification.class, "rows", DataContext.class, Enumerable.class);

  private final Modification modification;

  private ApiModify(
      RelOptCluster cluster, RelTraitSet traits, RelNode input, Modification modification) {
    super(cluster, traits, input);
    this.modification = modification;
  }

  /** Returns the logical form. */
  static ApiModify of(RelNode input, Modification modification) {
    RelOptCluster cluster = input.getCluster();
    return new ApiModify(cluster, cluster.traitSetOf(Convention.NONE), input, modification);
  }

  /** Returns the physical form, of a physical input. */
  ApiModify physical(RelNode input) {
    return new ApiModify(
        getCluster(), getCluster().traitSetOf(EnumerableConvention.INSTANCE), input, modification);
  }

  Modification modification() {
    return modification;
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new ApiModify(getCluster(), traits, sole(inputs), modification);
  }

  @Override
  protected RelDataType deriveRowType() {
    // The same for the three: a count.
    return RelOptUtil.createDmlRowType(SqlKind.INSERT, getCluster().getTypeFactory());
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    RelWriter terms =
        super.explainTerms(writer)
            .item("table", modification.table().qualifiedName())
            .item("operation", modification.operation())
            .item("columns", modification.write().columns())
            .item("procedure", modification.write().procedure());
    return writer.getDetailLevel() == SqlExplainLevel.DIGEST_ATTRIBUTES
            || input instanceof RelSubset
        ? terms
        : modification.shownCalls(RowCount.of(input)).explain(terms);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    BlockBuilder block = new BlockBuilder();
    Result input = implementor.visitChild(this, 0, (EnumerableRel) getInput(), Prefer.ARRAY);
    PhysType row = PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY);
    block.add(
        Expressions.return_(
            null,
            Expressions.call(
                implementor.stash(modification, Modification.class),
                ROWS,
                DataContext.ROOT,
                block.append("rows", input.block))));
    return implementor.result(row, block.toBlock());
  }
}
