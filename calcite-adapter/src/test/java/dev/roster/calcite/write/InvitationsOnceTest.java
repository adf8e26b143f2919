package dev.roster.calcite.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.SandboxEngine;
import dev.roster.calcite.error.SqlState;
import dev.roster.ledger.Entry;
import dev.roster.ledger.EntryState;
import dev.roster.ledger.Selection;
import dev.roster.sandbox.Fault;
import java.sql.SQLException;
import java.sql.Statement;
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

/** A person is invited to a company by an account once, whatever the statements. */
class InvitationsOnceTest {

  private static final String OPERATION = "followInvitations.send";
  private static final String CALL = "CALL connectsafely.send_follow_invitations('105672170', ?)";
  private static final String BY =
      "CALL connectsafely.send_follow_invitations('105672170', ?, 'cs_account_1')";
  private static final String KEYED =
      "CALL connectsafely.send_follow_invitations(company_id => '105672170', profile_urns => ?,"
          + " request_key => 'k1')";

  private final String ledger = "ledger=jdbc:h2:mem:roster-" + UUID.randomUUID();
  private SandboxEngine engine;

  @BeforeEach
  void open() throws SQLException {
    engine = new SandboxEngine("writes=allow", ledger);
  }

  @AfterEach
  void close() throws SQLException {
    engine.close();
  }

