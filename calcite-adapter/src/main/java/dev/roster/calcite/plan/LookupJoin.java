package dev.roster.calcite.plan;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.JoinType;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.ParameterExpression;
import org.apache.calcite.linq4j.tree.Primitive;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.plan.volcano.RelSubset;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.sql.SqlExplainLevel;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/**
 * A join that takes the keys of its right side from the rows of the left one. The right side is
 * evaluated once a left row, in their order, with calls that were started ahead: see {@link
 * LookupRows}.
 */
final class LookupJoin extends Correlate implements EnumerableRel {

  // What a LookupJoin costs beside its calls. Inside the right side of another one it is paid a
  // left row: the calls there are made one after the other, so it belongs to the left instead.
  private static final double OWN_COST = 1000;

  private static final Method ROWS =
      Types.lookupMethod(
          LookupRows.class,
          "rows",
          Enumerable.class,
          DataContext.class,
          Function1.class,
          Function1.class);

  private final RowsWanted wanted;

  private LookupJoin(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelNode left,
      RelNode right,
      CorrelationId correlationId,
      ImmutableBitSet requiredColumns,
      JoinRelType joinType,
      RowsWanted wanted) {
    super(cluster, traits, List.of(), left, right, correlationId, requiredColumns, joinType);
    this.wanted = wanted;
  }

  /** Makes a join of physical inputs. */
  static LookupJoin of(
      RelNode left,
      RelNode right,
      CorrelationId correlationId,
      ImmutableBitSet requiredColumns,
      JoinRelType joinType) {
    return new LookupJoin(
        left.getCluster(),
        left.getCluster().traitSetOf(EnumerableConvention.INSTANCE),
        left,
        right,
        correlationId,
        requiredColumns,
        joinType,
        RowsWanted.ALL);
  }

  @Override
  public LookupJoin copy(
      RelTraitSet traits,
      RelNode newLeft,
      RelNode newRight,
      CorrelationId newCorrelationId,
      ImmutableBitSet newRequiredColumns,
      JoinRelType newJoinType) {
    return new LookupJoin(
        getCluster(),
        traits,
        newLeft,
        newRight,
        newCorrelationId,
        newRequiredColumns,
        newJoinType,
        wanted);
  }

  /** Returns the same join with other inputs, of which so many rows are wanted. */
  LookupJoin wanting(RowsWanted rows, RelNode newLeft, RelNode newRight) {
    return new LookupJoin(
        getCluster(),
        getTraitSet(),
        newLeft,
        newRight,
        correlationId,
        requiredColumns,
        joinType,
        rows);
  }

  // How the plan shows it. While it is planned, the right side is not known yet.
  @Override
  public RelWriter explainTerms(RelWriter writer) {
    if (writer.getDetailLevel() == SqlExplainLevel.DIGEST_ATTRIBUTES
        || right instanceof RelSubset) {
      return super.explainTerms(writer);
    }
    List<String> lookups = new ArrayList<>();
    for (KeyedScan scan : LookedUp.scans(right, correlationId)) {
      lookups.add(
          scan.scanned().qualifiedName()
              + " by "
              + scan.scanned().neededColumn()
              + " = "
              + scan.keys());
    }
    return writer
        .input("left", left)
        .input("right", right)
        .item("joinType", joinType.lowerName)
        .item("left", correlationId)
        .item("lookups", lookups);
  }

  @Override
  public @Nullable RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery metadata) {
    RelOptCost cost = super.computeSelfCost(planner, metadata);
    return cost == null
        ? null
        : cost.plus(planner.getCostFactory().makeCost(OWN_COST, OWN_COST, 0));
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    BlockBuilder block = new BlockBuilder();
    Result leftResult = implementor.visitChild(this, 0, (EnumerableRel) left, Prefer.ARRAY);
    Expression leftRows = block.append("left", arrays(leftResult, block));
    PhysType leftRow = ofArrays(leftResult, left, implementor);

    LookedUp lookedUp = LookedUp.in(right, correlationId);
    LeftRow keysOf = new LeftRow(implementor, leftRow);
    keysOf.block.add(
        Expressions.return_(
            null, BoundValues.array(this, lookedUp.computed(), implementor, keysOf.block)));
    implementor.clearCorrelVariable(getCorrelVariable());

    LeftRow rowsOf = new LeftRow(implementor, leftRow);
    Result rightResult = implementor.visitChild(this, 1, (EnumerableRel) right, Prefer.ARRAY);
    rowsOf.block.add(Expressions.return_(null, arrays(rightResult, rowsOf.block)));
    implementor.clearCorrelVariable(getCorrelVariable());

    PhysType row = PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY);
    LookupRows rows =
        new LookupRows(
            lookedUp,
            wanted,
            JoinType.valueOf(joinType.name()),
            left.getRowType().getFieldCount(),
            joinType.projectsRight() ? right.getRowType().getFieldCount() : 0);
    block.add(
        Expressions.return_(
            null,
            Expressions.call(
                implementor.stash(rows, LookupRows.class),
                ROWS,
                leftRows,
                DataContext.ROOT,
                Expressions.lambda(keysOf.block.toBlock(), keysOf.parameter),
                Expressions.lambda(rowsOf.block.toBlock(), rowsOf.parameter))));
    return implementor.result(row, block.toBlock());
  }

  // Rows of one column may be the value itself, all others are arrays.
  private static Expression arrays(Result result, BlockBuilder block) {
    Expression rows = block.append("rows", result.block);
    return isValueOrArray(result.physType)
        ? rows
        : result.physType.convertTo(rows, JavaRowFormat.ARRAY);
  }

  private static PhysType ofArrays(Result result, RelNode node, EnumerableRelImplementor within) {
    return isValueOrArray(result.physType)
        ? result.physType
        : PhysTypeImpl.of(within.getTypeFactory(), node.getRowType(), JavaRowFormat.ARRAY, false);
  }

  private static boolean isValueOrArray(PhysType type) {
    return type.getFormat() == JavaRowFormat.ARRAY || type.getFormat() == JavaRowFormat.SCALAR;
  }

  /** A function of a left row: its parameter, and its code, which can refer to the row. */
  private final class LeftRow {
    private final BlockBuilder block = new BlockBuilder();
    private final ParameterExpression parameter;

    LeftRow(EnumerableRelImplementor implementor, PhysType type) {
      Type rowClass = type.getJavaRowType();
      ParameterExpression row;
      if (Primitive.is(rowClass)) {
        // The parameter of a lambda is an object.
        parameter =
            Expressions.parameter(
                Modifier.FINAL, Primitive.box(rowClass), "$box" + getCorrelVariable());
        row = (ParameterExpression) block.append(getCorrelVariable(), Expressions.unbox(parameter));
      } else {
        parameter = Expressions.parameter(Modifier.FINAL, rowClass, getCorrelVariable());
        row = parameter;
      }
      implementor.registerCorrelVariable(getCorrelVariable(), row, block, type);
    }
  }
}
