package dev.roster.jdbc;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;

/**
 * An object of JDBC in one state of its life.
 *
 * @param name what it is, and in which state
 * @param type the interface whose methods are called
 * @param closed whether it, or what it belongs to, is closed
 * @param opening makes it; whatever that asks of a provider does not count
 */
record JdbcState<T>(String name, Class<T> type, boolean closed, Opening<T> opening) {

  static final String ROWS = "SELECT id, avatar_url, connected_at, seats FROM fake.accounts";

  /** Makes an object of a connection. */
  interface Opening<T> {
    T of(Connection connection) throws SQLException;
  }

  /** Does something to an object, so that it comes into its state. */
  interface Change<T> {
    void of(T object) throws SQLException;
  }

  static <T> JdbcState<T> open(String name, Class<T> type, Opening<T> opening) {
    return new JdbcState<>(name, type, false, opening);
  }

  /** Returns the state that a change of this one leads to, with what it is closed. */
  JdbcState<T> closedBy(String how, Change<T> change) {
    return new JdbcState<>(
        name + ", " + how,
        type,
        true,
        connection -> {
          T object = opening.of(connection);
          change.of(object);
          return object;
        });
  }

  /** Returns the state in which the connection is closed. */
  JdbcState<T> closedWithItsConnection() {
    return new JdbcState<>(
        name + ", connection closed",
        type,
        true,
        connection -> {
          T object = opening.of(connection);
          connection.close();
          return object;
        });
  }

  static Statement executed(Connection connection) throws SQLException {
    Statement statement = connection.createStatement();
    statement.execute(ROWS);
    return statement;
  }

  static PreparedStatement prepared(Connection connection) throws SQLException {
    return connection.prepareStatement("SELECT id FROM fake.accounts WHERE id = ?");
  }

  static PreparedStatement bound(Connection connection) throws SQLException {
    PreparedStatement statement = prepared(connection);
    statement.setString(1, "a");
    return statement;
  }

  static CallableStatement callable(Connection connection) throws SQLException {
    return connection.prepareCall("{call fake.send(?, ?)}");
  }

  static CallableStatement called(Connection connection) throws SQLException {
    CallableStatement statement = connection.prepareCall("{? = call fake.one(?)}");
    statement.registerOutParameter(1, Types.VARCHAR);
    statement.setString(2, "x");
    statement.execute();
    return statement;
  }

  /** Returns rows of which so many have been read. */
  static ResultSet rows(Connection connection, int read) throws SQLException {
    ResultSet rows = connection.createStatement().executeQuery(ROWS);
    for (int i = 0; i < read; i++) {
      rows.next();
    }
    return rows;
  }

  @Override
  public String toString() {
    return name;
  }
}
