package dev.roster.calcite.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.SandboxEngine;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a statement tells whose ledger breaks: here its table is taken away. */
class BrokenLedgerTest {

  private static final String CALL =
      "CALL connectsafely.send_follow_invitations('105672170', ?, 'cs_account_1')";

  private final String url = "jdbc:h2:mem:broken-" + UUID.randomUUID();
  private final MockWebServer server = new MockWebServer();
  private SandboxEngine engine;
  private Connection ledger;

  @BeforeEach
  void open() throws Exception {
    ledger = DriverManager.getConnection(url);
    server.start();
    engine =
        new SandboxEngine(
            "writes=allow", "ledger=" + url, "connectsafelyUrl=" + server.url("/linkedin"));
    // The first use makes the tables.
    engine.rows("SELECT * FROM roster.ledger");
  }

  @AfterEach
  void close() throws Exception {
    engine.close();
    server.close();
    ledger.close();
  }

  private static String urns(int to) {
    return IntStream.rangeClosed(1, to)
        .mapToObj(number -> "\"urn:li:fsd_profile:A" + number + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private void breakLedger() {
    try (Statement statement = ledger.createStatement()) {
      statement.execute("DROP ALL OBJECTS");
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  // Answers the first request and takes the ledger away before it does.
  private final Dispatcher breaking =
      new Dispatcher() {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
          breakLedger();
          String results =
              IntStream.rangeClosed(1, 50)
                  .mapToObj(
                      number ->
                          "{\"profileUrn\":\"urn:li:fsd_profile:A"
                              + number
                              + "\",\"success\":true,\"status\":\"SENT\"}")
                  .collect(Collectors.joining(","));
          return new MockResponse.Builder()
              .setHeader("Content-Type", "application/json")
              .body(
                  "{\"success\":true,\"accountId\":\"cs_account_1\",\"companyId\":\"105672170\","
                      + "\"totalRequested\":50,\"totalSuccessful\":50,\"totalFailed\":0,\"results\":["
                      + results
                      + "]}")
              .build();
        }
      };

  @Test
  void nothingIsSentThatCannotBeRecorded() {
    breakLedger();
    SqlStateException failure = engine.failure(CALL, urns(60));
    assertThat(failure.state()).isEqualTo(SqlState.NOT_CONNECTED);
    assertThat(failure).hasMessageContaining("nothing was sent");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void whatWasSentBeforeItBrokeIsToldAndNothingMoreIsSent() throws SQLException {
    server.setDispatcher(breaking);
    List<String> statuses =
        engine.rows(CALL, urns(60)).stream().map(row -> row.split("\\|", -1)[4]).toList();
    assertThat(statuses.subList(0, 50)).containsOnly("SENT");
    assertThat(statuses.subList(50, 60)).containsOnly("UNSENT");
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(engine.warnings()).anyMatch(warning -> warning.contains("could not be recorded"));
  }

  @Test
  void aReadOfItFailsToo() {
    breakLedger();
    assertThat(engine.failure("CALL roster.resume('k')").state()).isEqualTo(SqlState.NOT_CONNECTED);
  }
}
