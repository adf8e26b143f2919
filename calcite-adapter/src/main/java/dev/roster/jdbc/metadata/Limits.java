package dev.roster.jdbc.metadata;

import java.sql.Connection;
import java.sql.SQLException;
import org.apache.calcite.sql.parser.SqlParser;

/**
 * The greatest lengths and numbers of things. Zero says that there is no limit, or that it is not
 * known.
 */
abstract class Limits extends Answers {

  private static final int LONGEST_NAME = SqlParser.DEFAULT_IDENTIFIER_MAX_LENGTH;

  Limits(Connection connection) {
    super(connection);
  }

  // Calcite's parser refuses a longer name.

  @Override
  public int getMaxColumnNameLength() throws SQLException {
    return answer(LONGEST_NAME);
  }

  @Override
  public int getMaxSchemaNameLength() throws SQLException {
    return answer(LONGEST_NAME);
  }

  @Override
  public int getMaxProcedureNameLength() throws SQLException {
    return answer(LONGEST_NAME);
  }

  @Override
  public int getMaxTableNameLength() throws SQLException {
    return answer(LONGEST_NAME);
  }

  // There are no catalogs, cursors with names, or users.

  @Override
  public int getMaxCatalogNameLength() throws SQLException {
    return answer(0);
  }

  @Override
  public int getMaxCursorNameLength() throws SQLException {
    return answer(0);
  }

  @Override
  public int getMaxUserNameLength() throws SQLException {
    return answer(0);
  }

  @Override
  public int getMaxBinaryLiteralLength() throws SQLException {
    return answer(0);
  }

  @Override
  public int getMaxCharLiteralLength() throws SQLException {
    return answer(0);
  }

  @Override
  public int getMaxColumnsInGroupBy() throws SQLException {
    return answer(0);
  }

  @Override
  public int getMaxColumnsInIndex() throws SQLException {
    return answer(0);
  }

  @Override
  public int getMaxColumnsInOrderBy() throws SQLException {
    return answer(0);
  }

  @Override
  public int getMaxColumnsInSelect() throws SQLException {
    return answer(0);
  }

  @Override
  public int getMaxColumnsInTable() throws SQLException {
    return answer(0);
  }

  @Override
  public int getMaxConnections() throws SQLException {
    return answer(0);
  }

  @Override
  public int getMaxIndexLength() throws SQLException {
    return answer(0);
  }

  @Override
  public int getMaxRowSize() throws SQLException {
    return answer(0);
  }

  @Override
  public boolean doesMaxRowSizeIncludeBlobs() throws SQLException {
    return answer(false);
  }

  @Override
  public int getMaxStatementLength() throws SQLException {
    return answer(0);
  }

  @Override
  public int getMaxStatements() throws SQLException {
    return answer(0);
  }

  @Override
  public int getMaxTablesInSelect() throws SQLException {
    return answer(0);
  }

  @Override
  public long getMaxLogicalLobSize() throws SQLException {
    return answer(0L);
  }
}
