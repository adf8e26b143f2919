package dev.roster.calcite.linkedapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.SandboxEngine;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.sandbox.Fault;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tables send, share and hide; their rows are in the SQL scripts. */
class LinkedApiTablesTest {

  private static final String ACCOUNT_1 = "acc00000-0000-4000-8000-000000000001";
  private static final String SESSION_1 = "5e550000-0000-4000-8000-000000000001";
  private static final String NOBODYS = "5e550000-0000-4000-8000-999999999999";

  private SandboxEngine engine;

  @BeforeEach
  void open() throws SQLException {
    engine = new SandboxEngine();
  }

  @AfterEach
  void close() throws SQLException {
    engine.close();
  }

  @Test
  void accountsAndPendingSessionsOfOneStatementShareOneCall() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT (SELECT count(*) FROM linkedapi.accounts),"
                    + " (SELECT count(*) FROM linkedapi.pending_connection_sessions),"
                    + " (SELECT count(*) FROM linkedapi.accounts a"
                    + "  JOIN linkedapi.accounts b ON a.id = b.id)"))
        .containsExactly("12|2|12");
    assertThat(engine.requests()).containsExactly("accounts.getAll 200");
  }

  @Test
  void eachStatementReadsAnew() throws SQLException {
    engine.rows("SELECT id FROM linkedapi.accounts");
    engine.sandbox.control().setAccountStatus(ACCOUNT_1, "frozen");
    assertThat(engine.rows("SELECT status FROM linkedapi.accounts WHERE id = '" + ACCOUNT_1 + "'"))
        .containsExactly("frozen");
    assertThat(engine.requests()).containsExactly("accounts.getAll 200");
  }

  @Test
  void identificationTokensAreMaskedUnlessRevealed() throws SQLException {
    String sql = "SELECT DISTINCT identification_token FROM linkedapi.accounts";
    assertThat(engine.rows(sql)).containsExactly("***");
    try (SandboxEngine revealing = new SandboxEngine("revealSecrets=true")) {
      assertThat(revealing.rows(sql)).hasSize(12).contains("id_" + ACCOUNT_1 + "_1");
    }
  }

  @Test
  void aMaskedTokenCannotBeGuessedByAFilter() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT id FROM linkedapi.accounts WHERE identification_token = 'id_"
                    + ACCOUNT_1
                    + "_1'"))
        .isEmpty();
  }

  @Test
  void aSessionThatIsNotThereHasNoRowAndAWarning() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT session_id FROM linkedapi.connection_sessions WHERE session_id IN (?, ?)",
                NOBODYS,
                SESSION_1))
        .containsExactly(SESSION_1);
    // Both are under way together.
    assertThat(engine.requests())
        .containsExactlyInAnyOrder(
            "accounts.getConnectionSession 404", "accounts.getConnectionSession 200");
    assertThat(engine.warnings())
        .singleElement()
        .asString()
        .startsWith("linkedapi.connection_sessions, session_id '" + NOBODYS + "': no row.")
        .contains("sessionNotFound");
  }

  @Test
  void aNotFoundThatIsNotDocumentedMeansAnotherServer() {
    engine
        .sandbox
        .control()
        .fault(
            Fault.on("accounts.getConnectionSession")
                .status(404)
                .body("<html>no such page</html>", "text/html"));
    SqlStateException failure =
        engine.failure(
            "SELECT * FROM linkedapi.connection_sessions WHERE session_id = ?", SESSION_1);
    assertThat(failure.state()).isEqualTo(SqlState.NOT_CONNECTED);
    assertThat(failure.vendorCode()).isEqualTo(404);
  }

  @Test
  void aBlankSessionIdIsRefusedBeforeAnythingIsSent() {
    SqlStateException failure =
        engine.failure("SELECT * FROM linkedapi.connection_sessions WHERE session_id = ' '");
    assertThat(failure.state()).isEqualTo(SqlState.INVALID_ARGUMENT);
    assertThat(failure).hasMessageContaining("sessionId is blank");
    assertThat(engine.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "linkedApiTokenRequired, 401, INVALID_AUTHORIZATION",
    "invalidLinkedApiToken, 401, INVALID_AUTHORIZATION",
    "tooManyRequests, 429, TOO_MANY_REQUESTS",
    "somethingNew, 403, INSUFFICIENT_RIGHTS",
    "somethingNew, 500, CONNECTION_FAILED",
    "somethingNew, 503, UNAVAILABLE",
  })
  void aFailureKeepsItsTypeAndStatus(String type, int status, SqlState state) {
    // As often as it is asked.
    engine
        .sandbox
        .control()
        .fault(Fault.on("accounts.getAll").status(status).errorType(type).times(3));
    SqlStateException failure = engine.failure("SELECT id FROM linkedapi.accounts");
    assertThat(failure.state()).isEqualTo(state);
    assertThat(failure.vendorCode()).isEqualTo(status);
    assertThat(failure).hasMessageStartingWith("linkedapi.accounts: ").hasMessageContaining(type);
  }

  @Test
  void aTypeWinsOverTheStatusItComesWith() {
    engine
        .sandbox
        .control()
        .fault(
            Fault.on("accounts.getAll")
                .body(
                    "{\"success\":false,\"error\":{\"type\":\"tooManyRequests\",\"message\":\"x\"}}",
                    "application/json"));
    SqlStateException failure = engine.failure("SELECT id FROM linkedapi.accounts");
    assertThat(failure.state()).isEqualTo(SqlState.TOO_MANY_REQUESTS);
    assertThat(failure.vendorCode()).isEqualTo(200);
  }

  @Test
  void aCutConnectionIsNoEmptyResult() {
    engine.sandbox.control().fault(Fault.on("accounts.getAll").cut(Fault.Cut.AFTER).times(3));
    assertThat(engine.failure("SELECT id FROM linkedapi.accounts").state())
        .isEqualTo(SqlState.CONNECTION_FAILED);
    assertThat(engine.requests())
        .containsExactly("accounts.getAll 0", "accounts.getAll 0", "accounts.getAll 0");
  }

  @Test
  void theTablesAreThereWithoutATokenAndTheirUseNamesTheProperty() throws SQLException {
    try (SandboxEngine withoutToken = new SandboxEngine("linkedapiToken=")) {
      assertThat(withoutToken.rows("EXPLAIN PLAN FOR SELECT id FROM linkedapi.accounts"))
          .isNotEmpty();
      SqlStateException failure = withoutToken.failure("SELECT id FROM linkedapi.accounts");
      assertThat(failure.state()).isEqualTo(SqlState.INVALID_AUTHORIZATION);
      assertThat(failure).hasMessageContaining("linkedapiToken");
      assertThat(withoutToken.requests()).isEmpty();
    }
  }
}