  private static String urns(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(number -> "\"urn:li:fsd_profile:A" + number + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    engine.ledger.get().entries(Selection.ALL).forEach(entries::add);
    return entries;
  }

  private static int count(SandboxEngine engine, String sql) throws SQLException {
    try (Statement statement = engine.connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private static List<String> statuses(List<String> rows) {
    return rows.stream().map(row -> row.split("\\|", -1)[4]).toList();
  }

  @Test
  void whoIsInvitedAlreadyIsSkippedAndReported() throws SQLException {
    engine.rows(CALL, urns(1, 2));
    assertThat(statuses(engine.rows(CALL, urns(1, 3))))
        .containsExactly("ALREADY_INVITED", "ALREADY_INVITED", "SENT");
    assertThat(engine.requests()).containsExactly(OPERATION + " 200");
    assertThat(entries()).hasSize(3).extracting(Entry::state).containsOnly(EntryState.CONFIRMED);
    assertThat(engine.rows(CALL, urns(1, 3)))
        .allMatch(row -> row.contains("|true|ALREADY_INVITED|null"));
    assertThat(engine.requests()).isEmpty();
  }

  @Test
  void aPersonWhoIsNamedTwiceIsInvitedOnce() throws SQLException {
    assertThat(statuses(engine.rows(CALL, "[\"urn:li:fsd_profile:A1\",\"urn:li:fsd_profile:A1\"]")))
        .containsExactly("SENT", "SENT");
    assertThat(entries()).hasSize(1);
  }

  @Test
  void theDefaultAccountIsTheOneThatAnAnswerNamed() throws SQLException {
    engine.rows(CALL, urns(1, 60));
    assertThat(entries()).hasSize(60).extracting(Entry::account).containsOnly("cs_account_1");
    assertThat(statuses(engine.rows(BY, urns(1, 60)))).containsOnly("ALREADY_INVITED");
    assertThat(engine.requests()).isEmpty();
  }

  @Test
  void whoWasInvitedByTheNamedAccountIsNotInvitedByTheDefaultOne() throws SQLException {
    engine.rows(BY, urns(51, 60));
    List<String> statuses = statuses(engine.rows(CALL, urns(1, 60)));
    assertThat(statuses.subList(0, 50)).containsOnly("SENT");
    // Known only once the first request has named the account.
    assertThat(statuses.subList(50, 60)).containsOnly("ALREADY_INVITED");
    assertThat(engine.requests()).containsExactly(OPERATION + " 200");
  }

  @Test
  void anotherAccountInvitesOnItsOwn() throws SQLException {
    engine.rows(CALL, urns(1, 1));
    engine.rows("CALL connectsafely.send_follow_invitations('105672171', ?)", urns(1, 1));
    assertThat(engine.requests()).hasSize(1);
  }

  @Test
  void aKeyGivenAgainTellsWhatIsRecorded() throws SQLException {
    List<String> first = engine.rows(KEYED, urns(1, 2));
    assertThat(first).allMatch(row -> row.endsWith("|true|SENT|null|k1"));
    assertThat(engine.rows(KEYED, urns(1, 2))).isEqualTo(first);
    assertThat(engine.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400, REFUSED, FAILED, SENT, CONFIRMED",
    "429, UNKNOWN, UNKNOWN, SENT, CONFIRMED",
    "500, UNKNOWN, UNKNOWN, SENT, CONFIRMED",
    "403, REFUSED, FAILED, UNSENT, PLANNED",
    "401, REFUSED, FAILED, UNSENT, PLANNED",
  })
  void aFailureInTheMiddleLosesNothing(
      int status, String told, EntryState recorded, String rest, EntryState restRecorded)
      throws SQLException {
    engine.sandbox.control().fault(Fault.on(OPERATION));
    engine.sandbox.control().fault(Fault.on(OPERATION).status(status));
    List<String> statuses = statuses(engine.rows(CALL, urns(1, 120)));
    assertThat(statuses.subList(0, 50)).containsOnly("SENT");
    assertThat(statuses.subList(50, 100)).containsOnly(told);
    assertThat(statuses.subList(100, 120)).containsOnly(rest);
    List<Entry> entries = entries();
    assertThat(entries.subList(0, 50)).extracting(Entry::state).containsOnly(EntryState.CONFIRMED);
    assertThat(entries.subList(50, 100)).extracting(Entry::state).containsOnly(recorded);
    assertThat(entries.subList(50, 100)).extracting(Entry::httpStatus).containsOnly(status);
    assertThat(entries.subList(100, 120)).extracting(Entry::state).containsOnly(restRecorded);
    // The same statement sends what surely was not done, and nothing else.
    statuses = statuses(engine.rows(CALL, urns(1, 120)));
    assertThat(statuses.subList(50, 100))
        .containsOnly(recorded == EntryState.FAILED ? "SENT" : "UNKNOWN");
    assertThat(statuses.subList(100, 120))
        .containsOnly(restRecorded == EntryState.PLANNED ? "SENT" : "ALREADY_INVITED");
  }

  @Test
  void resumeSendsWhatWasNotSentAndTellsOfAll() throws SQLException {
    engine.sandbox.control().fault(Fault.on(OPERATION));
    engine.sandbox.control().fault(Fault.on(OPERATION).status(403));
    engine.rows(KEYED, urns(1, 120));
    List<String> rows = engine.rows("CALL roster.resume('k1')");
    assertThat(engine.requests()).containsExactly(OPERATION + " 200");
    assertThat(rows).hasSize(120);
    assertThat(rows.get(0))
        .isEqualTo(
            "k1|105672170 urn:li:fsd_profile:A1|connectsafely.send_follow_invitations|cs_account_1"
                + "|105672170 urn:li:fsd_profile:A1|CONFIRMED|null");
    assertThat(
            rows.stream()
                .map(row -> row.split("\\|", -1)[5])
                .collect(Collectors.groupingBy(s -> s, Collectors.counting())))
        .containsOnly(java.util.Map.entry("CONFIRMED", 70L), java.util.Map.entry("FAILED", 50L));
    engine.rows("CALL roster.resume('k1')");
    assertThat(engine.requests()).isEmpty();
  }

  @Test
  void whatIsNotRecordedCannotBeResumedOrResolved() {
    assertThat(engine.failure("CALL roster.resume('nothing')").state()).isEqualTo(SqlState.NO_DATA);
    assertThat(engine.failure("CALL roster.resolve('nothing', 'FAILED')").state())
        .isEqualTo(SqlState.NO_DATA);
    assertThat(engine.failure("CALL roster.resolve('nothing', 'DONE')").state())
        .isEqualTo(SqlState.INVALID_ARGUMENT);
  }

  @Test
  void aDecisionSettlesOneThingOrAll() throws SQLException {
    engine.sandbox.control().fault(Fault.on(OPERATION).cut(Fault.Cut.AFTER));
    assertThat(engine.failure(KEYED, urns(1, 3)).state()).isEqualTo(SqlState.OUTCOME_UNKNOWN);
    assertThat(
            engine.rows(
                "CALL roster.resolve('k1', 'CONFIRMED', '105672170 urn:li:fsd_profile:A1')"))
        .singleElement()
        .asString()
        .contains("|CONFIRMED|");
    assertThat(engine.rows("CALL roster.resolve('k1', 'FAILED')")).hasSize(2);
    assertThat(engine.requests()).isEmpty();
    assertThat(engine.rows(KEYED, urns(1, 3)))
        .noneMatch(row -> row.contains("took effect") || row.contains("nobody"))
        .last()
        .asString()
        .contains("A person resolved it as FAILED.");
    assertThat(statuses(engine.rows(KEYED, urns(1, 3))))
        .containsExactly("CONFIRMED", "REFUSED", "REFUSED");
    assertThat(engine.requests()).isEmpty();
    // They had gone out, as the sandbox knows and the person did not.
    assertThat(statuses(engine.rows(CALL, urns(1, 3))))
        .containsExactly("ALREADY_INVITED", "FAILED", "FAILED");
  }

  @Test
  void aDryRunShowsWhomTheLedgerWouldSkip() throws SQLException {
    engine.rows(BY, urns(1, 1));
    try (SandboxEngine dry =
        new SandboxEngine(
            "writes=dry_run", ledger, "connectsafelyUrl=" + engine.sandbox.connectsafelyUrl())) {
      List<String> rows = dry.rows(BY, urns(1, 2));
      assertThat(rows).hasSize(2);
      assertThat(rows.get(0)).startsWith("1|1|POST|").contains("[\"urn:li:fsd_profile:A2\"]");
      assertThat(rows.get(1))
          .startsWith(
              "null|1|null|null|null|null|1|105672170 urn:li:fsd_profile:A1 cs_account_1|Done"
                  + " before");
      assertThat(dry.rows(BY.replace("CALL ", "SELECT status FROM TABLE(") + ")", urns(1, 2)))
          .containsExactly("ALREADY_INVITED", "DRY_RUN");
    }
    assertThat(entries()).hasSize(1);
  }

  @Test
  void blanksAroundAUrnMakeNoOtherPerson() throws SQLException {
    assertThat(engine.rows(CALL, "[\"urn:li:fsd_profile:A1\",\" urn:li:fsd_profile:A1 \"]"))
        .hasSize(2);
    assertThat(entries()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void theDefaultAccountAndItsNameInviteOnceInOneStatement(boolean off) throws SQLException {
    String insert =
        "INSERT INTO connectsafely.follow_invitations (company_id, profile_urn, account_id) VALUES"
            + " ('105672170', 'urn:li:fsd_profile:A1', NULL),"
            + " ('105672170', 'urn:li:fsd_profile:A1', 'cs_account_1')";
    try (SandboxEngine other =
        new SandboxEngine(
            "writes=allow", off ? "ledger=none" : "ledger=jdbc:h2:mem:" + UUID.randomUUID())) {
      assertThat(count(other, insert)).isEqualTo(1);
      assertThat(other.requests()).containsExactly(OPERATION + " 200");
    }
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void onePersonUnderTwoKeysOfAStatementIsInvitedAndCountedOnce(boolean off) throws SQLException {
    String insert =
        "INSERT INTO connectsafely.follow_invitations (company_id, profile_urn, request_key) VALUES"
            + " ('105672170', 'urn:li:fsd_profile:A1', 'a'),"
            + " ('105672170', 'urn:li:fsd_profile:A1', 'b')";
    try (SandboxEngine other =
        new SandboxEngine(
            "writes=allow", off ? "ledger=none" : "ledger=jdbc:h2:mem:" + UUID.randomUUID())) {
      assertThat(count(other, insert)).isEqualTo(1);
      assertThat(other.requests()).containsExactly(OPERATION + " 200");
    }
  }

  @Test
  void anInsertInADryRunCountsNothing() throws SQLException {
    engine.rows(BY, urns(1, 1));
    try (SandboxEngine dry =
        new SandboxEngine(
            "writes=dry_run", ledger, "connectsafelyUrl=" + engine.sandbox.connectsafelyUrl())) {
      assertThat(
              count(
                  dry,
                  "INSERT INTO connectsafely.follow_invitations (company_id, profile_urn,"
                      + " account_id) VALUES ('105672170', 'urn:li:fsd_profile:A1',"
                      + " 'cs_account_1')"))
          .isZero();
    }
  }

  @Test
  void whatWaitsForTheDefaultAccountOfAKeyIsNotSentWithAnother() throws SQLException {
    engine.sandbox.control().fault(Fault.on(OPERATION).status(401));
    assertThat(engine.failure(KEYED, urns(1, 60)).state())
        .isEqualTo(SqlState.INVALID_AUTHORIZATION);
    try (SandboxEngine other =
        new SandboxEngine(
            "writes=allow",
            ledger,
            "connectsafelyUrl=" + engine.sandbox.connectsafelyUrl(),
            "connectsafelyKey=another")) {
      engine.sandbox.clearRequests();
      assertThat(other.rows("CALL roster.resume('k1')"))
          .last()
          .asString()
          .contains("|PLANNED|It was meant for the default account of another API key.");
      assertThat(engine.requests()).isEmpty();
    }
  }
}
