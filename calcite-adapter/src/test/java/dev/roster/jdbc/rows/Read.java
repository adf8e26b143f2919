package dev.roster.jdbc.rows;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads one row of a connection that has no credentials, and so cannot ask a provider. */
final class Read {

  /** Looks at a row. */
  interface Check {
    void of(ResultSet rows) throws SQLException;
  }

  /** Reads something. */
  interface Reading {
    Object of() throws SQLException;
  }

  private Read() {}

  static Connection connection() throws SQLException {
    return DriverManager.getConnection("jdbc:roster:");
  }

  /** Looks at the one row of {@code SELECT expressions}. */
  static void row(String expressions, Check check) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT " + expressions)) {
      rows.next();
      check.of(rows);
    }
  }

  /** Returns SQLSTATE and message of a failure. */
  static String failure(Reading reading) {
    SQLException failure = catchThrowableOfType(SQLException.class, reading::of);
    return failure.getSQLState() + " " + failure.getMessage();
  }
}
