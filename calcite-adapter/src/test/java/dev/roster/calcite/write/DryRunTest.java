package dev.roster.calcite.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.SandboxEngine;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.ledger.Selection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code writes=dry_run} shows, and that nothing is sent and nothing recorded. */
class DryRunTest {

  private static final String INVITE =
      "connectsafely.send_follow_invitations('105672170', ?, 'cs_account_1', 'k1')";

  private final String ledger = "ledger=jdbc:h2:mem:roster-" + UUID.randomUUID();
  private SandboxEngine engine;

  @BeforeEach
  void open() throws SQLException {
    engine = new SandboxEngine("writes=dry_run", "irreversible=true", "revealSecrets=true", ledger);
  }

  // What the sandbox received in the last statement and what the ledger has, each of which is none.
  @AfterEach
  void nothingWasSentAndNothingRecorded() throws SQLException {
    assertThat(engine.requests()).isEmpty();
    assertThat(engine.ledger.get().entries(Selection.ALL)).isEmpty();
    engine.close();
  }

  private static String urns(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(number -> "\"urn:li:fsd_profile:A" + number + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void aCallShowsEachRequest() throws SQLException {
    List<String> rows = engine.rows("CALL " + INVITE, urns(1, 51));
    String url = engine.sandbox.connectsafelyUrl() + "/organizations/105672170/follow-invitations";
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0))
        .startsWith("1|2|POST|" + url + "|")
        .contains("Authorization: Bearer ***")
        .contains("{\"accountId\":\"cs_account_1\",\"profileUrns\":[\"urn:li:fsd_profile:A1\",")
        .endsWith("|50|null|null|k1");
    assertThat(rows.get(1))
        .startsWith("2|2|POST|" + url + "|")
        .contains("{\"accountId\":\"cs_account_1\",\"profileUrns\":[\"urn:li:fsd_profile:A51\"]}")
        .endsWith("|1|105672170 urn:li:fsd_profile:A51 cs_account_1|null|k1");
    assertThat(rows.toString()).doesNotContain("cs_sandbox");
  }

  @Test
  void itsColumnsAreKnownWhenItIsPrepared() throws SQLException {
    try (PreparedStatement statement = engine.connection.prepareStatement("CALL " + INVITE)) {
      ResultSetMetaData columns = statement.getMetaData();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        names.add(columns.getColumnLabel(i));
      }
      assertThat(names)
          .containsExactly(
              "request_number",
              "request_count",
              "method",
              "url",
              "headers",
              "body",
              "item_count",
              "item_key",
              "skipped",
              "request_key");
    }
  }

  @Test
  void aSelectKeepsTheColumnsOfTheProcedure() throws SQLException {
    assertThat(engine.rows("SELECT * FROM TABLE(" + INVITE + ")", urns(1, 2)))
        .containsExactly(
            "105672170|urn:li:fsd_profile:A1|cs_account_1|null|DRY_RUN|null|k1",
            "105672170|urn:li:fsd_profile:A2|cs_account_1|null|DRY_RUN|null|k1");
    assertThat(
            engine.rows(
                "SELECT account_id, token FROM"
                    + " TABLE(linkedapi.regenerate_identification_token('acc_1'))"))
        .containsExactly("acc_1|null");
  }

  @Test
  void bothPutTheirRequestsIntoTheLog() throws SQLException {
    String headline = UUID.randomUUID().toString();
    engine.rows(
        "SELECT * FROM TABLE(postpress.edit_own_profile('acc_linkedin_1', '" + headline + "'))");
    assertThat(
            engine.rows(
                "SELECT outcome, body FROM roster.requests WHERE body LIKE '%" + headline + "%'"))
        .singleElement()
        .asString()
        .startsWith("DRY_RUN|")
        .contains("{\"name\":\"headline\",\"value\":\"" + headline + "\"}");
  }

  @Test
  void aFileIsToldByItsLengthAndDigest() throws SQLException {
    assertThat(
            engine.rows(
                "CALL postpress.set_picture(account_id => 'acc_linkedin_1', picture => ?,"
                    + " picture_name => 'me.png', request_key => 'k1')",
                (Object) new byte[] {1, 2, 3}))
        .singleElement()
        .asString()
        .contains("Idempotency-Key: k1")
        .contains("\"file\":\"me.png\"")
        .contains("\"length\":3");
  }

  @ParameterizedTest
  @CsvSource({"false, 25006, irreversible=true", "true, 42000, revealSecrets=true"})
  void whatMustNotRunIsRefusedAsWell(boolean irreversible, String state, String property)
      throws SQLException {
    try (SandboxEngine strict =
        new SandboxEngine("writes=dry_run", "irreversible=" + irreversible)) {
      SqlStateException refused =
          strict.failure(
              irreversible
                  ? "CALL linkedapi.regenerate_identification_token('acc_1')"
                  : "CALL linkedapi.disconnect('acc_1')");
      assertThat(refused.state().code()).isEqualTo(state);
      assertThat(refused).hasMessageContaining(property);
    }
  }

  @Test
  void aResolutionIsRefused() {
    assertThat(engine.failure("CALL roster.resolve('k1', 'FAILED')").state())
        .isEqualTo(SqlState.WRITE_DENIED);
  }

  @Test
  void argumentsAreCheckedAsInEarnest() {
    assertThat(engine.failure("CALL connectsafely.send_follow_invitations('x', '[\"urn\"]')"))
        .hasMessageContaining("'x' is no number");
  }

  @Test
  void explainOfACallSendsNothingEither() throws SQLException {
    assertThat(engine.rows("EXPLAIN PLAN FOR CALL linkedapi.disconnect('acc_1')")).isNotEmpty();
  }
}
