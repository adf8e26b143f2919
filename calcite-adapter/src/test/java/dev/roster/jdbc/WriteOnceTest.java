package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** INSERT, UPDATE and DELETE write once an execution, whatever executes them. */
class WriteOnceTest {

  private final WritingRoster roster;

  WriteOnceTest() throws SQLException {
    roster = WritingRoster.all();
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
  }

  private long written() {
    return roster.writes.requests().stream().filter(request -> request.startsWith("w.")).count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE w.profiles SET headline = 'x' WHERE account_id = 'a'",
        "UPDATE w.profiles SET headline = headline || 'x' WHERE account_id = 'a'",
        "DELETE FROM w.accounts WHERE id = 'a'",
        "INSERT INTO w.invitations VALUES ('1', 'u')",
        "INSERT INTO w.invitations SELECT '1', id FROM w.accounts WHERE id = 'a'",
        "INSERT INTO w.invitations SELECT '1', id FROM w.accounts ORDER BY id LIMIT 1",
        "INSERT INTO w.invitations SELECT '1', x.id FROM w.accounts x JOIN w.accounts y"
            + " ON x.id = y.id WHERE x.id = 'a'",
        "INSERT INTO w.invitations WITH v AS (SELECT id FROM w.accounts WHERE id = 'a')"
            + " SELECT '1', id FROM v UNION SELECT '1', id FROM v",
        "/* a comment */ insert into w.invitations values ('1', 'u');",
      })
  void inEachFormOfExecution(String sql) throws SQLException {
    roster.rows("EXPLAIN PLAN FOR " + sql);
    roster.rows("EXPLAIN PLAN WITHOUT IMPLEMENTATION FOR " + sql);
    roster.rows("EXPLAIN PLAN WITH TYPE FOR " + sql);
    assertThat(roster.writes.requests()).as("asked by EXPLAIN").isEmpty();

    try (PreparedStatement statement = roster.connection.prepareStatement(sql)) {
      assertThat(statement.getParameterMetaData().getParameterCount()).isZero();
      statement.getMetaData();
      assertThat(roster.writes.requests()).as("asked by prepare").isEmpty();
      assertThat(statement.execute()).isFalse();
      assertThat(statement.getUpdateCount()).isEqualTo(1);
      assertThat(statement.getResultSet()).isNull();
      assertThat(statement.getMoreResults()).isFalse();
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
      assertThat(statement.executeUpdate()).isEqualTo(1);
      assertThat(statement.executeLargeUpdate()).isEqualTo(1);
      assertThat(written()).as("written by three executions").isEqualTo(3);
    }
    assertThat(written()).as("written by closing").isEqualTo(3);

    try (Statement statement = roster.connection.createStatement()) {
      statement.setMaxRows(1);
      assertThat(statement.execute(sql)).isFalse();
      assertThat(statement.getLargeUpdateCount()).isEqualTo(1);
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
      assertThat(statement.executeUpdate(sql, Statement.RETURN_GENERATED_KEYS)).isEqualTo(1);
      try (ResultSet keys = statement.getGeneratedKeys()) {
        assertThat(keys.next()).isFalse();
      }
      assertThat(statement.executeLargeUpdate(sql)).isEqualTo(1);
    }
    assertThat(written()).as("written by a statement").isEqualTo(7);

    try (CallableStatement statement = roster.connection.prepareCall(sql)) {
      assertThat(written()).as("written by prepareCall").isEqualTo(7);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
    assertThat(written()).as("written by a callable statement").isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE w.profiles SET headline = 'x' WHERE account_id = 'a'",
        "DELETE FROM w.accounts WHERE id = 'a'",
        "INSERT INTO w.invitations VALUES ('1', 'u')",
      })
  void notAtAllWhereRowsAreAskedFor(String sql) throws SQLException {
    try (Statement statement = roster.connection.createStatement();
        PreparedStatement prepared = roster.connection.prepareStatement(sql)) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> statement.executeQuery(sql))
          .withMessage("executeQuery: the statement returns no rows. Use executeUpdate.")
          .matches(refused -> refused.getSQLState().equals("42000"), "SQLSTATE 42000");
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(prepared::executeQuery)
          .withMessage("executeQuery: the statement returns no rows. Use executeUpdate.");
    }
    assertThat(roster.requests()).isEmpty();
  }

  @Test
  void notWhenAParameterIsMissing() throws SQLException {
    try (PreparedStatement statement =
        roster.connection.prepareStatement("INSERT INTO w.invitations VALUES ('1', ?)")) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(statement::execute)
          .matches(refused -> refused.getSQLState().equals("07002"), "SQLSTATE 07002");
    }
    assertThat(roster.requests()).isEmpty();
  }

  @Test
  void parametersHaveTheTypesOfTheirColumns() throws SQLException {
    for (String sql :
        new String[] {
          "INSERT INTO w.invitations (profile_urn, company_id) VALUES (?, ?)",
          "UPDATE w.profiles SET headline = ? WHERE account_id = ?",
          "DELETE FROM w.accounts WHERE id IN (?, ?)",
        }) {
      try (PreparedStatement statement = roster.connection.prepareStatement(sql)) {
        assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(2);
        assertThat(statement.getParameterMetaData().getParameterTypeName(1)).isEqualTo("VARCHAR");
        assertThat(statement.getParameterMetaData().getParameterTypeName(2)).isEqualTo("VARCHAR");
      }
    }
    assertThat(roster.update("INSERT INTO w.invitations VALUES (?, ?)", 105672170L, "u"))
        .isEqualTo(1);
    assertThat(roster.requests()).containsExactly("w.invite [[105672170, u, null]]");
  }

  @Test
  void metadataReadsAndWritesNothing() throws SQLException {
    try (ResultSet tables = roster.connection.getMetaData().getTables(null, "w", "%", null);
        ResultSet rights = roster.connection.getMetaData().getTablePrivileges(null, "w", "%")) {
      assertThat(tables.next()).isTrue();
      assertThat(rights.next()).isTrue();
    }
    assertThat(roster.requests()).isEmpty();
  }
}
