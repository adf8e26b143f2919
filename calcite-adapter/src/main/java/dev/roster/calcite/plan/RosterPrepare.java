package dev.roster.calcite.plan;

import dev.roster.calcite.error.SqlFailures;
import dev.roster.calcite.statement.CallSender;
import dev.roster.calcite.statement.StatementCalls;
import java.lang.reflect.Type;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.config.Lex;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.plan.RelOptCostFactory;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.prepare.CalcitePrepareImpl;
import org.apache.calcite.prepare.Prepare;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.util.TryThreadLocal;
import org.jspecify.annotations.Nullable;

/**
 * How Roster prepares a statement: as Calcite does, but with CALL, with its own rules, with the
 * checks of the plan, and with rows that begin by running the statement's procedure and end by
 * ending its calls.
 */
public final class RosterPrepare extends CalcitePrepareImpl {

  private SureCalls sure = SureCalls.NONE;

  /** Made by the driver, once a statement. */
  public RosterPrepare() {}

  @Override
  public <T> CalciteSignature<T> prepareSql(
      Context context, Query<T> query, Type elementType, long maxRowCount) {
    // A list of any length stays a condition; as a join it could not give keys.
    TryThreadLocal.Memo before = Prepare.THREAD_INSUBQUERY_THRESHOLD.push(Integer.MAX_VALUE);
    try {
      // Threads that share a connection share its types, which are kept without a lock.
      synchronized (context.getTypeFactory()) {
        sure = SureCalls.NONE;
        return started(super.prepareSql(context, query, elementType, maxRowCount), sure);
      }
    } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
      throw SqlFailures.ofPrepare(thrown);
    } finally {
      before.close();
    }
  }

  private static <T> CalciteSignature<T> started(CalciteSignature<T> signature, SureCalls sure) {
    return new CalciteSignature<>(
        signature.sql,
        signature.parameters,
        signature.internalParameters,
        signature.rowType,
        signature.columns,
        signature.cursorFactory,
        signature.rootSchema,
        signature.getCollationList(),
        -1,
        root -> rows(signature, new StatementContext(root), sure),
        signature.statementType);
  }

  private static <T> Enumerable<T> rows(
      CalciteSignature<T> signature, DataContext root, SureCalls sure) {
    StatementCalls calls = StatementCalls.of(root, CallSender.DIRECT);
    // Before the rows are made: a count reads its input as it is made.
    sure.require(root, calls);
    return new StatementRows<>(signature.enumerable(root), calls);
  }

  // The text of a view; a statement is read as its connection says.
  @Override
  protected SqlParser createParser(String sql) {
    return createParser(
        sql, parserConfig().withLex(Lex.MYSQL_ANSI).withConformance(SqlConformanceEnum.LENIENT));
  }

  @Override
  protected SqlParser createParser(String sql, SqlParser.Config config) {
    return super.createParser(sql, config.withParserFactory(RosterParser.FACTORY));
  }

  @Override
  protected RelOptPlanner createPlanner(
      Context prepareContext,
      org.apache.calcite.plan.@Nullable Context externalContext,
      @Nullable RelOptCostFactory costFactory) {
    RelOptPlanner planner = super.createPlanner(prepareContext, externalContext, costFactory);
    ApiRules.register(planner);
    return planner;
  }

  @Override
  protected CalcitePreparingStmt getPreparingStmt(
      Context context,
      Type elementType,
      CalciteCatalogReader catalogReader,
      RelOptPlanner planner) {
    return new RosterPreparingStatement(
        this,
        plan -> sure = SureCalls.of(plan),
        context,
        catalogReader,
        elementType == Object[].class ? EnumerableRel.Prefer.ARRAY : EnumerableRel.Prefer.CUSTOM,
        createCluster(planner, new RexBuilder(context.getTypeFactory())),
        EnumerableConvention.INSTANCE,
        createConvertletTable());
  }
}
