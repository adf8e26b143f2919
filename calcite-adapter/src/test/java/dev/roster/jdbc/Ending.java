package dev.roster.jdbc;

import java.sql.SQLException;
import java.sql.Statement;

/** What ends a statement from another thread than the one that waits for its rows. */
enum Ending {
  CANCEL(true) {
    @Override
    void end(Statement statement, Thread reader) throws SQLException {
      statement.cancel();
    }
  },
  INTERRUPT(true) {
    @Override
    void end(Statement statement, Thread reader) {
      reader.interrupt();
    }
  },
  CLOSE(false) {
    @Override
    void end(Statement statement, Thread reader) throws SQLException {
      statement.close();
    }
  },
  CLOSE_CONNECTION(false) {
    @Override
    void end(Statement statement, Thread reader) throws SQLException {
      statement.getConnection().close();
    }
  },
  ABORT(false) {
    @Override
    void end(Statement statement, Thread reader) throws SQLException {
      statement.getConnection().abort(Runnable::run);
    }
  };

  /** Whether the statement can be used afterwards. */
  final boolean worksAgain;

  Ending(boolean worksAgain) {
    this.worksAgain = worksAgain;
  }

  abstract void end(Statement statement, Thread reader) throws SQLException;
}
