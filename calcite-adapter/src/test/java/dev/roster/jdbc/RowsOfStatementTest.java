package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.jdbc.rows.RosterResultSet;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What rows say of where they come from, and of what cannot be read from them. */
class RowsOfStatementTest {

  private Roster roster;

  @BeforeEach
  void open() throws SQLException {
    roster = Roster.reading();
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
  }

  private interface Reading {
    Object of(ResultSet rows) throws SQLException;
  }

  private static String failure(ResultSet rows, Reading reading) {
    SQLException failure = catchThrowableOfType(SQLException.class, () -> reading.of(rows));
    return failure.getSQLState() + " " + failure.getMessage();
  }

  @Test
  void theyBelongToTheStatementThatMadeThem() throws SQLException {
    try (Statement statement = roster.connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id FROM fake.accounts")) {
      assertThat(rows.getStatement()).isSameAs(statement);
      assertThat(rows.getStatement().getConnection()).isSameAs(roster.connection);
      assertThat(statement.getResultSet()).isSameAs(rows);
      assertThat(rows.unwrap(RosterResultSet.class).isClosed()).isFalse();
    }
    try (PreparedStatement statement =
            roster.connection.prepareStatement("SELECT id FROM fake.accounts");
        ResultSet rows = statement.executeQuery()) {
      assertThat(rows.getStatement()).isSameAs(statement);
    }
  }

  @Test
  void whatCannotBeReadHasItsSqlstate() throws SQLException {
    try (Statement statement = roster.connection.createStatement()) {
      ResultSet rows = statement.executeQuery("SELECT id FROM fake.accounts");
      List<String> failures = new ArrayList<>();
      failures.add(failure(rows, row -> row.getString(1)));
      rows.next();
      failures.add(failure(rows, row -> row.getString(2)));
      failures.add(failure(rows, row -> row.getString("nothing")));
      failures.add(failure(rows, row -> row.getLong(1)));
      failures.add(failure(rows, row -> row.getRef(1)));
      failures.add(failure(rows, row -> row.previous()));
      while (rows.next()) {
        rows.getString("ID");
      }
      failures.add(failure(rows, row -> row.getString(1)));
      rows.close();
      failures.add(failure(rows, row -> row.getString(1)));
      failures.add(failure(rows, row -> row.next()));
      assertThat(failures)
          .containsExactly(
              "24000 rows: there is no current row. Call next() until it returns false.",
              "42S22 rows: there is no column 2. There are 1, and the first is number 1.",
              "42S22 rows: there is no column nothing. There are: id.",
              "22018 rows, column id: its VARCHAR cannot be read as long. Use getString or"
                  + " getObject.",
              "0A000 rows: no value is of the type REF. Use getString or getObject.",
              "0A000 rows: they come forward only. Call next(), and keep the rows that are needed"
                  + " again.",
              "24000 rows: there is no current row. Call next() until it returns false.",
              "08003 rows: they are closed. Execute the statement again.",
              "08003 rows: they are closed. Execute the statement again.");
    }
  }

  @Test
  void aColumnThatIsNotThereIsNoRuntimeException() throws SQLException {
    try (PreparedStatement statement =
        roster.connection.prepareStatement("SELECT id FROM fake.accounts")) {
      ResultSetMetaData prepared = statement.getMetaData();
      ResultSetMetaData read = statement.executeQuery().getMetaData();
      for (ResultSetMetaData columns : new ResultSetMetaData[] {prepared, read}) {
        assertThat(columns.getColumnName(1)).isEqualTo("id");
        SQLException failure =
            catchThrowableOfType(SQLException.class, () -> columns.getColumnType(2));
        assertThat(failure.getSQLState()).isEqualTo("42S22");
        assertThat(failure.getMessage())
            .isEqualTo("rows: there is no column 2. There are 1, and the first is number 1.");
      }
    }
  }

  @Test
  void theMetadataSaysThatRowsDoNotChange() throws SQLException {
    DatabaseMetaData metaData = roster.connection.getMetaData();
    int forward = ResultSet.TYPE_FORWARD_ONLY;
    assertThat(metaData.ownUpdatesAreVisible(forward)).isFalse();
    assertThat(metaData.othersDeletesAreVisible(forward)).isFalse();
    assertThat(metaData.insertsAreDetected(forward)).isFalse();
    assertThat(metaData.supportsResultSetHoldability(ResultSet.HOLD_CURSORS_OVER_COMMIT)).isTrue();
    assertThat(metaData.supportsResultSetHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT)).isFalse();
  }
}
