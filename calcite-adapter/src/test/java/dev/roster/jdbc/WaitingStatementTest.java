package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.calcite.fake.Engine;
import dev.roster.sandbox.Fault;
import dev.roster.sandbox.ReceivedRequest;
import dev.roster.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Statements that wait for their turn, or for their next try. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class WaitingStatementTest {

  private static final String READ =
      "SELECT account_id FROM postpress.own_profile WHERE account_id = 'acc_linkedin_1'";
  private static final String WRITE =
      "UPDATE postpress.linkedin_profile SET headline = 'New' WHERE account_id = 'acc_linkedin_1'";

  private final Sandbox sandbox = Sandbox.start();
  private final String ledger = "jdbc:h2:mem:roster-" + UUID.randomUUID();
  private Connection oneAMinute;
  private Connection free;

  @BeforeEach
  void open() throws SQLException {
    oneAMinute = connection("1");
    free = connection("0");
  }

  @AfterEach
  void close() throws SQLException {
    oneAMinute.close();
    free.close();
    sandbox.close();
  }

  private Connection connection(String requestsPerMinute) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("postpressUrl", sandbox.postpressUrl().toString());
    properties.setProperty("postpressKey", Sandbox.POSTPRESS_KEY);
    properties.setProperty("ledger", ledger);
    properties.setProperty("writes", "allow");
    properties.setProperty("cacheTtl", "0");
    properties.setProperty("requestsPerMinute", requestsPerMinute);
    return Objects.requireNonNull(new Driver().connect("jdbc:roster:", properties));
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return Engine.texts(rows);
    }
  }

  private List<String> requests() {
    return sandbox.requests().stream().map(WaitingStatementTest::shown).toList();
  }

  private static String shown(ReceivedRequest request) {
    return request.operation() + " " + request.status();
  }

  private List<String> ledger(String columns) throws SQLException {
    return rows(free, "SELECT " + columns + " FROM roster.ledger");
  }

  private static CompletableFuture<SQLException> failing(Statement statement, String sql) {
    return CompletableFuture.supplyAsync(
        () -> catchThrowableOfType(SQLException.class, () -> statement.execute(sql)));
  }

  /** Cancels until it is heard, as what was not begun yet is not cancelled. */
  private static SQLException cancelled(
      Statement statement, CompletableFuture<SQLException> failure) throws SQLException {
    long begun = System.nanoTime();
    while (!failure.isDone()) {
      statement.cancel();
    }
    System.out.printf("cancelled within %d ms%n", (System.nanoTime() - begun) / 1_000_000);
    return failure.join();
  }

  @Test
  void aReadThatWaitsForItsTurnEndsWithItsStatement() throws SQLException {
    assertThat(rows(oneAMinute, READ)).hasSize(1);
    try (Statement statement = oneAMinute.createStatement()) {
      SQLException failure = cancelled(statement, failing(statement, READ));
      assertThat(failure.getSQLState()).isEqualTo("57014");
      assertThat(statement.executeQuery("SELECT 1 FROM roster.error_types").next()).isTrue();
    }
    assertThat(requests()).containsExactly("ownProfile.get 200");
  }

  @Test
  void aWriteThatWaitsForItsTurnWasNotSentAndIsPlanned() throws SQLException {
    assertThat(rows(oneAMinute, READ)).hasSize(1);
    try (Statement statement = oneAMinute.createStatement()) {
      CompletableFuture<SQLException> failing = failing(statement, WRITE);
      while (!ledger("state").contains("SENT")) {
        assertThat(failing).isNotDone();
      }
      SQLException failure = cancelled(statement, failing);
      assertThat(failure.getSQLState()).isEqualTo("57014");
      assertThat(failure.getMessage()).contains("CALL roster.resume('");
    }
    assertThat(ledger("state, error")).containsExactly("PLANNED|null");
    assertThat(requests()).containsExactly("ownProfile.get 200");
    String key = ledger("request_key").get(0);
    assertThat(rows(free, "CALL roster.resume('" + key + "')")).hasSize(1);
    assertThat(ledger("state")).containsExactly("CONFIRMED");
    assertThat(requests()).containsExactly("ownProfile.get 200", "ownProfile.edit 200");
  }

  @Test
  void whatCannotBeSentBeforeTheTimeOutFailsAtOnce() throws SQLException {
    assertThat(rows(oneAMinute, READ)).hasSize(1);
    for (String sql : List.of(READ, WRITE)) {
      try (Statement statement = oneAMinute.createStatement()) {
        statement.setQueryTimeout(30);
        long begun = System.nanoTime();
        SQLException failure = failing(statement, sql).join();
        assertThat(failure.getSQLState()).isEqualTo("HYT00");
        assertThat(failure.getMessage()).contains(": not sent, as it would have to wait ");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
      }
    }
    assertThat(ledger("state")).containsExactly("PLANNED");
    assertThat(requests()).containsExactly("ownProfile.get 200");
  }

  @Test
  void aReadThatWaitsOutAPauseEndsWithItsStatement() throws SQLException {
    sandbox.control().fault(Fault.on("ownProfile.get").status(429).retryAfter(Duration.ofHours(1)));
    try (Statement statement = free.createStatement()) {
      CompletableFuture<SQLException> failing = failing(statement, READ);
      while (requests().isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(cancelled(statement, failing).getSQLState()).isEqualTo("57014");
    }
    assertThat(requests()).containsExactly("ownProfile.get 429");
  }

  @Test
  void aWriteThatMeetsADocumented429IsSentAgainAndRecordedOnce() throws SQLException {
    sandbox
        .control()
        .fault(Fault.on("ownProfile.edit").status(429).retryAfter(Duration.ZERO).times(2));
    try (Statement statement = free.createStatement()) {
      assertThat(statement.executeUpdate(WRITE)).isEqualTo(1);
    }
    assertThat(requests())
        .containsExactly("ownProfile.edit 429", "ownProfile.edit 429", "ownProfile.edit 200");
    assertThat(ledger("state, attempt")).containsExactly("CONFIRMED|1");
    assertThat(sandbox.writes().stream().filter(write -> write.done())).hasSize(1);
    assertThat(rows(free, "SELECT attempt FROM roster.requests WHERE writes ORDER BY number"))
        .endsWith("1", "2", "3");
  }

  @Test
  void aWriteWhoseBytesMayHaveLeftIsNotSentAgain() throws SQLException {
    for (Fault.Cut cut : List.of(Fault.Cut.BEFORE, Fault.Cut.AFTER, Fault.Cut.MIDDLE)) {
      sandbox.clearRequests();
      sandbox.control().fault(Fault.on("ownProfile.edit").cut(cut));
      try (Statement statement = free.createStatement()) {
        SQLException failure = failing(statement, WRITE.replace("New", cut.name())).join();
        assertThat(failure.getSQLState()).isEqualTo("08007");
      }
      assertThat(requests()).containsExactly("ownProfile.edit 0");
    }
    assertThat(ledger("state")).containsExactly("UNKNOWN", "UNKNOWN", "UNKNOWN");
  }
}
