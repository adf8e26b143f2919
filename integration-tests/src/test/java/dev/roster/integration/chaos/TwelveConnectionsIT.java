package dev.roster.integration.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.clients.testing.ReceivedRequest;
import dev.roster.clients.testing.SandboxProcess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tiles of a dashboard: twelve connections that ask the same tables at once. */
class TwelveConnectionsIT {

  @RegisterExtension static final SandboxProcess SANDBOX = new SandboxProcess();

  private static final int CONNECTIONS = 12;
  private static final int KEYS = 10;

  private static final String KEY_LIST =
      IntStream.rangeClosed(1, KEYS)
          .mapToObj(number -> "'acc_linkedin_" + number + "'")
          .collect(Collectors.joining(", "));

  private static final List<String> TILES =
      List.of(
          "SELECT COUNT(*) FROM linkedapi.accounts",
          "SELECT COUNT(*) FROM roster.account_overview",
          "SELECT COUNT(*) FROM postpress.linkedin_profile WHERE account_id IN (" + KEY_LIST + ")",
          "SELECT COUNT(p.email) FROM (VALUES "
              + KEY_LIST.replaceAll("('\\w+')", "($1)")
              + ") AS k (id) JOIN postpress.linkedin_profile AS p ON p.account_id = k.id",
          "SELECT COUNT(*) FROM postpress.own_profile WHERE account_id IN (" + KEY_LIST + ")");

  private static final List<Integer> ANSWERS = List.of(12, 12, KEYS, KEYS, KEYS);

  @Test
  void makeOneCallADistinctOperationAndKey() throws Exception {
    // Late enough that all ask before the first answer comes.
    SANDBOX.fault("accounts.getAll", "\"latencyMillis\": 300, \"count\": 1000");
    SANDBOX.fault("ownProfile.get", "\"latencyMillis\": 300, \"count\": 1000");
    String url = SANDBOX.urlWithCredentials("cacheTtl=30");
    CyclicBarrier together = new CyclicBarrier(CONNECTIONS);
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Future<List<Integer>>> answers = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        int first = i;
        answers.add(threads.submit(() -> ask(url, first, together)));
      }
      for (Future<List<Integer>> each : answers) {
        assertThat(each.get()).isEqualTo(ANSWERS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(
            SANDBOX.requests().stream()
                .collect(Collectors.groupingBy(ReceivedRequest::operation, Collectors.counting())))
        .as("each of these needs one call at least: one for all accounts, one a key")
        .containsOnly(Map.entry("accounts.getAll", 1L), Map.entry("ownProfile.get", (long) KEYS));
  }

  /** Asks all tiles, each connection another one first; returns the answers in their order. */
  private static List<Integer> ask(String url, int first, CyclicBarrier together) throws Exception {
    Integer[] answers = new Integer[TILES.size()];
    try (Connection connection = DriverManager.getConnection(url)) {
      together.await();
      for (int i = 0; i < TILES.size(); i++) {
        int tile = (first + i) % TILES.size();
        answers[tile] = number(connection, TILES.get(tile));
      }
    }
    return List.of(answers);
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
