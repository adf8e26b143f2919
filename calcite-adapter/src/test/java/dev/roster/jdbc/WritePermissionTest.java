package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a connection may INSERT, UPDATE and DELETE. */
class WritePermissionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "INSERT INTO w.invitations VALUES ('1', 'u')     | false | true  | w.invite: set writes",
        "INSERT INTO w.invitations VALUES ('1', 'u')     | true  | false | -",
        "UPDATE w.profiles SET headline = 'x' WHERE account_id = 'a' | false | true"
            + " | w.edit: set writes",
        "DELETE FROM w.accounts WHERE id = 'a'           | false | true  | w.disconnect: set"
            + " writes",
        "DELETE FROM w.accounts WHERE id = 'a'           | true  | false"
            + " | w.disconnect: set irreversible",
        "DELETE FROM w.accounts WHERE id = 'a'           | true  | true  | -",
      })
  void aWriteThatIsNotAllowedIsRefusedAtPrepare(
      String sql, boolean allowed, boolean irreversible, String message) throws SQLException {
    try (WritingRoster roster = new WritingRoster(allowed, irreversible, false)) {
      if (message == null) {
        assertThat(roster.update(sql)).isEqualTo(1);
      } else {
        SQLException failure =
            catchThrowableOfType(
                SQLException.class, () -> roster.connection.prepareStatement(sql).close());
        assertThat(failure.getMessage()).isEqualTo(message);
        assertThat(failure.getSQLState()).isEqualTo("25006");
        assertThat(roster.requests()).isEmpty();
      }
      assertThat(roster.plan(sql)).startsWith("ApiModify");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO w.invitations SELECT '1', id FROM w.accounts WHERE id = 'a'",
        "UPDATE w.profiles SET headline = headline || '!' WHERE account_id = 'a'",
        "DELETE FROM w.accounts WHERE id = 'a'",
      })
  void aPreparedStatementDoesNotOutliveThePermission(String sql) throws SQLException {
    try (WritingRoster roster = WritingRoster.all();
        PreparedStatement statement = roster.connection.prepareStatement(sql)) {
      roster.connection.setReadOnly(true);
      assertThat(catchThrowableOfType(SQLException.class, statement::executeUpdate).getSQLState())
          .isEqualTo("25006");
      statement.addBatch();
      assertThat(catchThrowableOfType(SQLException.class, statement::executeBatch).getSQLState())
          .isEqualTo("25006");
      assertThat(roster.requests()).as("asked, not even read").isEmpty();
      roster.connection.setReadOnly(false);
      statement.addBatch();
      assertThat(statement.executeBatch()).containsExactly(1);
      assertThat(roster.requests()).as("read and written").hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO w.invitations VALUES ('1', 'u'), ('1', 'v')",
        "UPDATE w.profiles SET headline = 'x' WHERE account_id IN ('a', 'b')",
        "DELETE FROM w.accounts WHERE id IN ('a', 'b')",
      })
  void aDryRunCountsNothing(String sql) throws SQLException {
    try (WritingRoster roster = new WritingRoster(true, true, true);
        PreparedStatement statement = roster.connection.prepareStatement(sql)) {
      assertThat(statement.executeUpdate()).isZero();
      statement.addBatch();
      statement.addBatch();
      assertThat(statement.executeBatch()).containsExactly(0, 0);
      assertThat(roster.requests()).noneMatch(request -> request.startsWith("w."));
    }
  }
}
