package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.sandbox.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the statements of several connections share over HTTP. */
@Timeout(60)
class SharedAnswersTest {

  private static final String PROFILE =
      "SELECT headline FROM postpress.linkedin_profile WHERE account_id = 'acc_linkedin_1'";

  private final SharedSandbox roster = new SharedSandbox();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    threads.shutdownNow();
    roster.close();
  }

  @Test
  void twelveConnectionsThatAskTheSameTablesMakeOneCallForEachOperationAndKey() throws Exception {
    List<String> tiles =
        List.of(
            "SELECT count(*) FROM linkedapi.accounts",
            "SELECT name FROM linkedapi.accounts WHERE status = 'frozen' ORDER BY name",
            "SELECT session_id FROM linkedapi.pending_connection_sessions ORDER BY session_id",
            "SELECT a.account_id, p.headline FROM (VALUES ('acc_linkedin_1'), ('acc_linkedin_2'))"
                + " AS a (account_id) JOIN postpress.linkedin_profile p ON p.account_id ="
                + " a.account_id ORDER BY 1",
            "SELECT display_name FROM postpress.own_profile WHERE account_id = 'acc_linkedin_2'");
    roster
        .sandbox
        .control()
        .fault(Fault.on("accounts.getAll").latency(Duration.ofMillis(200)).times(99));
    CyclicBarrier together = new CyclicBarrier(12);
    Callable<List<List<String>>> dashboard =
        () -> {
          try (Connection connection = roster.connect()) {
            together.await();
            List<List<String>> all = new ArrayList<>();
            for (String tile : tiles) {
              all.add(SharedSandbox.rows(connection, tile));
            }
            return all;
          }
        };

    List<List<List<String>>> seen = new ArrayList<>();
    for (Future<List<List<String>>> one : threads.invokeAll(Collections.nCopies(12, dashboard))) {
      seen.add(one.get());
    }

    assertThat(seen).hasSize(12).allMatch(seen.get(0)::equals);
    assertThat(seen.get(0)).allMatch(rows -> !rows.isEmpty());
    assertThat(roster.requests())
        .containsExactlyInAnyOrder("accounts.getAll", "ownProfile.get", "ownProfile.get");
  }

  @Test
  void anotherCredentialIsAskedWhatItMaySee() throws SQLException {
    try (Connection connection = roster.connect();
        Connection stranger = roster.connect("postpressKey=pp_stranger")) {
      assertThat(SharedSandbox.rows(connection, PROFILE)).hasSize(1);

      SQLException refused =
          catchThrowableOfType(SQLException.class, () -> SharedSandbox.rows(stranger, PROFILE));

      assertThat(refused.getSQLState()).isEqualTo("28000");
    }
  }

  @Test
  void aWriteIsSeenAtOnceByAllConnections() throws SQLException {
    try (Connection reader = roster.connect();
        Connection writer = roster.connect("cacheTtl=0")) {
      SharedSandbox.rows(reader, PROFILE);
      SharedSandbox.rows(
          writer,
          "CALL postpress.edit_own_profile(account_id => 'acc_linkedin_1', headline => 'Seen')");

      assertThat(SharedSandbox.rows(reader, PROFILE)).containsExactly("Seen");
      SharedSandbox.rows(reader, PROFILE);
      assertThat(roster.requests())
          .containsExactly("ownProfile.get", "ownProfile.edit", "ownProfile.get");
    }
  }

  @Test
  void aDisconnectedAccountIsGoneFromAllTables() throws SQLException {
    try (Connection reader = roster.connect();
        Connection writer = roster.connect("irreversible=true")) {
      List<String> before = SharedSandbox.rows(reader, "SELECT id FROM linkedapi.accounts");
      try (Statement statement = writer.createStatement()) {
        statement.executeUpdate(
            "DELETE FROM linkedapi.accounts WHERE id = '" + before.get(0) + "'");
      }

      assertThat(SharedSandbox.rows(reader, "SELECT id FROM linkedapi.accounts"))
          .hasSize(before.size() - 1)
          .doesNotContain(before.get(0));
    }
  }

  @Test
  void aStatementThatWritesAsksAnew() throws SQLException {
    try (Connection connection = roster.connect()) {
      SharedSandbox.rows(connection, "SELECT count(*) FROM linkedapi.accounts");
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(
            "INSERT INTO connectsafely.follow_invitations (company_id, profile_urn)"
                + " SELECT '105672170', 'urn:li:fsd_profile:' || id FROM linkedapi.accounts");
      }

      assertThat(roster.requests())
          .containsExactly("accounts.getAll", "accounts.getAll", "followInvitations.send");
    }
  }

  @Test
  void aFailureIsToldEachTimeAndTheNextStatementAsksAgain() throws SQLException {
    try (Connection connection = roster.connect()) {
      roster.sandbox.control().fault(Fault.on("ownProfile.get").status(400));

      SQLException failure =
          catchThrowableOfType(SQLException.class, () -> SharedSandbox.rows(connection, PROFILE));

      assertThat(failure.getSQLState()).isEqualTo("22023");
      assertThat(SharedSandbox.rows(connection, PROFILE)).hasSize(1);
      assertThat(roster.requests()).hasSize(2);
    }
  }

  @Test
  void aTimeOutOfOneIsNotThatOfAnotherWhoWaitsForTheSame() throws Exception {
    roster
        .sandbox
        .control()
        .fault(Fault.on("ownProfile.get").latency(Duration.ofMillis(2500)).times(9));
    try (Connection impatient = roster.connect();
        Connection patient = roster.connect()) {
      Future<String> late =
          threads.submit(
              () -> {
                try (Statement statement = impatient.createStatement()) {
                  statement.setQueryTimeout(1);
                  return catchThrowableOfType(
                          SQLException.class, () -> statement.executeQuery(PROFILE).next())
                      .getSQLState();
                }
              });
      while (roster.requests().isEmpty()) {
        Thread.onSpinWait();
      }

      assertThat(SharedSandbox.rows(patient, PROFILE)).hasSize(1);

      assertThat(late.get()).isEqualTo("HYT00");
      assertThat(roster.requests()).containsExactly("ownProfile.get");
    }
  }

  @Test
  void sessionsAreKeptForNobody() throws SQLException {
    try (Connection connection = roster.connect()) {
      String sql =
          "SELECT status FROM linkedapi.connection_sessions WHERE session_id ="
              + " '5e550000-0000-4000-8000-000000000001'";
      assertThat(SharedSandbox.rows(connection, sql)).hasSize(1);
      assertThat(SharedSandbox.rows(connection, sql)).hasSize(1);

      assertThat(roster.requests())
          .containsExactly("accounts.getConnectionSession", "accounts.getConnectionSession");
    }
  }
}
