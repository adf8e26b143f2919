package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a connection takes, keeps and refuses; none of it asks a provider. */
class ConnectionTest {

  private Roster roster;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    roster = Roster.writing();
    connection = roster.connection;
  }

  @AfterEach
  void close() throws SQLException {
    assertThat(roster.requests()).isEmpty();
    roster.close();
  }

  private interface Action {
    void run() throws SQLException;
  }

  private static String stateOf(Action action) {
    return catchThrowableOfType(SQLException.class, action::run).getSQLState();
  }

  @Test
  void transactionsAreAcceptedAndDoNothing() throws SQLException {
    assertThat(connection.getAutoCommit()).isTrue();
    connection.setAutoCommit(false);
    assertThat(connection.getAutoCommit()).isFalse();
    connection.commit();
    connection.rollback();
    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_NONE);
    connection.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT);
    assertThat(connection.getHoldability()).isEqualTo(ResultSet.HOLD_CURSORS_OVER_COMMIT);
    connection.beginRequest();
    connection.endRequest();
    connection.setNetworkTimeout(Runnable::run, 1000);
    assertThat(connection.getNetworkTimeout()).isZero();
  }

  @Test
  void whatIsNotSupportedSaysSo() {
    assertThat(stateOf(() -> connection.setSavepoint())).isEqualTo("0A000");
    assertThat(stateOf(() -> connection.createClob())).isEqualTo("0A000");
    assertThat(stateOf(() -> connection.createStruct("X", new Object[0]))).isEqualTo("0A000");
    assertThat(stateOf(() -> connection.setTypeMap(Map.of("X", String.class)))).isEqualTo("0A000");
  }

  @Test
  void argumentsWithoutAMeaningAreRefused() {
    assertThat(stateOf(() -> connection.setTransactionIsolation(77))).isEqualTo("22023");
    assertThat(stateOf(() -> connection.setHoldability(77))).isEqualTo("22023");
    assertThat(stateOf(() -> connection.createStatement(77, 77))).isEqualTo("22023");
    assertThat(stateOf(() -> connection.isValid(-1))).isEqualTo("22023");
    assertThat(stateOf(() -> connection.createArrayOf("POINT", new Object[0]))).isEqualTo("22023");
    assertThat(stateOf(() -> connection.setSchema("nowhere"))).isEqualTo("42S02");
  }

  @Test
  void clientInfoIsKeptButNoSecret() throws SQLException {
    connection.setClientInfo("ApplicationName", "a tool");
    connection.setClientInfo("password", "s3cret");
    connection.setClientInfo("linkedapitoken", "s3cret");
    connection.setClientInfo("pwd", "linkedapiToken=s3cret");
    assertThat((Throwable) connection.getWarnings())
        .hasMessage(
            "connection: there is no client info password. Use one of ApplicationName,"
                + " ClientHostname, ClientUser.");
    assertThat(connection.getClientInfo()).containsOnlyKeys("ApplicationName");
    assertThat(connection.getClientInfo("ApplicationName")).isEqualTo("a tool");
    connection.setClientInfo("ApplicationName", null);
    assertThat(connection.getClientInfo()).isEmpty();
    Properties all = new Properties();
    all.setProperty("ClientUser", "me");
    all.setProperty("postpressKey", "s3cret");
    connection.setClientInfo(all);
    assertThat(connection.getClientInfo()).containsOnlyKeys("ClientUser");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{call p(?, ?)};|call p(?, ?)",
        "{? = call p(?)}|call p(?)",
        "{call p}|call p()",
        "SELECT {fn ucase('x')} ;|SELECT {fn ucase('x')}",
        "SELECT 1; -- one;|SELECT 1",
        "SELECT '{call p(?)};'|SELECT '{call p(?)};'",
      })
  void nativeSqlIsWhatTheParserGets(String sql, String parsed) throws SQLException {
    assertThat(connection.nativeSQL(sql).trim()).isEqualTo(parsed.trim());
  }

  @Test
  void closingClosesTheStatementsAndTheirRows() throws SQLException {
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery("VALUES (1)");
    connection.close();
    assertThat(connection.isClosed()).isTrue();
    assertThat(connection.isValid(1)).isFalse();
    assertThat(statement.isClosed()).isTrue();
    assertThat(rows.isClosed()).isTrue();
    connection.close();
    connection.abort(Runnable::run);
    assertThat(stateOf(() -> connection.getAutoCommit())).isEqualTo("08003");
    assertThat(stateOf(() -> connection.setSavepoint())).isEqualTo("08003");
    assertThat(stateOf(() -> statement.getMaxRows())).isEqualTo("08003");
    assertThat(
            catchThrowableOfType(
                    SQLClientInfoException.class, () -> connection.setClientInfo("a", "b"))
                .getSQLState())
        .isEqualTo("08003");
  }
}
