package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.sandbox.Fault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Statements whose query time-out is over while they execute or while their rows are read. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class QueryTimeoutTest {

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
  void theQueryTimeoutEndsWhatIsAskedAheadWhileNobodyWaits(Way way) throws SQLException {
    String sql = "SELECT account_id FROM fake.profiles WHERE account_id IN ('a', 'b', 'slow')";
    try (Statement statement = way.open(roster.connection, sql)) {
      statement.setQueryTimeout(1);
      ResultSet rows = way.execute(statement, sql);
      assertThat(rows.next()).isTrue();
      assertThat(roster.provider.underWay()).isEqualTo(1);
      while (roster.provider.underWay() > 0) {
        assertThat(Thread.currentThread().isInterrupted()).as("waited in vain").isFalse();
        Thread.onSpinWait();
      }
      SQLException failure = catchThrowableOfType(SQLException.class, rows::next);
      assertThat(failure.getSQLState()).isEqualTo("HYT00");
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
}
