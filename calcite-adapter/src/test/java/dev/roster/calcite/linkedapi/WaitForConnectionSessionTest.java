package dev.roster.calcite.linkedapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.calcite.SandboxEngine;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.fake.Engine;
import dev.roster.sandbox.Fault;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WaitForConnectionSessionTest {

  private static final String PENDING = "5e550000-0000-4000-8000-000000000001";
  private static final String WAIT =
      "CALL linkedapi.wait_for_connection_session(session_id => ?,"
          + " poll_interval_seconds => 0.01, deadline_seconds => 30)";

  private SandboxEngine engine;

  @BeforeEach
  void open() throws SQLException {
    // Waiting changes nothing, so it needs no permission to write.
    engine = new SandboxEngine("writes=deny");
  }

  @AfterEach
  void close() throws SQLException {
    engine.close();
  }

  @Test
  void aFinishedSessionIsReadOnce() throws SQLException {
    engine.sandbox.control().advance(PENDING, "expired");
    assertThat(engine.rows(WAIT, PENDING)).containsExactly(PENDING + "|expired|initial");
    assertThat(engine.requests()).containsExactly("accounts.getConnectionSession 200");
  }

  @Test
  @Timeout(30)
  void theSessionIsReadUntilItIsFinished() throws Exception {
    ExecutorService inBackground = Executors.newSingleThreadExecutor();
    try {
      Future<List<String>> rows = inBackground.submit(() -> engine.rows(WAIT, PENDING));
      untilRequests(2);
      engine.sandbox.control().advance(PENDING, "success");
      assertThat(rows.get()).containsExactly(PENDING + "|success|initial");
      assertThat(engine.requests())
          .hasSizeGreaterThan(2)
          .containsOnly("accounts.getConnectionSession 200");
    } finally {
      inBackground.shutdownNow();
    }
  }

  @Test
  void aSessionThatIsNotFinishedByTheDeadlineIsATimeOut() {
    SqlStateException failure =
        engine.failure("CALL linkedapi.wait_for_connection_session(?, 0.25, 0.2)", PENDING);
    assertThat(failure.state()).isEqualTo(SqlState.TIMEOUT);
    assertThat(failure)
        .hasMessageStartingWith("linkedapi.wait_for_connection_session: ")
        .hasMessageContaining("Timed out waiting for connection session completion")
        .hasMessageContaining("still pending");
  }

  @Test
  void aSessionThatIsNotThereIsNoData() {
    SqlStateException failure =
        engine.failure("CALL linkedapi.wait_for_connection_session('nobodys', 0.01)");
    assertThat(failure.state()).isEqualTo(SqlState.NO_DATA);
    assertThat(failure)
        .hasMessageStartingWith("linkedapi.wait_for_connection_session, session_id 'nobodys': ");
  }

  @Test
  void aFailureEndsTheWaiting() {
    engine
        .sandbox
        .control()
        .fault(
            Fault.on("accounts.getConnectionSession")
                .errorType("tooManyRequests")
                .retryAfter(Duration.ZERO)
                .times(3));
    assertThat(engine.failure(WAIT, PENDING).state()).isEqualTo(SqlState.TOO_MANY_REQUESTS);
    assertThat(engine.requests())
        .isEqualTo(Collections.nCopies(3, "accounts.getConnectionSession 429"));
  }

  @Test
  void anIntervalOfNothingIsRefusedBeforeAnythingIsSent() {
    SqlStateException failure =
        engine.failure("CALL linkedapi.wait_for_connection_session(?, 0)", PENDING);
    assertThat(failure.state()).isEqualTo(SqlState.INVALID_ARGUMENT);
    assertThat(failure).hasMessageContaining("poll interval");
    assertThat(engine.requests()).isEmpty();
  }

  @Test
  @Timeout(30)
  void aCancelEndsTheWaitingAndTheCallInFlight() throws Exception {
    engine
        .sandbox
        .control()
        .fault(Fault.on("accounts.getConnectionSession").latency(Duration.ofMinutes(10)));
    assertThat(stateAfterCancel(1)).isEqualTo(SqlState.CANCELLED);
    assertThat(engine.requests()).hasSize(1);
  }

  @Test
  @Timeout(30)
  void aCancelEndsThePauseBetweenTwoLooks() throws Exception {
    assertThat(stateAfterCancel(3)).isEqualTo(SqlState.CANCELLED);
  }

  private SqlState stateAfterCancel(int requests) throws Exception {
    ExecutorService inBackground = Executors.newSingleThreadExecutor();
    try (PreparedStatement statement = engine.connection.prepareStatement(WAIT)) {
      statement.setString(1, PENDING);
      engine.sandbox.clearRequests();
      Future<Throwable> thrown = inBackground.submit(() -> catchThrowable(() -> read(statement)));
      untilRequests(requests);
      statement.cancel();
      return Engine.state(thrown.get());
    } finally {
      inBackground.shutdown();
      assertThat(inBackground.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      Engine.texts(rows);
    }
  }

  private void untilRequests(int count) {
    while (engine.requests().size() < count) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }
}
