package dev.roster.jdbc;

import dev.roster.calcite.error.SqlState;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.NClob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Struct;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The part of a connection that has no meaning where every call to a provider counts at once and no
 * catalog, LOB or type of the user's exists. What tools call all the same is accepted; auto-commit
 * is on, and commit and rollback do nothing.
 */
abstract class ConnectionWithoutTransactions implements Connection {

  private final Properties clientInfo = new Properties();
  private boolean autoCommit = true;

  /** Throws if the connection is closed. */
  abstract void checkOpen() throws SQLException;

  static SQLException notSupported(String what) {
    return SqlState.NOT_SUPPORTED.exception("connection: " + what + " is not supported.");
  }

  @Override
  public void setAutoCommit(boolean value) throws SQLException {
    checkOpen();
    autoCommit = value;
  }

  @Override
  public boolean getAutoCommit() throws SQLException {
    checkOpen();
    return autoCommit;
  }

  @Override
  public void commit() throws SQLException {
    checkOpen();
  }

  @Override
  public void rollback() throws SQLException {
    checkOpen();
  }

  @Override
  public void rollback(Savepoint savepoint) throws SQLException {
    throw notSupported("a savepoint");
  }

  @Override
  public void setTransactionIsolation(int level) throws SQLException {
    checkOpen();
  }

  @Override
  public int getTransactionIsolation() throws SQLException {
    checkOpen();
    return TRANSACTION_NONE;
  }

  @Override
  public void setHoldability(int holdability) throws SQLException {
    checkOpen();
  }

  @Override
  public int getHoldability() throws SQLException {
    checkOpen();
    return ResultSet.HOLD_CURSORS_OVER_COMMIT;
  }

  @Override
  public Savepoint setSavepoint() throws SQLException {
    throw notSupported("a savepoint");
  }

  @Override
  public Savepoint setSavepoint(String name) throws SQLException {
    throw notSupported("a savepoint");
  }

  @Override
  public void releaseSavepoint(Savepoint savepoint) throws SQLException {
    throw notSupported("a savepoint");
  }

  @Override
  public void setCatalog(@Nullable String catalog) throws SQLException {
    checkOpen();
  }

  @Override
  public @Nullable String getCatalog() throws SQLException {
    checkOpen();
    return null;
  }

  @Override
  public Map<String, Class<?>> getTypeMap() throws SQLException {
    checkOpen();
    return Map.of();
  }

  @Override
  public void setTypeMap(Map<String, Class<?>> map) throws SQLException {
    checkOpen();
    if (!map.isEmpty()) {
      throw notSupported("a type map");
    }
  }

  @Override
  public Clob createClob() throws SQLException {
    throw notSupported("CLOB");
  }

  @Override
  public Blob createBlob() throws SQLException {
    throw notSupported("BLOB");
  }

  @Override
  public NClob createNClob() throws SQLException {
    throw notSupported("NCLOB");
  }

  @Override
  public SQLXML createSQLXML() throws SQLException {
    throw notSupported("XML");
  }

  @Override
  public Struct createStruct(String typeName, @Nullable Object[] attributes) throws SQLException {
    throw notSupported("STRUCT");
  }

  @Override
  public void setNetworkTimeout(Executor executor, int milliseconds) throws SQLException {
    checkOpen();
  }

  @Override
  public int getNetworkTimeout() throws SQLException {
    checkOpen();
    return 0;
  }

  @Override
  public void setClientInfo(String name, @Nullable String value) {
    if (value == null) {
      clientInfo.remove(name);
    } else {
      clientInfo.setProperty(name, value);
    }
  }

  @Override
  public void setClientInfo(Properties properties) {
    clientInfo.clear();
    clientInfo.putAll(properties);
  }

  @Override
  public @Nullable String getClientInfo(String name) throws SQLException {
    checkOpen();
    return clientInfo.getProperty(name);
  }

  @Override
  public Properties getClientInfo() throws SQLException {
    checkOpen();
    Properties copy = new Properties();
    copy.putAll(clientInfo);
    return copy;
  }
}
