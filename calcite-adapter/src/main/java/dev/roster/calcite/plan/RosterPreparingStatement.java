package dev.roster.calcite.plan;

import dev.roster.calcite.catalog.Catalog;
import java.util.List;
import java.util.function.Consumer;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.jdbc.CalcitePrepare;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.prepare.CalcitePrepareImpl;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.sql.SqlExplain;
import org.apache.calcite.sql.SqlExplainFormat;
import org.apache.calcite.sql.SqlExplainLevel;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql2rel.SqlRexConvertletTable;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.jspecify.annotations.Nullable;

/** One statement on its way to a plan, with the checks of keys, procedures and writes. */
final class RosterPreparingStatement extends CalcitePrepareImpl.CalcitePreparingStmt {

  // What RelBuilder takes as: projections stay two.
  private static final int NO_MERGE = -1;

  private final ProcedureGuard guard = new ProcedureGuard();
  private final WriteTarget target;
  private final SchemaPlus root;
  private final Consumer<RelNode> finished;
  private boolean executes;

  /**
   * Makes one.
   *
   * @param finished is given the plan of a statement that is to be executed
   */
  RosterPreparingStatement(
      CalcitePrepareImpl prepare,
      Consumer<RelNode> finished,
      CalcitePrepare.Context context,
      CatalogReader catalogReader,
      EnumerableRel.Prefer prefer,
      RelOptCluster cluster,
      Convention resultConvention,
      SqlRexConvertletTable convertletTable) {
    super(
        prepare,
        context,
        catalogReader,
        context.getTypeFactory(),
        context.getRootSchema(),
        prefer,
        cluster,
        resultConvention,
        convertletTable);
    this.finished = finished;
    root = context.getRootSchema().plus();
    target = new WriteTarget(catalogReader, () -> Catalog.of(root));
  }

  @Override
  public PreparedResult prepareSql(
      SqlNode query,
      SqlNode original,
      Class<?> runtimeContextClass,
      SqlValidator validator,
      boolean needsValidation) {
    SqlNode statement = query instanceof SqlExplain explain ? explain.getExplicandum() : query;
    executes = query.getKind() != SqlKind.EXPLAIN;
    target.check(statement);
    if (statement instanceof CalledProcedure called) {
      called.resolve(root);
    }
    PreparedResult result =
        super.prepareSql(query, original, runtimeContextClass, validator, needsValidation);
    target.checkWidth(statement, validator);
    // Validation has put the functions themselves in the place of their names.
    guard.check(statement, executes);
    return result;
  }

  // Where Calcite merges a select list that has a correlated sub-query with the one of the derived
  // table below, it numbers the columns as below that table, but reads them from the table: others.
  @Override
  protected SqlToRelConverter getSqlToRelConverter(
      SqlValidator validator, CatalogReader catalogReader, SqlToRelConverter.Config config) {
    return super.getSqlToRelConverter(
        validator,
        catalogReader,
        config.addRelBuilderConfigTransform(builder -> builder.withBloat(NO_MERGE)));
  }

  // The planner does both again once sub-queries have become joins. Done before, beside a LATERAL,
  // they lose what a sub-query refers to, and it reads other columns.
  @Override
  protected RelNode decorrelate(SqlToRelConverter converter, SqlNode query, RelNode rootRel) {
    return SubQueries.in(rootRel) ? rootRel : super.decorrelate(converter, query, rootRel);
  }

  @Override
  protected RelRoot trimUnusedFields(RelRoot root) {
    return SubQueries.in(root.rel) ? root : super.trimUnusedFields(root);
  }

  // The first step after the conversion, before unused fields and empty inputs are left out.
  @Override
  public RelNode flattenTypes(RelNode root, boolean restructure) {
    guard.sawConverted(root);
    return super.flattenTypes(ModifyConversion.converted(root), restructure);
  }

  @Override
  protected PreparedResult createPreparedExplanation(
      RelDataType resultType,
      RelDataType parameterRowType,
      @Nullable RelRoot root,
      SqlExplainFormat format,
      SqlExplainLevel detailLevel) {
    return super.createPreparedExplanation(
        resultType,
        parameterRowType,
        root == null ? null : root.withRel(PlanShown.of(root.rel)),
        format,
        detailLevel);
  }

  @Override
  protected RelRoot optimize(
      RelRoot root,
      List<Materialization> materializations,
      List<CalciteSchema.LatticeEntry> lattices) {
    RelRoot plan = super.optimize(root, materializations, lattices);
    PlanCheck.check(plan.rel);
    guard.sawPlanned(plan.rel);
    RelRoot whole = plan.withRel(PlanFinish.of(plan.rel));
    if (!executes) {
      return whole;
    }
    finished.accept(whole.rel);
    return whole.withRel(CheckedInput.in(whole.rel));
  }
}
