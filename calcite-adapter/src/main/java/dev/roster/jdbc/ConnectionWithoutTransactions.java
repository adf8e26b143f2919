package dev.roster.jdbc;

import dev.roster.calcite.error.SqlState;
import dev.roster.jdbc.metadata.ClientInfo;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.NClob;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.ShardingKey;
import java.sql.Struct;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The part of a connection that has no meaning where every call to a provider counts at once and no
 * catalog, LOB or type of the user's exists. What tools call all the same is accepted; auto-commit
 * is on, and commit and rollback do nothing.
 */
abstract class ConnectionWithoutTransactions implements Connection {

  private final Map<String, String> clientInfo = new ConcurrentHashMap<>();
  private volatile boolean autoCommit = true;

  /** Throws if the connection is closed. */
  abstract void checkOpen() throws SQLException;

  /** Adds a warning to those of the connection. */
  abstract void warn(String message);

  static SQLException notSupported(String what) {
    return SqlState.NOT_SUPPORTED.exception("connection: " + what + " is not supported.");
  }

  /** Throws 22023 unless the value is one of those that JDBC has for it. */
  static void oneOf(String what, int value, int... allowed) throws SQLException {
    if (Arrays.stream(allowed).noneMatch(one -> one == value)) {
      throw refused(what + " cannot be " + value + ". Use a constant of java.sql.");
    }
  }

  static void checkHoldability(int holdability) throws SQLException {
    oneOf(
        "the holdability",
        holdability,
        ResultSet.HOLD_CURSORS_OVER_COMMIT,
        ResultSet.CLOSE_CURSORS_AT_COMMIT);
  }

  static SQLException refused(String what) {
    return SqlState.INVALID_ARGUMENT.exception("connection: " + what);
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
    checkOpen();
    throw notSupported("a savepoint");
  }

  @Override
  public void setTransactionIsolation(int level) throws SQLException {
    checkOpen();
    oneOf(
        "the transaction isolation",
        level,
        TRANSACTION_NONE,
        TRANSACTION_READ_UNCOMMITTED,
        TRANSACTION_READ_COMMITTED,
        TRANSACTION_REPEATABLE_READ,
        TRANSACTION_SERIALIZABLE);
  }

  @Override
  public int getTransactionIsolation() throws SQLException {
    checkOpen();
    return TRANSACTION_NONE;
  }

  @Override
  public void setHoldability(int holdability) throws SQLException {
    checkOpen();
    checkHoldability(holdability);
  }

  @Override
  public int getHoldability() throws SQLException {
    checkOpen();
    return ResultSet.HOLD_CURSORS_OVER_COMMIT;
  }

  @Override
  public Savepoint setSavepoint() throws SQLException {
    checkOpen();
    throw notSupported("a savepoint");
  }

  @Override
  public Savepoint setSavepoint(String name) throws SQLException {
    checkOpen();
    throw notSupported("a savepoint");
  }

  @Override
  public void releaseSavepoint(Savepoint savepoint) throws SQLException {
    checkOpen();
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
  public void setTypeMap(@Nullable Map<String, Class<?>> map) throws SQLException {
    checkOpen();
    if (map != null && !map.isEmpty()) {
      throw notSupported("a type map");
    }
  }

  @Override
  public Clob createClob() throws SQLException {
    checkOpen();
    throw notSupported("CLOB");
  }

  @Override
  public Blob createBlob() throws SQLException {
    checkOpen();
    throw notSupported("BLOB");
  }

  @Override
  public NClob createNClob() throws SQLException {
    checkOpen();
    throw notSupported("NCLOB");
  }

  @Override
  public SQLXML createSQLXML() throws SQLException {
    checkOpen();
    throw notSupported("XML");
  }

  @Override
  public Struct createStruct(String typeName, @Nullable Object[] attributes) throws SQLException {
    checkOpen();
    throw notSupported("STRUCT");
  }

  /** Takes no effect: each call of a provider has a time-out of its own. */
  @Override
  public void setNetworkTimeout(@Nullable Executor executor, int milliseconds) throws SQLException {
    checkOpen();
    if (executor == null || milliseconds < 0) {
      throw refused("a network time-out needs an executor, and is not negative.");
    }
  }

  @Override
  public int getNetworkTimeout() throws SQLException {
    checkOpen();
    return 0;
  }

  @Override
  public void beginRequest() throws SQLException {
    checkOpen();
  }

  @Override
  public void endRequest() throws SQLException {
    checkOpen();
  }

  @Override
  public void setShardingKey(@Nullable ShardingKey key) throws SQLException {
    checkOpen();
    throw notSupported("a sharding key");
  }

  @Override
  public void setShardingKey(@Nullable ShardingKey key, @Nullable ShardingKey superKey)
      throws SQLException {
    setShardingKey(key);
  }

  @Override
  public boolean setShardingKeyIfValid(@Nullable ShardingKey key, int timeout) throws SQLException {
    setShardingKey(key);
    return false;
  }

  @Override
  public boolean setShardingKeyIfValid(
      @Nullable ShardingKey key, @Nullable ShardingKey superKey, int timeout) throws SQLException {
    setShardingKey(key);
    return false;
  }

  /**
   * Keeps what a client tells of itself under the names of {@link ClientInfo}. Any other name is a
   * warning and its value is not kept: it could be a credential.
   */
  @Override
  public void setClientInfo(@Nullable String name, @Nullable String value)
      throws SQLClientInfoException {
    String key = checkedInfo(name);
    if (value == null) {
      clientInfo.remove(key);
    } else if (ClientInfo.named(key) != null) {
      clientInfo.put(key, value);
    } else {
      warn(
          "connection: there is no client info "
              + key
              + ". Use one of "
              + String.join(", ", Arrays.stream(ClientInfo.values()).map(ClientInfo::key).toList())
              + ".");
    }
  }

  @Override
  public void setClientInfo(@Nullable Properties properties) throws SQLClientInfoException {
    Properties given = checkedInfo(properties);
    clientInfo.clear();
    for (String name : given.stringPropertyNames()) {
      setClientInfo(name, given.getProperty(name));
    }
  }

  private <T> T checkedInfo(@Nullable T given) throws SQLClientInfoException {
    try {
      checkOpen();
      if (given == null) {
        throw refused("client info has a name. Give it, and null as value to forget it.");
      }
      return given;
    } catch (SQLException thrown) {
      throw new SQLClientInfoException(
          thrown.getMessage(), thrown.getSQLState(), 0, Map.of(), thrown);
    }
  }

  @Override
  public @Nullable String getClientInfo(@Nullable String name) throws SQLException {
    checkOpen();
    if (name == null) {
      throw refused("client info has a name. Give it, or ask for all.");
    }
    return clientInfo.get(name);
  }

  @Override
  public Properties getClientInfo() throws SQLException {
    checkOpen();
    Properties copy = new Properties();
    copy.putAll(clientInfo);
    return copy;
  }
}
