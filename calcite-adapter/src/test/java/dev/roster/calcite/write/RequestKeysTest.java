package dev.roster.calcite.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.SandboxEngine;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.ledger.Entry;
import dev.roster.ledger.EntryState;
import dev.roster.ledger.Selection;
import dev.roster.sandbox.Fault;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request key does, given and not given, for writes of one thing. */
class RequestKeysTest {

  private static final String EDIT = "ownProfile.edit";
  private static final String ACCOUNT = "acc00000-0000-4000-8000-000000000001";

  private SandboxEngine engine;

  @BeforeEach
  void open() throws SQLException {
    engine = new SandboxEngine("writes=allow", "irreversible=true", "revealSecrets=true");
  }

  @AfterEach
  void close() throws SQLException {
    engine.close();
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    engine.ledger.get().entries(Selection.ALL).forEach(entries::add);
    return entries;
  }

  private static String edit(String headline, String rest) {
    return "CALL postpress.edit_own_profile(account_id => 'acc_linkedin_1', headline => '"
        + headline
        + "'"
        + rest
        + ")";
  }

  private static String keyed(String key) {
    return ", request_key => '" + key + "'";
  }

  @Test
  void aGivenKeyIsShownAndRecorded() throws SQLException {
    assertThat(engine.rows(edit("New", keyed("k1"))))
        .containsExactly("acc_linkedin_1|ProfileEdited|k1");
    assertThat(entries())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.requestKey()).isEqualTo("k1");
              assertThat(entry.procedure()).isEqualTo("postpress.edit_own_profile");
              assertThat(entry.account()).isEqualTo("acc_linkedin_1");
              assertThat(entry.arguments())
                  .isEqualTo("{\"account_id\":\"acc_linkedin_1\",\"headline\":\"New\"}");
              assertThat(entry.state()).isEqualTo(EntryState.CONFIRMED);
              assertThat(entry.answer()).isEqualTo("{\"object\":\"ProfileEdited\"}");
              assertThat(entry.httpStatus()).isEqualTo(200);
            });
  }

  @Test
  void aKeyGivenAgainAnswersWithTheRecordAndSendsNothing() throws SQLException {
    List<String> first = engine.rows(edit("New", keyed("k1")));
    assertThat(engine.rows(edit("New", keyed("k1")))).isEqualTo(first);
    assertThat(engine.requests()).isEmpty();
    assertThat(entries()).hasSize(1);
  }

  @Test
  void aKeyOfAnotherCallIsRefused() throws SQLException {
    engine.rows(edit("New", keyed("k1")));
    SqlStateException other = engine.failure(edit("Newer", keyed("k1")));
    assertThat(other.state()).isEqualTo(SqlState.INVALID_ARGUMENT);
    assertThat(other).hasMessageContaining("request_key 'k1' was used for another call");
    assertThat(engine.requests()).isEmpty();
    assertThat(engine.failure("CALL linkedapi.reparse_account_info('" + ACCOUNT + "', 'k1')"))
        .hasMessageContaining("request_key 'k1' was used for another call");
    assertThat(engine.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"422, 22023, FAILED", "501, 0A000, FAILED", "503, 08007, UNKNOWN"})
  void aFailureIsRecordedAndToldAgainUnderItsKey(int status, String sqlState, EntryState state)
      throws SQLException {
    engine.sandbox.control().fault(Fault.on(EDIT).status(status));
    assertThat(engine.failure(edit("New", keyed("k1"))).state().code()).isEqualTo(sqlState);
    SqlStateException again = engine.failure(edit("New", keyed("k1")));
    assertThat(again.state().code()).isEqualTo(sqlState);
    assertThat(again.vendorCode()).isEqualTo(status);
    assertThat(again).hasMessageContaining("request_key 'k1' was given before.");
    assertThat(engine.requests()).isEmpty();
    assertThat(entries()).extracting(Entry::state).containsExactly(state);
    // Another key is another write.
    assertThat(engine.rows(edit("New", keyed("k2")))).hasSize(1);
  }

  @Test
  void withoutAKeyAnEqualWriteThatIsUnknownStandsInTheWay() throws SQLException {
    engine.sandbox.control().fault(Fault.on(EDIT).cut(Fault.Cut.AFTER));
    SqlStateException lost = engine.failure(edit("New", ""));
    assertThat(lost.state()).isEqualTo(SqlState.OUTCOME_UNKNOWN);
    String key = entries().get(0).requestKey();
    assertThat(lost).hasMessageContaining("CALL roster.resolve('" + key + "', 'CONFIRMED')");

    SqlStateException refused = engine.failure(edit("New", ""));
    assertThat(refused.state()).isEqualTo(SqlState.OUTCOME_UNKNOWN);
    assertThat(refused).hasMessageContaining("as request_key '" + key + "'");
    assertThat(engine.requests()).isEmpty();
    // Another headline is another write.
    assertThat(engine.rows(edit("Newer", ""))).hasSize(1);

    engine.rows("CALL roster.resolve('" + key + "', 'FAILED')");
    assertThat(engine.rows(edit("New", ""))).hasSize(1);
    assertThat(engine.requests()).containsExactly(EDIT + " 200");
  }

  @Test
  void withoutAKeyWhatIsSettledIsDoneAgain() throws SQLException {
    engine.rows(edit("New", ""));
    engine.rows(edit("New", ""));
    assertThat(engine.requests()).containsExactly(EDIT + " 200");
    assertThat(entries()).hasSize(2);
    assertThat(entries().get(0).requestKey()).isNotEqualTo(entries().get(1).requestKey());
  }

  @Test
  void theSecretOfAnAnswerIsNotKeptAndAReplaySaysSo() throws SQLException {
    String sql = "CALL linkedapi.regenerate_identification_token('" + ACCOUNT + "', 'k1')";
    String token = engine.rows(sql).get(0).split("\\|", -1)[1];
    assertThat(token).startsWith("id_");
    Entry entry = entries().get(0);
    assertThat(entry.toString()).doesNotContain(token);
    assertThat(entry.secretLeftOut()).isTrue();
    assertThat(entry.answer()).isEqualTo("{}");

    assertThat(engine.rows(sql)).containsExactly(ACCOUNT + "|null|k1");
    assertThat(engine.requests()).isEmpty();
    assertThat(engine.warnings()).singleElement().asString().contains("was not kept");
  }

  @Test
  void whatTheProviderRefusesIsAFreshAttemptEachTime() {
    for (int i = 0; i < 2; i++) {
      assertThat(engine.failure("CALL linkedapi.disconnect('acc_nobody')").state())
          .isEqualTo(SqlState.INVALID_AUTHORIZATION);
      assertThat(engine.requests()).hasSize(1);
    }
    assertThat(entries()).extracting(Entry::state).containsOnly(EntryState.FAILED).hasSize(2);
  }

  @Test
  void aFileIsNoPartOfTheRecordButOfItsHash() throws SQLException {
    String sql =
        "CALL postpress.set_picture(account_id => 'acc_linkedin_1', picture => ?,"
            + " picture_name => 'me.png', request_key => 'k1')";
    engine.rows(sql, (Object) new byte[] {1, 2, 3});
    assertThat(entries().get(0).arguments()).isNull();
    assertThat(engine.failure(sql, (Object) new byte[] {1, 2, 4}))
        .hasMessageContaining("was used for another call");
  }

  @Test
  void aKeyThatIsNoneIsRefused() {
    assertThat(engine.failure(edit("New", keyed(" "))).state())
        .isEqualTo(SqlState.INVALID_ARGUMENT);
    assertThat(engine.failure(edit("New", keyed("x".repeat(256)))))
        .hasMessageContaining("255 characters");
    assertThat(engine.requests()).isEmpty();
  }

  @Test
  void withoutALedgerNothingIsRecorded() throws SQLException {
    try (SandboxEngine off = new SandboxEngine("writes=allow", "ledger=none")) {
      assertThat(off.rows(edit("New", keyed("k1"))))
          .containsExactly("acc_linkedin_1|ProfileEdited|k1");
      off.rows(edit("New", keyed("k1")));
      assertThat(off.requests()).containsExactly(EDIT + " 200");
      assertThat(off.failure("CALL roster.resume('k1')").state()).isEqualTo(SqlState.NOT_SUPPORTED);
      assertThat(off.failure("CALL roster.resolve('k1', 'FAILED')").state())
          .isEqualTo(SqlState.NOT_SUPPORTED);
    }
  }
}
