package dev.roster.integration.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What somebody does to a statement that runs, from another thread. */
enum Disturbance {
  NONE,
  /** A query time-out of a second, from the beginning. */
  TIMEOUT,
  CANCEL,
  INTERRUPT,
  CLOSE_STATEMENT,
  CLOSE_CONNECTION,
  /** Whoever asked has seen enough after the first row. */
  LEAVE;

  /** Returns the SQLSTATEs that it may bring about. */
  Set<String> states() {
    return switch (this) {
      case NONE, LEAVE -> Set.of();
      case TIMEOUT -> Set.of("HYT00");
      case CANCEL, INTERRUPT -> Set.of("57014");
      case CLOSE_STATEMENT, CLOSE_CONNECTION -> Set.of("57014", "08003");
    };
  }

  /** Whether the statement is as good as before. */
  boolean leavesTheStatement() {
    return this == TIMEOUT || this == CANCEL || this == INTERRUPT;
  }

  /** Begins it; it happens some time later, unless it was ended before. */
  Running begin(Statement statement, ScheduledExecutorService others, long millis)
      throws SQLException {
    Running running = new Running(this, statement);
    if (this == TIMEOUT) {
      statement.setQueryTimeout(1);
    } else if (this != NONE && this != LEAVE) {
      var unused = others.schedule(running, millis, TimeUnit.MILLISECONDS);
    }
    return running;
  }

  /** A disturbance that may happen. It never happens to what comes after it. */
  static final class Running implements Runnable {
    private final Disturbance kind;
    private final Statement statement;
    private final Connection connection;
    private final Thread thread = Thread.currentThread();
    private boolean ended;
    private @Nullable Throwable failure;

    Running(Disturbance kind, Statement statement) throws SQLException {
      this.kind = kind;
      this.statement = statement;
      this.connection = statement.getConnection();
    }

    @Override
    public synchronized void run() {
      if (ended) {
        return;
      }
      try {
        switch (kind) {
          case CANCEL -> statement.cancel();
          case INTERRUPT -> thread.interrupt();
          case CLOSE_STATEMENT -> statement.close();
          case CLOSE_CONNECTION -> connection.close();
          default -> throw new IllegalStateException(kind.toString());
        }
      } catch (SQLException | RuntimeException failed) {
        failure = failed;
      }
    }

    /** Ends it: after this it does not happen any more. Fails if it failed. */
    synchronized void end() {
      ended = true;
      if (failure != null) {
        throw new AssertionError(kind + " failed", failure);
      }
      if (kind == INTERRUPT) {
        Thread.interrupted();
      }
    }
  }
}
