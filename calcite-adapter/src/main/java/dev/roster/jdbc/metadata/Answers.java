package dev.roster.jdbc.metadata;

import dev.roster.calcite.error.SqlState;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** The metadata of an open connection; of a closed one each question is an error. */
abstract class Answers implements DatabaseMetaData {

  private final Connection connection;

  Answers(Connection connection) {
    this.connection = connection;
  }

  @Override
  public final Connection getConnection() throws SQLException {
    checkOpen();
    return connection;
  }

  /**
   * Throws if the connection is closed.
   *
   * @throws SQLException 08003
   */
  final void checkOpen() throws SQLException {
    if (connection.isClosed()) {
      throw SqlState.CLOSED.exception("metadata: the connection is closed. Open another.");
    }
  }

  final boolean answer(boolean value) throws SQLException {
    checkOpen();
    return value;
  }

  final int answer(int value) throws SQLException {
    checkOpen();
    return value;
  }

  final long answer(long value) throws SQLException {
    checkOpen();
    return value;
  }

  final String answer(String value) throws SQLException {
    checkOpen();
    return value;
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (!isWrapperFor(type)) {
      throw SqlState.INVALID_ARGUMENT.exception(
          "metadata: it is no "
              + (type == null ? "null" : type.getName())
              + ". Ask isWrapperFor first.");
    }
    return type.cast(this);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type != null && type.isInstance(this);
  }
}
