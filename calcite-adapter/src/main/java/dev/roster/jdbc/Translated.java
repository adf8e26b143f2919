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

  /** Runs all of them, whatever the others throw, and throws the first failure with the others. */
  static void runAll(Iterable<? extends Action> actions) throws SQLException {
    SQLException first = null;
    for (Action action : actions) {
      try {
        run(action);
      } catch (SQLException failed) {
        if (first == null) {
          first = failed;
        } else {
          first.addSuppressed(failed);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
