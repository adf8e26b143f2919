package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.bindings.Operation;
import dev.roster.sandbox.Fault;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every error that a provider documents, brought by the sandbox into a statement that uses its
 * operation: what the program is told.
 */
class ProviderErrorTest {

  /** A row of {@code roster.error_types}. */
  record ErrorType(
      String provider, String operation, int status, @Nullable String type, String sqlstate) {
    boolean reads() {
      return OperationStatements.reads(operation);
    }

    Fault fault() {
      Fault fault = Fault.on(operation).status(status).times(tries());
      // It asks for no pause, which the next test would wait out.
      Fault quick = status == 429 ? fault.retryAfter(Duration.ZERO) : fault;
      return type == null ? quick : quick.errorType(type);
    }

    int tries() {
      return Tries.of(operation, status, type);
    }
  }

  // What each documented type is, whatever its status: written down once more, so that a change of
  // the mapping does not go unseen.
  private static final Map<String, Set<String>> TYPES_OF_STATE =
      Map.of(
          "28000",
          Set.of(
              "linkedApiTokenRequired",
              "invalidLinkedApiToken",
              "accountNotFound",
              "errors/missing_credentials",
              "errors/multiple_sessions",
              "errors/invalid_checkpoint_solution",
              "errors/invalid_proxy_credentials",
              "errors/checkpoint_error",
              "errors/invalid_credentials",
              "errors/expired_credentials",
              "errors/disconnected_account",
              "errors/disconnected_feature",
              "errors/invalid_credentials_but_valid_account_imap",
              "errors/expired_link",
              "errors/wrong_account",
              "errors/account_restricted"),
          "42501",
          Set.of(
              "errors/insufficient_privileges",
              "errors/account_mismatch",
              "errors/insufficient_permissions",
              "errors/session_mismatch",
              "errors/feature_not_subscribed",
              "errors/subscription_required",
              "errors/unknown_authentication_context",
              "errors/action_required",
              "errors/resource_access_restricted"),
          "02000",
          Set.of(
              "sessionNotFound", "errors/resource_not_found", "errors/invalid_resource_identifier"),
          "22023",
          Set.of(
              "accountIdRequired",
              "invalidRequestPayload",
              "errors/invalid_account",
              "errors/unprocessable_entity",
              "errors/account_configuration_error",
              "errors/action_already_performed"),
          "53400",
          Set.of("noAvailableSeats", "dailyConnectionAttemptsExceeded", "errors/limit_exceeded"),
          "53300",
          Set.of("tooManyRequests", "errors/too_many_requests"),
          "0A000",
          Set.of("errors/feature_not_implemented"),
          "08006",
          Set.of(
              "errors/unexpected_error",
              "errors/provider_error",
              "errors/authentication_intent_error",
              "errors/no_client_session",
              "errors/no_channel",
              "errors/no_handler",
              "errors/network_down",
              "errors/service_unavailable"),
          "HYT00",
          Set.of("errors/request_timeout"));

  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  private static RosterOnSandbox roster;

  @BeforeAll
  static void open() throws SQLException {
    roster = new RosterOnSandbox();
  }

  @AfterAll
  static void close() throws SQLException {
    roster.close();
  }

  @BeforeEach
  void startOver() {
    roster.sandbox.control().reset();
  }

  static List<ErrorType> errorTypes() throws SQLException {
    List<ErrorType> all = new ArrayList<>();
    try (RosterOnSandbox own = new RosterOnSandbox();
        Statement statement = own.connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM roster.error_types")) {
      while (rows.next()) {
        all.add(
            new ErrorType(
                rows.getString("provider"),
                rows.getString("operation"),
                rows.getInt("status"),
                rows.getString("type"),
                rows.getString("sqlstate")));
      }
    }
    return all;
  }

  @Test
  void theTableOfErrorsHasEachThatTheProvidersDocument() throws SQLException {
    List<ErrorType> all = errorTypes();
    assertThat(all).extracting(ErrorType::operation).containsAll(OperationStatements.ALL.keySet());
    assertThat(all.stream().filter(error -> error.operation.equals("ownProfile.get"))).hasSize(38);
    assertThat(all.stream().filter(error -> error.operation.equals("ownProfile.edit"))).hasSize(40);
    assertThat(all.stream().filter(error -> error.provider.equals("linkedapi")))
        .extracting(ErrorType::type)
        .contains("noAvailableSeats", "dailyConnectionAttemptsExceeded", "sessionNotFound");
  }

  @ParameterizedTest
  @MethodSource("errorTypes")
  void theTableOfErrorsSaysWhatTheErrorIs(ErrorType error) {
    assertThat(error.sqlstate).isEqualTo(expectedState(error));
  }

  private static String expectedState(ErrorType error) {
    String state = error.type == null ? stateOfStatus(error.status) : stateOfType(error.type);
    // Of a write that ended with a failure of the provider, nobody can say whether it took effect.
    return !error.reads() && error.status >= 500 && error.status != 501 ? "08007" : state;
  }

