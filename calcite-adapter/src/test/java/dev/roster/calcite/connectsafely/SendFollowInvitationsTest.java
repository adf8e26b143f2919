package dev.roster.calcite.connectsafely;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.calcite.SandboxEngine;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.fake.Engine;
import dev.roster.sandbox.Fault;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests, chunks and what is known after a failure; the plain rows are in the SQL scripts. */
class SendFollowInvitationsTest {

  private static final String OPERATION = "followInvitations.send";
  private static final String CALL = "CALL connectsafely.send_follow_invitations('105672170', ?)";

  private SandboxEngine engine;

  @BeforeEach
  void open() throws SQLException {
    engine = new SandboxEngine("writes=allow");
  }

  @AfterEach
  void close() throws SQLException {
    engine.close();
  }

  private static String urn(int number) {
    return "urn:li:fsd_profile:ACoAA" + number;
  }

  private static String urns(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(number -> "\"" + urn(number) + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String row(int number, String account, String outcome) {
    return "105672170|" + urn(number) + "|" + account + "|" + outcome;
  }

  private static List<String> rows(int from, int to, String account, String outcome) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(number -> row(number, account, outcome))
        .toList();
  }

  @SafeVarargs
  private static List<String> all(List<String>... parts) {
    List<String> all = new ArrayList<>();
    for (List<String> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  // The error text of such rows is a sentence; what else they say comes before it.
  private static List<String> withoutErrors(List<String> rows) {
    return rows.stream().map(row -> row.substring(0, row.lastIndexOf('|'))).toList();
  }

  // A fresh request key is another one each time.
  private static List<String> withoutKeys(List<String> rows) {
    return rows.stream().map(row -> row.replaceAll("'[0-9a-f-]{36}'", "'KEY'")).toList();
  }

  private void failSecond(Fault fault) {
    engine.sandbox.control().fault(Fault.on(OPERATION));
    engine.sandbox.control().fault(fault);
  }

  @Test
  void anyNumberOfUrnsGoesOutFiftyARequestAndEachHasARow() throws SQLException {
    assertThat(engine.rows(CALL, urns(1, 120)))
        .isEqualTo(rows(1, 120, "cs_account_1", "true|SENT|null"));
    assertThat(engine.requests())
        .containsExactly(OPERATION + " 200", OPERATION + " 200", OPERATION + " 200");
    assertThat(engine.warnings()).isEmpty();
  }

  @Test
  void aListMayBeLongerThanAConstantOfJavaMayBe() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT count(*) FROM TABLE(connectsafely.send_follow_invitations('105672170', '"
                    + urns(1, 4000)
                    + "'))"))
        .containsExactly("4000");
    assertThat(engine.requests()).hasSize(80);
  }

  @Test
  void theRequestsHoldTheUrnsInOrderAndNoSecondCompanyId() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(answer(urn(1), urn(2)));
      server.start();
      try (SandboxEngine toServer =
          new SandboxEngine("writes=allow", "connectsafelyUrl=" + server.url("/linkedin"))) {
        assertThat(
                toServer.rows(
                    "CALL connectsafely.send_follow_invitations(account_id => 'cs_account_2',"
                        + " profile_urns => ARRAY['"
                        + urn(1)
                        + "', '"
                        + urn(2)
                        + "'], company_id => '105672170')"))
            .isEqualTo(rows(1, 2, "cs_account_2", "true|SENT|null"));
      }
      RecordedRequest request = server.takeRequest();
      assertThat(request.getRequestLine())
          .isEqualTo("POST /linkedin/organizations/105672170/follow-invitations HTTP/1.1");
      assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer cs_sandbox");
      assertThat(request.getBody().utf8())
          .isEqualTo(
              "{\"accountId\":\"cs_account_2\",\"profileUrns\":[\"%s\",\"%s\"]}"
                  .formatted(urn(1), urn(2)));
    }
  }

  private static MockResponse answer(String... urns) {
    String results =
        List.of(urns).stream()
            .map("{\"profileUrn\":\"%s\",\"success\":true,\"status\":\"SENT\"}"::formatted)
            .collect(Collectors.joining(","));
    return new MockResponse.Builder()
        .setHeader("Content-Type", "application/json")
        .body(
            """
            {"success":true,"accountId":"cs_account_2","companyId":"105672170","totalRequested":%d,
             "totalSuccessful":%d,"totalFailed":0,"results":[%s]}\
            """
                .formatted(urns.length, urns.length, results))
        .build();
  }

