package dev.roster.calcite.plan;

import dev.roster.bindings.Operation;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.ProcedureFunction;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.TableFunctionScan;
import org.apache.calcite.rel.metadata.RelColumnMapping;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlExplainLevel;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.validate.SqlUserDefinedTableFunction;
import org.jspecify.annotations.Nullable;

/**
 * The physical call of a procedure. Calcite has a node of its own for table functions, but that one
 * passes arrays on where a row of one column must be the value itself.
 */
final class ProcedureScan extends TableFunctionScan implements EnumerableRel {

  private static final Method ROWS =
      Types.lookupMethod(ProcedureFunction.class, "rows", DataContext.class, Object[].class);

  private ProcedureScan(
      RelOptCluster cluster,
      RelTraitSet traits,
      List<RelNode> inputs,
      RexNode call,
      @Nullable Type elementType,
      RelDataType rowType,
      @Nullable Set<RelColumnMapping> columnMappings) {
    super(cluster, traits, inputs, call, elementType, rowType, columnMappings);
  }

  /** Returns the physical form of a logical call of a procedure. */
  static ProcedureScan of(TableFunctionScan scan) {
    return new ProcedureScan(
        scan.getCluster(),
        scan.getCluster().traitSetOf(EnumerableConvention.INSTANCE),
        scan.getInputs(),
        scan.getCall(),
        scan.getElementType(),
        scan.getRowType(),
        scan.getColumnMappings());
  }

  /** Returns the procedure that a node calls, or null if it calls another function. */
  static @Nullable ProcedureFunction procedure(TableFunctionScan scan) {
    return scan.getCall() instanceof RexCall call
            && call.getOperator() instanceof SqlUserDefinedTableFunction function
            && function.getFunction() instanceof ProcedureFunction procedure
        ? procedure
        : null;
  }

  @Override
  public ProcedureScan copy(
      RelTraitSet traits,
      List<RelNode> inputs,
      RexNode call,
      @Nullable Type elementType,
      RelDataType rowType,
      @Nullable Set<RelColumnMapping> columnMappings) {
    return new ProcedureScan(
        getCluster(), traits, inputs, call, elementType, rowType, columnMappings);
  }

  // Another plan is no other call.
  @Override
  public RelWriter explainTerms(RelWriter writer) {
    RelWriter terms = super.explainTerms(writer);
    ProcedureFunction procedure = procedure(this);
    Operation operation = procedure == null ? null : procedure.declaration().operation();
    if (writer.getDetailLevel() == SqlExplainLevel.DIGEST_ATTRIBUTES || operation == null) {
      return terms;
    }
    return ShownCalls.of(operation, calls(Objects.requireNonNull(procedure))).explain(terms);
  }

  private String calls(ProcedureFunction function) {
    Procedure<?> procedure = function.declaration();
    if (function.isDryRun()) {
      return CallCount.NONE.toString();
    }
    if (!procedure.writes()) {
      // It looks until something has happened.
      return CallCount.atLeast(1).toString();
    }
    if (!procedure.doesOneThing()) {
      return CallCount.atLeast(0).toString();
    }
    // What is recorded under a key that was given is not sent again.
    RexNode requestKey = arguments().get(arguments().size() - 1);
    boolean fresh = requestKey instanceof RexLiteral literal && literal.isNull();
    return new CallCount(fresh ? 1 : 0, 1).toString();
  }

  // Less than Calcite's own node, so that this one wins. Zero would not: the planner rounds it up.
  @Override
  public @Nullable RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery metadata) {
    return planner.getCostFactory().makeTinyCost().multiplyBy(0.5);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    PhysType row = PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY);
    BlockBuilder block = new BlockBuilder();
    block.add(
        Expressions.return_(
            null,
            Expressions.call(
                implementor.stash(procedure(this), ProcedureFunction.class),
                ROWS,
                DataContext.ROOT,
                BoundValues.array(this, arguments(), implementor, block))));
    return implementor.result(row, block.toBlock());
  }

  private List<RexNode> arguments() {
    return ((RexCall) getCall())
        .getOperands().stream()
            .map(
                argument ->
                    // What was left out.
                    argument.getKind() == SqlKind.DEFAULT
                        ? getCluster().getRexBuilder().makeNullLiteral(argument.getType())
                        : argument)
            .toList();
  }
}
