package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A statement is closed by one thread while another one executes it. */
class ClosedMeanwhileTest {

  @Test
  void aStatementThatAnotherThreadClosedBeforeItsRowsWereTakenSaysSo() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:roster:ledger=none");
        RosterStatement statement = (RosterStatement) connection.createStatement()) {
      SQLException closed =
          catchThrowableOfType(SQLException.class, () -> statement.madeRows(null));
      assertThat(closed.getSQLState()).isEqualTo("08003");
    }
  }
}
