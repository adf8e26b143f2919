package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
 * Statements that another thread ends while they execute or while their rows are read: at once,
 * with the right SQLSTATE, with no call left under way.
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
    SQLException failure = reader.failure();
    assertThat(reader.rowsSoFar()).isSubsetOf("a");
    assertThat(Duration.ofNanos(System.nanoTime() - ended)).isLessThan(Duration.ofSeconds(5));
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("57014");
    assertThat(failure.getMessage()).startsWith("statement: ");
    assertThat(roster.provider.underWay()).isZero();
    assertThat(statement.isClosed()).isEqualTo(!ending.worksAgain);
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
        assertThat(reader.failure().getSQLState()).isEqualTo("57014");
        assertThat(roster.provider.underWay()).isZero();
      }
      assertThat(statement.getConnection().isValid(0)).isTrue();
      assertThat(roster.rows("SELECT id FROM fake.accounts")).hasSize(3);
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
      assertThat(reader.failure().getSQLState()).isEqualTo("57014");
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
      assertThat(ended.failure().getSQLState()).isEqualTo("57014");
      assertThat(roster.provider.underWay()).isEqualTo(1);
      assertThat(going.isDone()).isFalse();
      other.cancel();
      assertThat(going.failure().getSQLState()).isEqualTo("57014");
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
