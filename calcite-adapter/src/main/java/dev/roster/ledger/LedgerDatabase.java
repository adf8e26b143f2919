package dev.roster.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The database of a ledger: its connection, opened at the first use and again when it broke, and
 * transactions that are repeated when another process was in the way. One thread uses it.
 */
final class LedgerDatabase implements AutoCloseable {

  // A process that takes over H2's file from one that died needs some seconds.
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  // A server that was never reached is most likely not there.
  private static final Duration PATIENCE_AT_FIRST = Duration.ofSeconds(2);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  /** A part of a transaction. */
  @FunctionalInterface
  interface Part {
    void run(Connection connection) throws SQLException;
  }

  /** A whole transaction, written so that doing it twice does no harm. */
  @FunctionalInterface
  interface Step<T> {
    T run(Connection connection) throws SQLException;
  }

  private final LedgerLocation location;
  private @Nullable Connection open;
  private boolean reached;
  private boolean closed;

  LedgerDatabase(LedgerLocation location) {
    this.location = location;
  }

  /**
   * Runs a step and commits it. It is repeated, for some seconds, if the connection breaks, even if
   * nobody knows whether the commit took place, and if another process holds what it needs or was
   * faster to add the same row.
   *
   * @throws LedgerException if that does not help
   */
  <T> T transaction(Step<T> step) {
    return transaction(step, false);
  }

  /** As {@link #transaction}, and what it did outlasts a power cut when this returns. */
  <T> T transactionOnDisk(Step<T> step) {
    return transaction(step, true);
  }

  private <T> T transaction(Step<T> step, boolean onDisk) {
    long failingSince = 0;
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        Connection connection = connection();
        T result = step.run(connection);
        connection.commit();
        if (onDisk) {
          putOnDisk(connection);
        }
        return result;
      } catch (SQLException failure) {
        boolean repeat = recovered(failure);
        boolean absent = !reached && location.isServer() && LedgerFailures.isBroken(failure);
        Duration patience = absent ? PATIENCE_AT_FIRST : PATIENCE;
        failingSince = failingSince == 0 ? System.nanoTime() : failingSince;
        if (!repeat || System.nanoTime() - failingSince >= patience.toNanos()) {
          throw LedgerFailures.of(location, failure);
        }
      } catch (RuntimeException refused) {
        rollBack();
        throw refused;
      }
      pause(pause);
      pause = longer(pause);
    }
  }

  // PostgreSQL has waited for its disk by then; H2 has handed its pages to the system only.
  private void putOnDisk(Connection connection) throws SQLException {
    if (location.directory() != null) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("CHECKPOINT SYNC");
      }
    }
  }

  private Connection connection() throws SQLException {
    if (closed) {
      throw new LedgerException("ledger " + location + ": closed with its connection.", null);
    }
    Connection connection = open;
    if (connection == null) {
      connection = Migrations.opened(location);
      open = connection;
      reached = true;
    }
    return connection;
  }

  // Undoes what the step did so far, and returns whether doing it again may help.
  private boolean recovered(SQLException failure) {
    boolean repeatable = LedgerFailures.mayPass(failure);
    if (!rollBack() || LedgerFailures.isBroken(failure)) {
      drop();
      return repeatable || LedgerFailures.isBroken(failure);
    }
    return repeatable;
  }

  private boolean rollBack() {
    Connection connection = open;
    if (connection == null) {
      return true;
    }
    try {
      connection.rollback();
      return true;
    } catch (SQLException broken) {
      return false;
    }
  }

  private void drop() {
    Connection connection = open;
    open = null;
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException broken) {
        // It is of no use any more, whatever it says.
      }
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  private static void pause(Duration length) {
    try {
      Thread.sleep(length.toMillis());
    } catch (InterruptedException unexpected) {
      // Nobody interrupts this thread but who ends the process.
      Thread.currentThread().interrupt();
    }
  }

  /** Closes the connection. */
  @Override
  public void close() {
    closed = true;
    drop();
  }
}