  @Test
  void aUrnThatTheAnswerPassesOverIsUnknown() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(answer(urn(1)));
      server.start();
      try (SandboxEngine toServer =
          new SandboxEngine("writes=allow", "connectsafelyUrl=" + server.url("/linkedin"))) {
        assertThat(withoutKeys(toServer.rows(CALL, urns(1, 2))))
            .containsExactly(
                row(1, "cs_account_2", "true|SENT|null"),
                row(
                    2,
                    "cs_account_2",
                    "null|UNKNOWN|connectsafely.send_follow_invitations, company_id '105672170':"
                        + " the answer has no result for 105672170 "
                        + urn(2)
                        + ", so nobody knows whether it took effect. Look at the provider, then"
                        + " CALL roster.resolve('KEY', 'CONFIRMED') or CALL roster.resolve('KEY',"
                        + " 'FAILED')."));
      }
    }
  }

  @Test
  void invitationsThatFailByThemselvesAreRowsAndNoError() throws SQLException {
    assertThat(engine.rows(CALL, "[\"" + urn(1) + "\",\"" + urn(1) + "\",\"nonsense\"]"))
        .containsExactly(
            row(1, "cs_account_1", "true|SENT|null"),
            row(1, "cs_account_1", "true|SENT|null"),
            "105672170|nonsense|cs_account_1|false|FAILED|The profile URN is malformed.");
  }

  @Test
  void aLostAnswerInTheMiddleIsUnknownAndTheRestGoesOn() throws SQLException {
    failSecond(Fault.on(OPERATION).cut(Fault.Cut.AFTER));
    List<String> rows = engine.rows(CALL, urns(1, 120));
    assertThat(rows.subList(0, 50)).isEqualTo(rows(1, 50, "cs_account_1", "true|SENT|null"));
    assertThat(withoutErrors(rows.subList(50, 100)))
        .isEqualTo(rows(51, 100, "cs_account_1", "null|UNKNOWN"));
    assertThat(rows.subList(100, 120)).isEqualTo(rows(101, 120, "cs_account_1", "true|SENT|null"));
    assertThat(rows.get(50)).contains("connectsafely followInvitations.send: ");
    assertThat(engine.requests())
        .containsExactly(OPERATION + " 200", OPERATION + " 0", OPERATION + " 200");
    assertThat(engine.warnings())
        .singleElement()
        .asString()
        .startsWith(
            "connectsafely.send_follow_invitations, company_id '105672170': 2 of 3 requests were"
                + " answered with success;");
    // They had gone out, which is why they must not be sent again.
    assertThat(withoutErrors(engine.rows(CALL, urns(51, 51))))
        .containsExactly(row(51, "cs_account_1", "null|UNKNOWN"));
    assertThat(engine.requests()).isEmpty();
  }

  @Test
  void anErrorOfTheProviderInTheMiddleIsUnknownToo() throws SQLException {
    failSecond(Fault.on(OPERATION).status(500));
    assertThat(withoutErrors(engine.rows(CALL, urns(1, 101))))
        .isEqualTo(
            all(
                rows(1, 50, "cs_account_1", "true|SENT"),
                rows(51, 100, "cs_account_1", "null|UNKNOWN"),
                rows(101, 101, "cs_account_1", "true|SENT")));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aMissingRightInTheMiddleEndsTheSendingAndKeepsWhatWasDone(int status) throws SQLException {
    failSecond(Fault.on(OPERATION).status(status));
    List<String> rows = engine.rows(CALL, urns(1, 120));
    assertThat(withoutErrors(rows))
        .isEqualTo(
            all(
                rows(1, 50, "cs_account_1", "true|SENT"),
                rows(51, 100, "cs_account_1", "false|REFUSED"),
                rows(101, 120, "cs_account_1", "false|UNSENT")));
    assertThat(rows.get(100)).contains("Not sent, because an earlier one failed");
    assertThat(engine.requests()).containsExactly(OPERATION + " 200", OPERATION + " " + status);
    assertThat(engine.warnings()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"401, INVALID_AUTHORIZATION", "403, INSUFFICIENT_RIGHTS"})
  void aMissingRightAtOnceIsTheFailureOfTheStatement(int status, SqlState state) {
    engine.sandbox.control().fault(Fault.on(OPERATION).status(status));
    SqlStateException failure = engine.failure(CALL, urns(1, 120));
    assertThat(failure.state()).isEqualTo(state);
    assertThat(failure.vendorCode()).isEqualTo(status);
    assertThat(failure).hasMessageEndingWith("None of 3 requests was answered with success.");
    assertThat(engine.requests()).containsExactly(OPERATION + " " + status);
  }

  @Test
  void theLostAnswerOfTheOnlyRequestIsTheFailureOfTheStatement() {
    engine.sandbox.control().fault(Fault.on(OPERATION).cut(Fault.Cut.AFTER));
    assertThat(engine.failure(CALL, urns(1, 2)).state()).isEqualTo(SqlState.OUTCOME_UNKNOWN);
    assertThat(engine.requests()).containsExactly(OPERATION + " 0");
  }

  @Test
  void aRefusalOfEveryRequestIsTheFailureOfTheStatement() {
    SqlStateException failure =
        engine.failure(
            "CALL connectsafely.send_follow_invitations('105672170', ?, 'cs_nobody')", urns(1, 51));
    assertThat(failure.state()).isEqualTo(SqlState.INVALID_ARGUMENT);
    assertThat(failure)
        .hasMessageContaining("accountId names no connected account")
        .hasMessageEndingWith("None of 2 requests was answered with success.");
    assertThat(engine.requests()).containsExactly(OPERATION + " 400", OPERATION + " 400");
  }

  @Test
  void refusedAndLostTogetherAreRowsBecauseTheyDiffer() throws SQLException {
    engine.sandbox.control().fault(Fault.on(OPERATION).cut(Fault.Cut.BEFORE));
    engine.sandbox.control().fault(Fault.on(OPERATION).status(400));
    assertThat(withoutErrors(engine.rows(CALL, urns(1, 51))))
        .isEqualTo(all(rows(1, 50, "null", "null|UNKNOWN"), rows(51, 51, "null", "false|REFUSED")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'10567x', '[\"urn\"]'         | '10567x' is no number",
        "'105672170', '[]'             | nobody to invite",
        "'105672170', '[\"urn\", null]'| profile_urns must hold no null",
        "'105672170', '[\"urn\", 1]'   | profile_urns must be a JSON array of texts",
        "'105672170', 'urn'            | profile_urns must be a JSON array",
        "'105672170', NULL             | profile_urns must be given",
        "NULL, '[\"urn\"]'             | company_id must be given",
        "'105672170', '[\"urn\"]', ' ' | the account id is blank",
      })
  void argumentsAreCheckedBeforeAnythingIsSent(String arguments, String rule) {
    SqlStateException failure =
        engine.failure("CALL connectsafely.send_follow_invitations(" + arguments + ")");
    assertThat(failure.state()).isEqualTo(SqlState.INVALID_ARGUMENT);
    assertThat(failure)
        .hasMessageMatching("connectsafely\\.send_follow_invitations(, company_id '.*')?: .*")
        .hasMessageContaining(rule);
    assertThat(engine.requests()).isEmpty();
  }

  @Test
  @Timeout(30)
  void aCancelSaysWhatWasSentBefore() throws Exception {
    failSecond(Fault.on(OPERATION).latency(Duration.ofMinutes(10)));
    ExecutorService inBackground = Executors.newSingleThreadExecutor();
    try (PreparedStatement statement = engine.connection.prepareStatement(CALL)) {
      statement.setString(1, urns(1, 120));
      engine.sandbox.clearRequests();
      Future<Throwable> thrown = inBackground.submit(() -> catchThrowable(statement::executeQuery));
      while (engine.requests().size() < 2) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }
      statement.cancel();
      SqlStateException failure = Engine.failure(thrown.get());
      assertThat(failure.state()).isEqualTo(SqlState.OUTCOME_UNKNOWN);
      assertThat(failure).hasMessageContaining("1 of 3 requests were answered with success");
    } finally {
      inBackground.shutdownNow();
    }
    assertThat(engine.requests()).hasSize(2);
  }
}
