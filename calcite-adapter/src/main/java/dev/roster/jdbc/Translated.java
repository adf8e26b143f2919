package dev.roster.jdbc;

import dev.roster.calcite.error.SqlFailures;
import java.sql.SQLException;

/**
 * Runs calls of Calcite's JDBC classes; whatever they throw is an SQLException with a SQLSTATE,
 * also where Calcite asserts something or recurses too deeply.
 */
final class Translated {

  private Translated() {}

  /** A call that gives something. */
  interface Call<T> {
    T get() throws SQLException;
  }

  /** A call that gives nothing. */
  interface Action {
    void run() throws SQLException;
  }

  static <T> T get(Call<T> call) throws SQLException {
    try {
      return call.get();
    } catch (SQLException | RuntimeException | AssertionError | StackOverflowError thrown) {
      throw SqlFailures.of(thrown);
    }
  }

  static void run(Action action) throws SQLException {
    try {
      action.run();
    } catch (SQLException | RuntimeException | AssertionError | StackOverflowError thrown) {
      throw SqlFailures.of(thrown);
    }
  }
}
