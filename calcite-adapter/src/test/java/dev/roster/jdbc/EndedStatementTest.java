package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.sandbox.Fault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.calcite.avatica.AvaticaStatement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Statements that another thread ends, or a time-out, while they execute or while their rows are
 * read: at once, with the right SQLSTATE, with no call left under way.
 */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class EndedStatementTest {

  // The second account never answers; rows come in the order of the keys.
  private static final String ROWS =
      "SELECT account_id FROM fake.profiles WHERE account_id IN ('a', 'slow')";

  private Roster roster;

  @BeforeEach
  void open() throws SQLException {
    roster = Roster.writing();
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
  }

  /** How rows are made. */
  enum Way {
    STATEMENT {
      @Override
      ResultSet execute(Statement statement, String sql) throws SQLException {
        return statement.executeQuery(sql);
      }
    },
    PREPARED {
      @Override
      Statement open(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(sql);
      }
    },
    CALLABLE {
      @Override
      Statement open(Connection connection, String sql) throws SQLException {
        return connection.prepareCall(sql);
      }
    };

    Statement open(Connection connection, String sql) throws SQLException {
      return connection.createStatement();
    }

    ResultSet execute(Statement statement, String sql) throws SQLException {
      return ((PreparedStatement) statement).executeQuery();
    }
  }

  /** What ends a statement. */
  enum Ending {
    CANCEL("57014", true) {
      @Override
      void end(Statement statement, Thread reader) throws SQLException {
        statement.cancel();
      }
    },
    INTERRUPT("57014", true) {
      @Override
      void end(Statement statement, Thread reader) {
        reader.interrupt();
      }
    },
    CLOSE("57014", false) {
      @Override
      void end(Statement statement, Thread reader) throws SQLException {
        statement.close();
      }
    },
    CLOSE_CONNECTION("57014", false) {
      @Override
      void end(Statement statement, Thread reader) throws SQLException {
        statement.getConnection().close();
      }
    },
    ABORT("57014", false) {
      @Override
      void end(Statement statement, Thread reader) throws SQLException {
        statement.getConnection().abort(Runnable::run);
      }
    };

    final String state;
    final boolean worksAgain;

    Ending(String state, boolean worksAgain) {
      this.state = state;
      this.worksAgain = worksAgain;
    }

    abstract void end(Statement statement, Thread reader) throws SQLException;
  }

  /** Reads all rows in a thread of its own. */
  private static final class Reader {
    private final CompletableFuture<SQLException> failure = new CompletableFuture<>();
    private final Thread thread;

    private interface Task {
      ResultSet rows() throws SQLException;
    }

    Reader(Task task) {
      thread =
          new Thread(
              () ->
                  failure.complete(
                      catchThrowableOfType(
                          SQLException.class,
                          () -> {
                            ResultSet rows = task.rows();
                            while (rows.next()) {
                              assertThat(rows.getString(1)).isEqualTo("a");
                            }
                          })));
      thread.start();
    }

    void waitUntilItWaits() {
      while (thread.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
    }
  }

  private void waitForACall() {
    while (roster.provider.underWay() == 0) {
      Thread.onSpinWait();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "STATEMENT, CANCEL",
    "STATEMENT, INTERRUPT",
    "STATEMENT, CLOSE",
    "STATEMENT, CLOSE_CONNECTION",
    "STATEMENT, ABORT",
    "PREPARED, CANCEL",
    "PREPARED, INTERRUPT",
    "PREPARED, CLOSE",
    "PREPARED, CLOSE_CONNECTION",
    "PREPARED, ABORT",
    "CALLABLE, CANCEL",
    "CALLABLE, INTERRUPT",
    "CALLABLE, CLOSE",
    "CALLABLE, CLOSE_CONNECTION",
    "CALLABLE, ABORT",
  })
  void whatWaitsInNextEnds(Way way, Ending ending) throws Exception {
    Statement statement = way.open(roster.connection, ROWS);
    ResultSet rows = way.execute(statement, ROWS);
    // Not the thread that executed: the rows may be handed on.
    Reader reader = new Reader(() -> rows);
    waitForACall();
    reader.waitUntilItWaits();
    long ended = System.nanoTime();
    ending.end(statement, reader.thread);
    SQLException failure = reader.failure.get();
    assertThat(Duration.ofNanos(System.nanoTime() - ended)).isLessThan(Duration.ofSeconds(5));
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo(ending.state);
    assertThat(failure.getMessage()).startsWith("statement: ");
    assertThat(roster.provider.underWay()).isZero();
    if (ending.worksAgain) {
      assertThat(statement.isClosed()).isFalse();
    } else {
      assertThat(statement.isClosed()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void whatWasAskedAheadEndsWhenNobodyWaitsForIt(Way way) throws Exception {
    String sql = "SELECT account_id FROM fake.profiles WHERE account_id IN ('a', 'b', 'slow')";
    try (Statement statement = way.open(roster.connection, sql)) {
      ResultSet rows = way.execute(statement, sql);
      assertThat(rows.next()).isTrue();
      assertThat(roster.provider.underWay()).isEqualTo(1);
      statement.cancel();
      assertThat(roster.provider.underWay()).isZero();
      SQLException failure =
          catchThrowableOfType(
              SQLException.class,
              () -> {
                while (rows.next()) {
                  assertThat(rows.getString(1)).isEqualTo("b");
                }
              });
      assertThat(failure.getSQLState()).isEqualTo("57014");
    }
  }

  @Test
  void aStatementThatIsBusyIsClosedWithoutHoldingTheConnection() throws Exception {
    PreparedStatement statement = roster.connection.prepareStatement("VALUES 1");
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread closing = new Thread(() -> failure.complete(catchThrowable(statement::close)));
    // What Avatica does while it plans, and while it closes the rows of the execution before.
    synchronized (statement.unwrap(AvaticaStatement.class)) {
      closing.start();
      while (closing.getState() != Thread.State.BLOCKED) {
        Thread.onSpinWait();
      }
      CompletableFuture<ResultSet> other =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return roster.connection.createStatement().executeQuery("VALUES 2");
                } catch (SQLException thrown) {
                  throw new IllegalStateException(thrown);
                }
              });
      assertThat(other.get(10, TimeUnit.SECONDS).next()).isTrue();
    }
    assertThat(failure.get()).isNull();
    assertThat(statement.isClosed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void whatWasCancelledWhileExecutingWorksAgain(Way way) throws Exception {
    String sql =
        "SELECT account_id FROM fake.profiles WHERE account_id IN ('slow', 'a') ORDER BY 1";
    try (Statement statement = way.open(roster.connection, sql)) {
      for (int i = 0; i < 3; i++) {
        Reader reader = new Reader(() -> way.execute(statement, sql));
        waitForACall();
        statement.cancel();
        assertThat(reader.failure.get().getSQLState()).isEqualTo("57014");
        assertThat(roster.provider.underWay()).isZero();
      }
      assertThat(statement.getConnection().isValid(0)).isTrue();
      assertThat(roster.rows("SELECT id FROM fake.accounts")).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theQueryTimeoutEndsWhatWaitsInNextToo(Way way) throws SQLException {
    try (Statement statement = way.open(roster.connection, ROWS)) {
      statement.setQueryTimeout(1);
      long started = System.nanoTime();
      SQLException failure =
          catchThrowableOfType(
              SQLException.class,
              () -> {
                ResultSet rows = way.execute(statement, ROWS);
                while (rows.next()) {
                  assertThat(rows.getString(1)).isEqualTo("a");
                }
              });
      assertThat(Duration.ofNanos(System.nanoTime() - started))
          .isBetween(Duration.ofMillis(900), Duration.ofSeconds(10));
      assertThat((Throwable) failure).isInstanceOf(SQLTimeoutException.class);
      assertThat(failure.getSQLState()).isEqualTo("HYT00");
      assertThat(roster.provider.underWay()).isZero();
      statement.setQueryTimeout(0);
      assertThat(statement.getQueryTimeout()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theQueryTimeoutEndsWhatExecutes(Way way) throws SQLException {
    String sql = "SELECT count(*) FROM fake.profiles WHERE account_id IN ('a', 'slow')";
    try (Statement statement = way.open(roster.connection, sql)) {
      statement.setQueryTimeout(1);
      SQLException failure =
          catchThrowableOfType(SQLException.class, () -> way.execute(statement, sql));
      assertThat((Throwable) failure).isInstanceOf(SQLTimeoutException.class);
      assertThat(failure.getSQLState()).isEqualTo("HYT00");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT * FROM linkedapi.accounts, accounts.getAll",
    "CALL linkedapi.wait_for_connection_session('5e550000-0000-4000-8000-000000000001'; 0.01),"
        + " accounts.getConnectionSession",
    "SELECT * FROM postpress.own_profile WHERE account_id = 'acc_linkedin_1', ownProfile.get",
  })
  void aSlowProviderIsNotWaitedForLongerThanTheQueryTimeout(String text, String operation)
      throws SQLException {
    String sql = text.replace(';', ',');
    try (RosterOnSandbox own = new RosterOnSandbox();
        Statement statement = own.connection.createStatement()) {
      // Planning the first statement of a process takes its time too.
      own.rows("SELECT id FROM linkedapi.accounts");
      own.next(Fault.on(operation).latency(Duration.ofHours(1)));
      statement.setQueryTimeout(1);
      long started = System.nanoTime();
      SQLException failure =
          catchThrowableOfType(SQLException.class, () -> statement.executeQuery(sql));
      assertThat(Duration.ofNanos(System.nanoTime() - started))
          .isBetween(Duration.ofMillis(900), Duration.ofSeconds(10));
      assertThat(failure.getSQLState()).isEqualTo("HYT00");
      assertThat(own.requests()).containsExactly(operation);
      own.sandbox.control().clearFaults();
      statement.setQueryTimeout(0);
      assertThat(statement.executeQuery("SELECT id FROM linkedapi.accounts").next()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aWriteThatAProviderIsSlowToAnswerIsUnknownWhenItsTimeIsOver(Way way) throws SQLException {
    String sql = "CALL linkedapi.create_connection_session()";
    try (RosterOnSandbox own = new RosterOnSandbox();
        Statement statement = way.open(own.connection, sql)) {
      own.next(Fault.on("accounts.createConnectionSession").latency(Duration.ofHours(1)));
      statement.setQueryTimeout(1);
      SQLException failure =
          catchThrowableOfType(SQLException.class, () -> way.execute(statement, sql));
      assertThat(failure.getSQLState()).isEqualTo("08007");
      assertThat(failure.getMessage())
          .startsWith("linkedapi.create_connection_session: ")
          .contains("query time-out of 1000 ms");
      assertThat(own.requests()).containsExactly("accounts.createConnectionSession");
    }
  }

  @Test
  void aWaitOfAProcedureIsCancelled() throws Exception {
    String sql =
        "CALL linkedapi.wait_for_connection_session('5e550000-0000-4000-8000-000000000001', 0.01)";
    try (RosterOnSandbox own = new RosterOnSandbox();
        Statement statement = own.connection.createStatement()) {
      Reader reader = new Reader(() -> statement.executeQuery(sql));
      while (own.requests().size() < 3) {
        Thread.onSpinWait();
      }
      statement.cancel();
      assertThat(reader.failure.get().getSQLState()).isEqualTo("57014");
      assertThat(statement.executeQuery("SELECT id FROM linkedapi.accounts").next()).isTrue();
    }
  }

  @Test
  void cancelEndsItsOwnStatementOnly() throws Exception {
    try (Statement cancelled = roster.connection.createStatement();
        Statement other = roster.connection.createStatement()) {
      Reader ended = new Reader(() -> cancelled.executeQuery(ROWS));
      Reader going = new Reader(() -> other.executeQuery(ROWS));
      while (roster.provider.underWay() < 2) {
        Thread.onSpinWait();
      }
      cancelled.cancel();
      assertThat(ended.failure.get().getSQLState()).isEqualTo("57014");
      assertThat(roster.provider.underWay()).isEqualTo(1);
      assertThat(going.failure).isNotDone();
      other.cancel();
      assertThat(going.failure.get().getSQLState()).isEqualTo("57014");
    }
  }

  @Test
  void cancelAndCloseOfWhatIsClosedOrEndedAreHarmless() throws SQLException {
    Statement statement = roster.connection.createStatement();
    ResultSet rows = statement.executeQuery("SELECT id FROM fake.accounts");
    assertThat(rows.next()).isTrue();
    rows.close();
    statement.cancel();
    rows.close();
    assertThat(statement.executeQuery("SELECT id FROM fake.accounts").next()).isTrue();
    statement.close();
    statement.close();
    assertThat(catchThrowableOfType(SQLException.class, statement::cancel).getSQLState())
        .isEqualTo("08003");
    roster.connection.close();
    roster.connection.close();
    roster.connection.abort(Runnable::run);
  }
}
