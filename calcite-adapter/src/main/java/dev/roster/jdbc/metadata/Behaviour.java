package dev.roster.jdbc.metadata;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.RowIdLifetime;
import java.sql.SQLException;

/**
 * How statements, procedures and rows behave: there are no transactions, and rows come forward only
 * and do not change.
 */
abstract class Behaviour extends Grammar {

  Behaviour(Connection connection) {
    super(connection);
  }

  // A write counts at once.

  @Override
  public boolean supportsTransactions() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsMultipleTransactions() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsDataDefinitionAndDataManipulationTransactions() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsDataManipulationTransactionsOnly() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean dataDefinitionCausesTransactionCommit() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean dataDefinitionIgnoredInTransactions() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsSavepoints() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean autoCommitFailureClosesAllResultSets() throws SQLException {
    return answer(false);
  }

  @Override
  public int getDefaultTransactionIsolation() throws SQLException {
    return answer(Connection.TRANSACTION_NONE);
  }

  @Override
  public boolean supportsTransactionIsolationLevel(int level) throws SQLException {
    return answer(level == Connection.TRANSACTION_NONE);
  }

  // A commit does nothing, so everything stays open.

  @Override
  public boolean supportsOpenCursorsAcrossCommit() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsOpenCursorsAcrossRollback() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsOpenStatementsAcrossCommit() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsOpenStatementsAcrossRollback() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsResultSetHoldability(int holdability) throws SQLException {
    return answer(holdability == ResultSet.HOLD_CURSORS_OVER_COMMIT);
  }

  @Override
  public int getResultSetHoldability() throws SQLException {
    return answer(ResultSet.HOLD_CURSORS_OVER_COMMIT);
  }

  @Override
  public boolean supportsResultSetType(int type) throws SQLException {
    return answer(type == ResultSet.TYPE_FORWARD_ONLY);
  }

  @Override
  public boolean supportsResultSetConcurrency(int type, int concurrency) throws SQLException {
    return answer(type == ResultSet.TYPE_FORWARD_ONLY && concurrency == ResultSet.CONCUR_READ_ONLY);
  }

  // Rows are those of an answer: nothing changes in them.

  @Override
  public boolean ownUpdatesAreVisible(int type) throws SQLException {
    return answer(false);
  }

  @Override
  public boolean ownDeletesAreVisible(int type) throws SQLException {
    return answer(false);
  }

  @Override
  public boolean ownInsertsAreVisible(int type) throws SQLException {
    return answer(false);
  }

  @Override
  public boolean othersUpdatesAreVisible(int type) throws SQLException {
    return answer(false);
  }

  @Override
  public boolean othersDeletesAreVisible(int type) throws SQLException {
    return answer(false);
  }

  @Override
  public boolean othersInsertsAreVisible(int type) throws SQLException {
    return answer(false);
  }

  @Override
  public boolean updatesAreDetected(int type) throws SQLException {
    return answer(false);
  }

  @Override
  public boolean deletesAreDetected(int type) throws SQLException {
    return answer(false);
  }

  @Override
  public boolean insertsAreDetected(int type) throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsStoredProcedures() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsStoredFunctionsUsingCallSyntax() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsNamedParameters() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsBatchUpdates() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsMultipleResultSets() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsMultipleOpenResults() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsStatementPooling() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsRefCursors() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsSharding() throws SQLException {
    return answer(false);
  }

  // Providers make the keys; what a write made is in its rows.

  @Override
  public boolean supportsGetGeneratedKeys() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean generatedKeyAlwaysReturned() throws SQLException {
    return answer(false);
  }

  // LOBs are copies in memory.

  @Override
  public boolean locatorsUpdateCopy() throws SQLException {
    return answer(true);
  }

  @Override
  public RowIdLifetime getRowIdLifetime() throws SQLException {
    checkOpen();
    return RowIdLifetime.ROWID_UNSUPPORTED;
  }

  @Override
  public int getSQLStateType() throws SQLException {
    return answer(sqlStateSQL);
  }

  @Override
  public boolean usesLocalFiles() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean usesLocalFilePerTable() throws SQLException {
    return answer(false);
  }

  // Those that write need the connection property that allows it.

  @Override
  public boolean allProceduresAreCallable() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean allTablesAreSelectable() throws SQLException {
    return answer(true);
  }
}
