package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a statement that waits for a provider is ended. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class CancelTest {

  private static final String SLOW =
      "SELECT count(*) FROM fake.profiles WHERE account_id IN ('a', 'slow') ORDER BY 1";

  private Roster roster;

  @BeforeEach
  void open() throws SQLException {
    roster = Roster.writing();
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
  }

  private interface Ending {
    void end() throws Exception;
  }

  /** Runs {@code SLOW}, ends it once its call is under way, and returns what it threw. */
  private SQLException ended(Statement statement, Ending ending) throws Exception {
    CompletableFuture<SQLException> thrown =
        CompletableFuture.supplyAsync(
            () -> catchThrowableOfType(SQLException.class, () -> statement.executeQuery(SLOW)));
    while (roster.provider.underWay() == 0) {
      Thread.onSpinWait();
    }
    ending.end();
    return thrown.get();
  }

  @Test
  void cancelEndsTheCallAndTheStatementWorksAgain() throws Exception {
    try (Statement statement = roster.connection.createStatement()) {
      SQLException failure = ended(statement, statement::cancel);
      assertThat(failure.getSQLState()).isEqualTo("57014");
      assertThat((Throwable) failure).hasMessageStartingWith("statement: cancelled");
      assertThat(roster.provider.underWay()).isZero();
      assertThat(statement.executeQuery("SELECT id FROM fake.accounts").next()).isTrue();
    }
  }

  @Test
  void aPreparedStatementWorksAgainToo() throws Exception {
    try (PreparedStatement statement =
        roster.connection.prepareStatement("SELECT * FROM fake.profiles WHERE account_id = ?")) {
      statement.setString(1, "slow");
      CompletableFuture<SQLException> thrown =
          CompletableFuture.supplyAsync(
              () -> catchThrowableOfType(SQLException.class, statement::executeQuery));
      while (roster.provider.underWay() == 0) {
        Thread.onSpinWait();
      }
      statement.cancel();
      assertThat(thrown.get().getSQLState()).isEqualTo("57014");
      statement.setString(1, "a");
      assertThat(statement.executeQuery().next()).isTrue();
    }
  }

  @Test
  void cancelBetweenExecutionsIsHarmless() throws SQLException {
    try (Statement statement = roster.connection.createStatement()) {
      statement.cancel();
      assertThat(statement.executeQuery("SELECT id FROM fake.accounts").next()).isTrue();
    }
  }

  @Test
  void theQueryTimeoutEndsTheCall() throws SQLException {
    try (Statement statement = roster.connection.createStatement()) {
      statement.setQueryTimeout(1);
      long started = System.nanoTime();
      SQLException failure =
          catchThrowableOfType(SQLException.class, () -> statement.executeQuery(SLOW));
      assertThat(failure.getSQLState()).isEqualTo("HYT00");
      assertThat((Throwable) failure).hasMessageContaining("query time-out of 1000 ms");
      assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started)).isBetween(900L, 3000L);
      assertThat(roster.provider.underWay()).isZero();
    }
  }

  @Test
  void anInterruptEndsTheCallAndStaysMarked() throws Exception {
    CompletableFuture<Boolean> marked = new CompletableFuture<>();
    CompletableFuture<SQLException> thrown = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              thrown.complete(catchThrowableOfType(SQLException.class, () -> roster.rows(SLOW)));
              marked.complete(Thread.currentThread().isInterrupted());
            });
    thread.start();
    while (roster.provider.underWay() == 0) {
      Thread.onSpinWait();
    }
    thread.interrupt();
    assertThat(thrown.get().getSQLState()).isEqualTo("57014");
    assertThat(marked.get()).isTrue();
    assertThat(roster.provider.underWay()).isZero();
  }

  @Test
  void closingTheConnectionEndsTheCall() throws Exception {
    Statement statement = roster.connection.createStatement();
    SQLException failure = ended(statement, roster.connection::close);
    assertThat(failure.getSQLState()).isEqualTo("57014");
    assertThat(roster.provider.underWay()).isZero();
  }

  @Test
  void aWriteThatWasCancelledSaysThatItWasEnded() throws Exception {
    try (Statement statement = roster.connection.createStatement()) {
      CompletableFuture<SQLException> thrown =
          CompletableFuture.supplyAsync(
              () ->
                  catchThrowableOfType(
                      SQLException.class, () -> statement.execute("CALL fake.send('slow')")));
      while (roster.provider.underWay() == 0) {
        Thread.onSpinWait();
      }
      statement.cancel();
      SQLException failure = thrown.get();
      assertThat(failure.getSQLState()).isEqualTo("08007");
      assertThat((Throwable) failure).hasMessageContaining("fake.send");
    }
    assertThat(roster.requests()).containsExactly("send:slow");
  }
}
