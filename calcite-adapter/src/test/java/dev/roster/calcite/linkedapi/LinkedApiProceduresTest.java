package dev.roster.calcite.linkedapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.SandboxEngine;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.sandbox.Fault;
import dev.roster.sandbox.Inventory;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the procedures send and what comes of lost answers; their rows are in the SQL scripts. */
class LinkedApiProceduresTest {

  private static final String ACCOUNT_1 = "acc00000-0000-4000-8000-000000000001";

  private SandboxEngine engine;

  @BeforeEach
  void open() throws SQLException {
    engine = new SandboxEngine("writes=allow", "irreversible=true", "revealSecrets=true");
  }

  @AfterEach
  void close() throws SQLException {
    engine.close();
  }

  private boolean accountIsThere() {
    return engine.sandbox.control().accounts().linkedapi().stream()
        .map(Inventory.LinkedApiAccount::id)
        .anyMatch(ACCOUNT_1::equals);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CALL linkedapi.disconnect('" + ACCOUNT_1 + "')",
        "CALL linkedapi.reparse_account_info('" + ACCOUNT_1 + "')",
        "CALL linkedapi.regenerate_identification_token('" + ACCOUNT_1 + "')",
        "CALL linkedapi.create_connection_session()",
      })
  void aWriteIsSentOnceWhetherItsRowsAreReadOrNot(String call) throws SQLException {
    try (Statement statement = engine.connection.createStatement()) {
      statement.execute(call);
    }
    assertThat(engine.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXPLAIN PLAN FOR CALL linkedapi.disconnect('" + ACCOUNT_1 + "')",
        "EXPLAIN PLAN FOR SELECT * FROM TABLE(linkedapi.create_connection_session())",
      })
  void anExplanationSendsNothing(String explain) throws SQLException {
    assertThat(engine.rows(explain)).isNotEmpty();
    assertThat(engine.requests()).isEmpty();
    assertThat(accountIsThere()).isTrue();
  }

  @Test
  void aWriteWhoseAnswerIsLostIsUnknownAndNotSentAgain() {
    engine.sandbox.control().fault(Fault.on("accounts.disconnect").cut(Fault.Cut.AFTER));
    SqlStateException failure = engine.failure("CALL linkedapi.disconnect(?)", ACCOUNT_1);
    assertThat(failure.state()).isEqualTo(SqlState.OUTCOME_UNKNOWN);
    assertThat(failure).hasMessageStartingWith("linkedapi.disconnect, account_id '");
    assertThat(engine.requests()).containsExactly("accounts.disconnect 0");
    assertThat(accountIsThere()).isFalse();
  }

  @Test
  void aTokenWhoseAnswerIsLostStandsInTheAccounts() throws SQLException {
    engine
        .sandbox
        .control()
        .fault(Fault.on("accounts.regenerateIdentificationToken").cut(Fault.Cut.AFTER));
    assertThat(
            engine.failure("CALL linkedapi.regenerate_identification_token(?)", ACCOUNT_1).state())
        .isEqualTo(SqlState.OUTCOME_UNKNOWN);
    assertThat(
            engine.rows(
                "SELECT identification_token FROM linkedapi.accounts WHERE id = ?", ACCOUNT_1))
        .containsExactly("id_" + ACCOUNT_1 + "_2");
  }

  @Test
  void aTokenIsNotReplacedWhereTheNewOneWouldBeHidden() throws SQLException {
    try (SandboxEngine masking = new SandboxEngine("writes=allow", "irreversible=true")) {
      SqlStateException failure =
          masking.failure("CALL linkedapi.regenerate_identification_token(?)", ACCOUNT_1);
      assertThat(failure.state()).isEqualTo(SqlState.INVALID_STATEMENT);
      assertThat(failure).hasMessageContaining("revealSecrets=true");
      assertThat(masking.requests()).isEmpty();
    }
  }

  @Test
  void aBlankIdIsRefusedBeforeAnythingIsSent() {
    SqlStateException failure = engine.failure("CALL linkedapi.disconnect(' ')");
    assertThat(failure.state()).isEqualTo(SqlState.INVALID_ARGUMENT);
    assertThat(failure).hasMessageContaining("accountId is blank");
    assertThat(engine.requests()).isEmpty();
  }

  @Test
  void seatsThatAreAllTakenAreALimit() {
    engine.sandbox.control().setSeats(0);
    SqlStateException failure = engine.failure("CALL linkedapi.create_connection_session()");
    assertThat(failure.state()).isEqualTo(SqlState.LIMIT_REACHED);
    assertThat(failure.vendorCode()).isEqualTo(403);
    assertThat(failure).hasMessageContaining("noAvailableSeats");
  }

  @Test
  void aSessionThatIsNotThereIsNamed() {
    SqlStateException failure = engine.failure("CALL linkedapi.cancel_connection_session('gone')");
    assertThat(failure.state()).isEqualTo(SqlState.NO_DATA);
    assertThat(failure)
        .hasMessageStartingWith("linkedapi.cancel_connection_session, session_id 'gone': ");
  }

  @Test
  void anAccountThatIsNotThereIsNamed() {
    SqlStateException failure = engine.failure("CALL linkedapi.reparse_account_info('acc_nobody')");
    assertThat(failure.state()).isEqualTo(SqlState.INVALID_AUTHORIZATION);
    assertThat(failure)
        .hasMessageStartingWith("linkedapi.reparse_account_info, account_id 'acc_nobody': ")
        .hasMessageContaining("accountNotFound");
  }
}
