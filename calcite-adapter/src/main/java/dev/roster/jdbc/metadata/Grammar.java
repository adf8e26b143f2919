package dev.roster.jdbc.metadata;

import dev.roster.calcite.function.EscapeFunctions;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Which statements can be written. Tables can be queried, but neither made nor changed in their
 * form.
 */
abstract class Grammar extends NamesAndSchemas {

  Grammar(Connection connection) {
    super(connection);
  }

  // The levels of SQL speak of queries here: what they say of making tables nobody can do.

  @Override
  public boolean supportsMinimumSQLGrammar() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsCoreSQLGrammar() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsExtendedSQLGrammar() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsANSI92EntryLevelSQL() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsANSI92IntermediateSQL() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsANSI92FullSQL() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsIntegrityEnhancementFacility() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsAlterTableWithAddColumn() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsAlterTableWithDropColumn() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsNonNullableColumns() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsColumnAliasing() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean nullPlusNonNullIsNull() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsTableCorrelationNames() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsDifferentTableCorrelationNames() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsExpressionsInOrderBy() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsOrderByUnrelated() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsGroupBy() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsGroupByUnrelated() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsGroupByBeyondSelect() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsLikeEscapeClause() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsOuterJoins() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsFullOuterJoins() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsLimitedOuterJoins() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsSubqueriesInComparisons() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsSubqueriesInExists() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsSubqueriesInIns() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsSubqueriesInQuantifieds() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsCorrelatedSubqueries() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsUnion() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsUnionAll() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsPositionedDelete() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsPositionedUpdate() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsSelectForUpdate() throws SQLException {
    return answer(false);
  }

  // NULL comes last in ascending order, and first in descending.

  @Override
  public boolean nullsAreSortedHigh() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean nullsAreSortedLow() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean nullsAreSortedAtStart() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean nullsAreSortedAtEnd() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsConvert() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsConvert(int fromType, int toType) throws SQLException {
    return answer(Conversions.exists(fromType, toType));
  }

  @Override
  public String getSQLKeywords() throws SQLException {
    return answer(Keywords.OWN);
  }

  @Override
  public String getNumericFunctions() throws SQLException {
    return answer(String.join(",", EscapeFunctions.NUMERIC));
  }

  @Override
  public String getStringFunctions() throws SQLException {
    return answer(String.join(",", EscapeFunctions.STRING));
  }

  @Override
  public String getSystemFunctions() throws SQLException {
    return answer(String.join(",", EscapeFunctions.SYSTEM));
  }

  @Override
  public String getTimeDateFunctions() throws SQLException {
    return answer(String.join(",", EscapeFunctions.TIME_DATE));
  }
}
