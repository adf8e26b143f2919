package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.sandbox.Fault;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors that no document knows: then the HTTP status decides. */
class UnknownErrorTest {

  private static final String READ = "SELECT * FROM linkedapi.accounts";
  private static final String KEYED_READ =
      "SELECT * FROM postpress.own_profile WHERE account_id = 'acc_linkedin_1'";
  private static final String WRITE = OperationStatements.first("accounts.disconnect");
  private static final String WRITE_WITHOUT_LIMIT =
      OperationStatements.first("followInvitations.send");

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

  static IntStream statuses() {
    return IntStream.rangeClosed(400, 599).filter(status -> status != 407);
  }

  private static String stateOfRead(int status) {
    return switch (status) {
      case 401 -> "28000";
      case 403 -> "42501";
      case 404 -> "08001";
      case 408, 504 -> "HYT00";
      case 429 -> "53300";
      case 501 -> "0A000";
      default -> status < 500 ? "22023" : "08006";
    };
  }

  // Nobody can say what a server did that failed while it worked, nor what became of a request that
  // something in between refused.
  private static String stateOfWrite(int status) {
    boolean unknown = status == 408 || (status >= 500 && status != 501);
    return unknown ? "08007" : stateOfRead(status);
  }

  private static SQLException failure(Fault fault, String sql) {
    int status = Objects.requireNonNull(fault.status());
    int tries = Tries.of(fault.operation(), status, fault.errorType());
    // More than are asked for; a 429 asks for no pause, which the next test would wait out.
    Fault more = fault.times(tries + 1);
    roster.next(status == 429 ? more.retryAfter(Duration.ZERO) : more);
    SQLException failure = catchThrowableOfType(SQLException.class, () -> roster.rows(sql));
    assertThat(roster.requests()).isEqualTo(Collections.nCopies(tries, fault.operation()));
    assertThat(failure.getMessage()).startsWith(OperationStatements.target(sql));
    return failure;
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void anUnknownTypeIsWhatItsStatusIs(int status) {
    SQLException read =
        failure(Fault.on("accounts.getAll").status(status).errorType("brandNew"), READ);
    assertThat(read.getSQLState()).isEqualTo(stateOfRead(status));
    assertThat(read.getErrorCode()).isEqualTo(status);
    assertThat(read.getMessage()).contains(status + " brandNew: ");
    SQLException keyed =
        failure(Fault.on("ownProfile.get").status(status).errorType("errors/new"), KEYED_READ);
    assertThat(keyed.getSQLState()).isEqualTo(stateOfRead(status));
    assertThat(keyed.getErrorCode()).isEqualTo(status);
    SQLException write =
        failure(Fault.on("accounts.disconnect").status(status).errorType("brandNew"), WRITE);
    assertThat(write.getSQLState()).isEqualTo(stateOfWrite(status));
    assertThat(write.getErrorCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void aPageOfAGatewayIsWhatItsStatusIs(int status) {
    String page = "<html><body><h1>" + status + "</h1></body></html>";
    SQLException read =
        failure(Fault.on("accounts.getAll").status(status).body(page, "text/html"), READ);
    assertThat(read.getSQLState()).isEqualTo(stateOfRead(status));
    assertThat(read.getErrorCode()).isEqualTo(status);
    assertThat(read.getMessage()).contains("the body is text/html").doesNotContain("<h1>");
    SQLException write =
        failure(
            Fault.on("ownProfile.edit").status(status).body(page, "text/html"),
            OperationStatements.first("ownProfile.edit"));
    assertThat(write.getSQLState()).isEqualTo(stateOfWrite(status));
    assertThat(write.getErrorCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "ownProfile.get, postpress.own_profile, /postpress/api/v1/",
    "accounts.getAll, linkedapi.accounts, /linkedapi/",
    "accounts.disconnect, linkedapi.disconnect, /linkedapi/",
  })
  void a404ThatNobodyDocumentsNamesTheBaseUrl(String operation, String where, String path) {
    SQLException failure =
        failure(
            Fault.on(operation).status(404).body("<h1>404</h1>", "text/html"),
            OperationStatements.first(operation));
    assertThat(failure.getSQLState()).isEqualTo("08001");
    assertThat(failure.getErrorCode()).isEqualTo(404);
    assertThat(failure.getMessage())
        .startsWith(where)
        .contains("Check the base URL, http://127.0.0.1:", path);
  }

  @ParameterizedTest
  @CsvSource({"accounts.getAll, 08006", "ownProfile.get, 08006", "accounts.disconnect, 08007"})
  void a407IsNoAnswerWhereThereIsNoProxy(String operation, String state) {
    SQLException failure =
        failure(
            Fault.on(operation).status(407).body("", "text/html"),
            OperationStatements.first(operation));
    assertThat(failure.getSQLState()).isEqualTo(state);
    assertThat(failure.getMessage()).contains("(407) code while not using proxy");
  }

  @ParameterizedTest
  @CsvSource({"429, 08007", "400, 22023", "503, 08007"})
  void aStatusThatAWriteDoesNotDocumentMayComeFromAnythingBetween(int status, String state) {
    SQLException failure =
        failure(Fault.on("followInvitations.send").status(status), WRITE_WITHOUT_LIMIT);
    assertThat(failure.getSQLState()).isEqualTo(state);
    assertThat(failure.getErrorCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "accounts.getAll, tooManyRequests, 53300",
    "accounts.getAll, invalidLinkedApiToken, 28000",
    "accounts.createConnectionSession, noAvailableSeats, 53400",
    "accounts.getAll, brandNew, 08006",
    "accounts.disconnect, accountNotFound, 28000",
  })
  void anAnswerThatSaysNoSuccessUnder200IsAnError(String operation, String type, String state) {
    SQLException failure =
        failure(
            Fault.on(operation).status(200).errorType(type), OperationStatements.first(operation));
    assertThat(failure.getSQLState()).isEqualTo(state);
    assertThat(failure.getErrorCode()).isEqualTo(200);
    assertThat(failure.getMessage()).contains("200 " + type + ": ");
  }

  @ParameterizedTest
  @CsvSource({"accounts.getAll", "ownProfile.get", "accounts.getConnectionSession"})
  void aRedirectIsNotFollowed(String operation) {
    SQLException failure =
        failure(
            Fault.on(operation).status(302).body("", "text/html"),
            OperationStatements.first(operation));
    assertThat(failure.getErrorCode()).isEqualTo(302);
    assertThat(failure.getSQLState()).isEqualTo("08006");
    assertThat(failure.getMessage()).contains("Check the base URL.");
  }
}
