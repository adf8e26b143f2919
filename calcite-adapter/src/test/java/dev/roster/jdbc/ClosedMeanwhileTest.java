package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.calcite.error.SqlFailures;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.NoSuchStatementException;
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

  // What Calcite throws in between its own steps of an execution.
  @Test
  void aStatementThatAnotherThreadClosedBeforeItsRowsWereMadeSaysSo() {
    Exception gone = new NoSuchStatementException(new Meta.StatementHandle("connection", 1, null));

    SQLException closed = SqlFailures.of(new SQLException("executing", new RuntimeException(gone)));

    assertThat(closed.getSQLState()).isEqualTo("08003");
    assertThat(closed.getMessage()).startsWith("statement: it was closed while it ran.");
  }
}