  private static String stateOfType(String type) {
    return TYPES_OF_STATE.entrySet().stream()
        .filter(entry -> entry.getValue().contains(type))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  // ConnectSafely has statuses only.
  private static String stateOfStatus(int status) {
    return switch (status) {
      case 401 -> "28000";
      case 403 -> "42501";
      default -> "08006";
    };
  }

  // A keyed read whose key is not found has no row; it does not fail.
  static Stream<ErrorType> failures() throws SQLException {
    return errorTypes().stream()
        .filter(error -> !(error.operation.equals("ownProfile.get") && error.status == 404));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void theStatementFailsWithTheStateOfTheErrorAndItsStatus(ErrorType error) {
    String text =
        error.status == 404
            ? OperationStatements.last(error.operation)
            : OperationStatements.first(error.operation);
    roster.next(error.fault());
    SQLException failure = catchThrowableOfType(SQLException.class, () -> roster.rows(text));
    assertThat(failure.getSQLState()).isEqualTo(error.sqlstate);
    assertThat(failure.getErrorCode()).isEqualTo(error.status);
    assertThat((Throwable) failure).isExactlyInstanceOf(expectedClass(error));
    assertThat(failure.getMessage())
        .startsWith(OperationStatements.target(text))
        .contains(error.provider + " " + error.operation + ": " + error.status)
        .containsPattern(
            error.sqlstate.equals("08007")
                ? "Look at the provider, then CALL roster\\.resolve\\('\\S+', 'CONFIRMED'\\) or"
                    + " CALL roster\\.resolve\\('\\S+', 'FAILED'\\)\\.$"
                : "(Check|Correct|Wait|Try|look|does not offer)[^.]*\\.$");
    if (error.type != null) {
      assertThat(failure.getMessage()).contains(" " + error.type + ": ");
    }
    assertThat(roster.requests()).isEqualTo(Collections.nCopies(error.tries(), error.operation));
  }

  private static Class<? extends SQLException> expectedClass(ErrorType error) {
    return switch (error.sqlstate) {
      case "28000" -> SQLInvalidAuthorizationSpecException.class;
      case "42501" -> SQLSyntaxErrorException.class;
      case "22023" -> SQLDataException.class;
      case "53300" -> SQLTransientException.class;
      case "08006" ->
          error.status == 503
              ? SQLTransientConnectionException.class
              : SQLNonTransientConnectionException.class;
      case "HYT00" -> SQLTimeoutException.class;
      case "0A000" -> SQLFeatureNotSupportedException.class;
      default -> SQLNonTransientException.class;
    };
  }

  static Stream<ErrorType> notFound() throws SQLException {
    return errorTypes().stream().filter(error -> error.reads() && error.status == 404);
  }

  @ParameterizedTest
  @MethodSource("notFound")
  void aKeyThatTheProviderDoesNotFindHasNoRowAndAWarning(ErrorType error) throws SQLException {
    String sql = OperationStatements.first(error.operation);
    roster.next(error.fault());
    try (Statement statement = roster.connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isFalse();
      SQLWarning warning = statement.getWarnings();
      assertThat(warning.getMessage())
          .startsWith(OperationStatements.target(sql) + ", ")
          .contains(": no row. ", error.type);
      assertThat(warning.getSQLState()).isEqualTo("01000");
      assertThat(warning.getErrorCode()).isEqualTo(404);
    }
    assertThat(roster.requests()).containsExactly(error.operation);
  }

  static Stream<Arguments> statements() {
    return OperationStatements.ALL.entries().stream()
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void eachTableAndProcedureTellsItsProvidersErrors(String operation, String sql)
      throws SQLException {
    roster.next(Fault.on(operation).status(401));
    SQLException failure = catchThrowableOfType(SQLException.class, () -> roster.rows(sql));
    assertThat(failure.getSQLState()).isEqualTo("28000");
    assertThat(failure.getErrorCode()).isEqualTo(401);
    assertThat(failure.getMessage()).startsWith(OperationStatements.target(sql));
    assertThat(roster.requests()).containsExactly(operation);
    // A statement that never works would pass up to here.
    roster.sandbox.control().advance(OperationStatements.WAITED_FOR, "error");
    assertThat(roster.rows(sql)).isNotEmpty();
  }

  @Test
  void eachOperationOfEachProviderHasAStatement() {
    assertThat(OperationStatements.ALL.keySet())
        .containsExactlyInAnyOrderElementsOf(
            OperationStatements.operations().stream().map(Operation::name).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "ownProfile.get, errors/disconnected_account, account_id 'acc_telegram_1'",
    "ownProfile.get, errors/account_restricted, account_id 'acc_telegram_1'",
    "ownProfile.edit, errors/expired_credentials, account_id 'acc_linkedin_1'",
    "accounts.disconnect, accountNotFound, account_id 'acc00000-0000-4000-8000-000000000001'",
    "accounts.getConnectionSession, sessionNotFound, session_id"
        + " '5e550000-0000-4000-8000-000000000002'",
  })
  void whatIsWrongWithAnAccountNamesTheAccount(String operation, String type, String named) {
    roster.next(Fault.on(operation).errorType(type));
    SQLException failure =
        catchThrowableOfType(
            SQLException.class, () -> roster.rows(OperationStatements.last(operation)));
    assertThat(failure.getMessage()).contains(named);
  }

  @ParameterizedTest
  @CsvSource({"accounts.getAll", "ownProfile.get", "accounts.disconnect", "ownProfile.edit"})
  void tooManyRequestsSayHowLongToWait(String operation) {
    roster.next(Fault.on(operation).status(429).times(2).retryAfter(Duration.ZERO));
    roster.sandbox.control().fault(Fault.on(operation).status(429).retryAfter(ONE_SECOND));
    SQLException failure =
        catchThrowableOfType(
            SQLException.class, () -> roster.rows(OperationStatements.first(operation)));
    assertThat(failure.getSQLState()).isEqualTo("53300");
    assertThat((Throwable) failure).isInstanceOf(SQLTransientException.class);
    assertThat(failure.getMessage()).contains("Wait before the next call (Retry-After: 1).");
  }
}
