package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program that uses the driver is told when something goes wrong. */
class FailureTest {

  private Roster roster;

  @BeforeEach
  void open() throws SQLException {
    roster = Roster.writing();
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELEC * FROM fake.accounts | 42601 | syntax: ",
        "SELECT * FROM | 42601 | syntax: ",
        "CREATE TABLE x (i INTEGER) | 42601 | syntax: ",
        "CALL fake.send('x', times => 2) | 42601 | some arguments are named and some are not",
        "SELECT * FROM fake.nothing | 42S02 | line 1, column 15: Object 'nothing' not found within"
            + " 'fake'",
        "SELECT * FROM nowhere.nothing | 42S02 | not found",
        "SELECT * FROM fake.accounts WHERE id = LOWER(?) | 42000 | here: write CAST(? AS VARCHAR).",
        "SELECT nothing FROM fake.accounts | 42S22 | Column 'nothing' not found in any table",
        "SELECT a.nothing FROM fake.accounts a | 42S22 | Column 'nothing' not found in table 'a'",
        "CALL fake.nothing() | 42000 | No match found for function signature nothing(). Check the"
            + " function's name",
        "CALL fake.send(nothing => 'x') | 42000 | No match found",
        "SELECT id + 1 FROM fake.accounts GROUP BY seats | 42000 | is not being grouped",
        "SELECT * FROM fake.profiles | 42000 | fake.profiles: column account_id must be given",
        "EXPLAIN PLAN FOR INSERT INTO fake.accounts (id) VALUES ('x') | 0A000 | fake.accounts:"
            + " INSERT is not possible",
        "EXPLAIN PLAN FOR UPDATE fake.accounts SET id = 'x' | 0A000 | fake.accounts: UPDATE is not"
            + " possible",
        "EXPLAIN PLAN FOR DELETE FROM fake.accounts WHERE id = 'x' | 0A000 | fake.accounts: DELETE"
            + " is not possible",
        "CALL fake.send() | 22023 | fake.send: argument target must be given: to whom.",
        "CALL fake.send(NULL) | 22023 | fake.send: argument target must be given: to whom.",
        "CALL fake.send('x', 1, 'WILD') | 22023 | argument kind must be one of SOFT, HARD.",
        "CALL fake.send_list('x') | 22023 | argument targets must be a JSON array.",
        "CALL fake.send_list('[1]') | 22023 | argument targets must be a JSON array of texts.",
        "SELECT CAST(id AS INTEGER) FROM fake.accounts | 22018 | a",
        "SELECT * FROM fake.profiles WHERE account_id = 'broken' | 08006 | fake.profiles,"
            + " account_id 'broken': ",
        "CALL fake.send('broken') | 08007 | fake.send: fake accounts.send: 500",
        "CALL fake.send('missing') | 02000 | fake.send: ",
      })
  void everyFailureHasItsSqlstateAndSaysWhere(String sql, String state, String message) {
    SQLException failure = catchThrowableOfType(SQLException.class, () -> roster.rows(sql));
    assertThat(failure.getSQLState()).isEqualTo(state);
    assertThat((Throwable) failure).hasMessageContaining(message);
    assertThat(failure.getMessage()).doesNotContain("Was expecting").doesNotContain("\n");
  }

  @Test
  void whatCalciteCannotPlanIsNotSupportedAndSendsNothing() {
    // A correlated sub-query above grouping sets, over which Calcite's decorrelation fails.
    String sql =
        "SELECT what, (SELECT min(id) FROM fake.accounts a WHERE a.id = t.what) FROM"
            + " (SELECT what, (SELECT min(id) FROM fake.accounts) AS token FROM"
            + " (SELECT what, token FROM"
            + " (SELECT what, CAST(NULL AS VARCHAR) AS token FROM TABLE(fake.one('x'))) r"
            + " GROUP BY GROUPING SETS ((what, token), (what), (token))) s) t";
    SQLException failure = catchThrowableOfType(SQLException.class, () -> roster.rows(sql));
    assertThat(failure.getSQLState()).isEqualTo("0A000");
    assertThat(failure.getMessage())
        .startsWith("statement: it cannot be planned in this form. Write it in another way.");
    assertThat(roster.requests()).isEmpty();
  }

  @Test
  void badArgumentsAreRefusedBeforeAnythingIsSent() {
    for (String sql :
        new String[] {
          "CALL fake.send()", "CALL fake.send('x', 1, 'WILD')", "CALL fake.send_list('[\"a\", 1]')"
        }) {
      assertThatExceptionOfType(SQLException.class).isThrownBy(() -> roster.rows(sql));
    }
    assertThat(roster.requests()).isEmpty();
  }

  @Test
  void theVendorCodeIsTheHttpStatus() {
    SQLException failure =
        catchThrowableOfType(
            SQLException.class,
            () -> roster.rows("SELECT * FROM fake.profiles WHERE account_id = 'broken'"));
    assertThat(failure.getErrorCode()).isEqualTo(500);
  }

  @Test
  void aFailureAfterTheFirstRowHasItsSqlstateToo() throws SQLException {
    try (PreparedStatement statement =
        roster.connection.prepareStatement(
            "SELECT * FROM fake.profiles WHERE account_id IN (?, ?)")) {
      statement.setString(1, "a");
      statement.setString(2, "broken");
      // The first row is read ahead of need, the second one not.
      try (ResultSet rows = statement.executeQuery()) {
        SQLException failure =
            catchThrowableOfType(
                SQLException.class,
                () -> {
                  while (rows.next()) {
                    assertThat(rows.getString(1)).isEqualTo("a");
                  }
                });
        assertThat(failure.getSQLState()).isEqualTo("08006");
        assertThat(failure.getErrorCode()).isEqualTo(500);
      }
    }
  }

  @Test
  void aKeyThatIsNotFoundHasNoRowAndAWarning() throws SQLException {
    try (Statement statement = roster.connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT account_id FROM fake.profiles WHERE account_id IN ('missing', 'z')")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("z");
      assertThat(rows.next()).isFalse();
      SQLWarning warning = statement.getWarnings();
      assertThat((Throwable) warning)
          .hasMessageStartingWith("fake.profiles, account_id 'missing': no row. ")
          .hasMessageContaining("errors/resource_not_found");
      assertThat((Throwable) warning.getNextWarning()).isNull();
      statement.executeQuery("SELECT 1 FROM fake.accounts").close();
      assertThat((Throwable) statement.getWarnings()).isNull();
    }
  }

  @Test
  void aParameterWithoutValueIsNamed() throws SQLException {
    try (PreparedStatement statement =
        roster.connection.prepareStatement("SELECT * FROM fake.accounts WHERE id = ?")) {
      SQLException failure = catchThrowableOfType(SQLException.class, statement::executeQuery);
      assertThat(failure.getSQLState()).isEqualTo("07002");
      assertThat(
              (Throwable)
                  catchThrowableOfType(SQLException.class, () -> statement.setString(2, "x")))
          .hasMessage("statement: it has 1 parameters, and none with number 2.");
    }
  }

  @Test
  void whatIsClosedSaysSo() throws SQLException {
    Statement statement = roster.connection.createStatement();
    ResultSet rows = statement.executeQuery("SELECT * FROM fake.accounts");
    roster.connection.close();
    assertThat(statement.isClosed()).isTrue();
    assertThat(rows.isClosed()).isTrue();
    for (SQLException failure :
        new SQLException[] {
          catchThrowableOfType(SQLException.class, rows::next),
          catchThrowableOfType(SQLException.class, () -> statement.executeQuery("VALUES 1")),
          catchThrowableOfType(SQLException.class, () -> roster.connection.createStatement()),
        }) {
      assertThat(failure.getSQLState()).isEqualTo("08003");
    }
  }

  @Test
  void aTextThatIsNullOrNestedTooDeeplyIsASyntaxError() throws SQLException {
    String deep = "SELECT " + "(".repeat(5000) + "1" + ")".repeat(5000);
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> roster.rows(deep))
        .withMessageContaining("nested too deeply")
        .matches(failure -> failure.getSQLState().equals("42601"), "SQLSTATE 42601");
    Connection connection = roster.connection;
    try (Statement statement = roster.connection.createStatement()) {
      for (ThrowingCallable use :
          new ThrowingCallable[] {
            () -> statement.executeQuery(null),
            () -> statement.execute((String) null),
            () -> statement.executeUpdate((String) null),
            () -> connection.prepareStatement(null)
          }) {
        assertThatExceptionOfType(SQLException.class)
            .isThrownBy(use)
            .withMessage("statement: it is null. Give its text.")
            .matches(failure -> failure.getSQLState().equals("42601"), "SQLSTATE 42601");
      }
    }
  }
}
