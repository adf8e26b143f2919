package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.sandbox.Fault;
import dev.roster.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Answers that begin well and are cut or broken in the middle: never fewer rows without an error,
 * and of a write never a success.
 */
class BrokenAnswerTest {

  private static final int ACCOUNTS = 500;

  /** What is wrong with an answer, in its middle. */
  // A lambda that keeps nothing is immutable, but has no annotation to say so.
  @SuppressWarnings("ImmutableEnumChecker")
  enum Breakage {
    CUT(Fault.Cut.MIDDLE, answer -> answer, "was cut"),
    ENDS_EARLY(Fault.Cut.NONE, answer -> half(answer), "ends too early"),
    NOT_JSON(Fault.Cut.NONE, answer -> half(answer) + "<br>" + rest(answer), "cannot be read"),
    HTML(Fault.Cut.NONE, answer -> half(answer) + "<html></html>", "cannot be read"),
    VALUE_MISSING(
        Fault.Cut.NONE,
        answer ->
            half(answer)
                + rest(answer).replaceFirst("\"(id|provider_id|sessionId)\":", "\"other\":"),
        "missing"),
    VALUE_NULL(
        Fault.Cut.NONE,
        answer ->
            half(answer)
                + rest(answer)
                    .replaceFirst("\"(id|provider_id|sessionId)\":\"[^\"]*\"", "\"$1\":null"),
        "Required value"),
    TYPE_WRONG(
        Fault.Cut.NONE,
        answer ->
            half(answer)
                + rest(answer)
                    .replaceFirst("\"(id|provider_id|sessionId)\":\"[^\"]*\"", "\"$1\":{\"a\":[]}"),
        "cannot be read"),
    SOMETHING_FOLLOWS(Fault.Cut.NONE, answer -> answer + "{}", "cannot be read"),
    EMPTY(Fault.Cut.NONE, answer -> "", "the body is empty"),
    ANOTHER_SHAPE(Fault.Cut.NONE, answer -> "[" + answer + "]", "cannot be read");

    final Fault.Cut cut;
    final UnaryOperator<String> breaking;
    final String said;

    Breakage(Fault.Cut cut, UnaryOperator<String> breaking, String said) {
      this.cut = cut;
      this.breaking = breaking;
      this.said = said;
    }

    // Between two elements of a list; of an answer with one value only, all of it is broken.
    private static int middle(String answer) {
      return answer.contains("\"accounts\"") ? answer.indexOf("},{", answer.length() / 2) + 1 : 1;
    }

    private static String half(String answer) {
      return answer.substring(0, middle(answer));
    }

    private static String rest(String answer) {
      return answer.substring(middle(answer));
    }

    Fault of(String operation, String answer) {
      // A read that was cut is asked again.
      boolean thrice = cut != Fault.Cut.NONE && OperationStatements.reads(operation);
      Fault fault = Fault.on(operation).cut(cut).times(thrice ? 3 : 1);
      return cut == Fault.Cut.NONE ? fault.body(breaking.apply(answer), "application/json") : fault;
    }
  }

  /** How a statement is executed. */
  enum Way {
    STATEMENT {
      @Override
      int rows(String sql) throws SQLException {
        try (Statement statement = roster.connection.createStatement()) {
          return count(statement.executeQuery(sql));
        }
      }
    },
    EXECUTE {
      @Override
      int rows(String sql) throws SQLException {
        try (Statement statement = roster.connection.createStatement()) {
          assertThat(statement.execute(sql)).isTrue();
          return count(statement.getResultSet());
        }
      }
    },
    PREPARED {
      @Override
      int rows(String sql) throws SQLException {
        try (PreparedStatement statement = roster.connection.prepareStatement(sql)) {
          return count(statement.executeQuery());
        }
      }
    },
    CALLABLE {
      @Override
      int rows(String sql) throws SQLException {
        try (CallableStatement statement = roster.connection.prepareCall(sql)) {
          assertThat(statement.execute()).isTrue();
          return count(statement.getResultSet());
        }
      }
    };

    abstract int rows(String sql) throws SQLException;

    private static int count(ResultSet rows) throws SQLException {
      int count = 0;
      while (rows.next()) {
        count++;
      }
      return count;
    }
  }

  private static RosterOnSandbox roster;
  private static Map<String, String> answers;

  @BeforeAll
  static void open() throws Exception {
    roster = new RosterOnSandbox();
    roster.sandbox.control().reset(ACCOUNTS);
    answers =
        Map.of(
            "accounts.getAll",
            received(
                HttpRequest.newBuilder(
                        URI.create(roster.sandbox.linkedapiUrl() + "/admin/accounts.getAll"))
                    .header("linked-api-token", Sandbox.LINKEDAPI_TOKEN)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.noBody())),
            "ownProfile.get",
            received(
                HttpRequest.newBuilder(
                        URI.create(
                            roster.sandbox.postpressUrl() + "/users/me?account_id=acc_linkedin_1"))
                    .header("X-API-KEY", Sandbox.POSTPRESS_KEY)),
            "accounts.createConnectionSession",
            "{\"success\":true,\"result\":{\"sessionId\":\"s\",\"connectionLink\":\"https://l\"}}");
  }

  private static String answer(String operation) {
    return Objects.requireNonNull(answers.get(operation), operation);
  }

  private static String received(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  @AfterAll
  static void close() throws SQLException {
    roster.close();
  }

  @BeforeEach
  void startOver() {
    roster.sandbox.control().reset(ACCOUNTS);
  }

  static Stream<Arguments> breakages() {
    return Stream.of(Breakage.values())
        .flatMap(breakage -> Stream.of(Way.values()).map(way -> Arguments.of(breakage, way)));
  }

  @ParameterizedTest
  @MethodSource("breakages")
  void aReadOfManyRowsFailsAndShowsNotOneOfThem(Breakage breakage, Way way) {
    roster.next(breakage.of("accounts.getAll", answer("accounts.getAll")));
    SQLException failure =
        catchThrowableOfType(
            SQLException.class, () -> way.rows("SELECT * FROM linkedapi.accounts"));
    assertThat(failure.getSQLState()).isEqualTo("08006");
    assertThat(failure.getErrorCode()).isEqualTo(breakage == Breakage.CUT ? 0 : 200);
    assertThat(failure.getMessage())
        .startsWith("linkedapi.accounts: linkedapi accounts.getAll: ")
        .contains(breakage.said);
  }

  @ParameterizedTest
  @EnumSource(Breakage.class)
  void aKeyedReadFailsToo(Breakage breakage) {
    roster.next(breakage.of("ownProfile.get", answer("ownProfile.get")));
    SQLException failure =
        catchThrowableOfType(
            SQLException.class, () -> roster.rows(OperationStatements.first("ownProfile.get")));
    assertThat(failure.getSQLState()).isEqualTo("08006");
    assertThat(failure.getMessage())
        .startsWith("postpress.own_profile, account_id 'acc_linkedin_1': ")
        .contains(breakage.said);
  }

  @ParameterizedTest
  @MethodSource("breakages")
  void ofAWriteNobodyKnowsWhetherItTookEffect(Breakage breakage, Way way) {
    String operation = "accounts.createConnectionSession";
    roster.next(breakage.of(operation, answer(operation)));
    SQLException failure =
        catchThrowableOfType(
            SQLException.class, () -> way.rows(OperationStatements.first(operation)));
    assertThat(failure.getSQLState()).isEqualTo("08007");
    assertThat(failure.getMessage())
        .startsWith("linkedapi.create_connection_session: ")
        .contains(breakage.said)
        .contains("The call may have taken effect: look before sending it again.");
    assertThat(roster.requests()).containsExactly(operation);
  }

  @Test
  void theNextStatementReadsAllRows() throws SQLException {
    roster.next(Breakage.CUT.of("accounts.getAll", ""));
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> roster.rows("SELECT * FROM linkedapi.accounts"));
    assertThat(roster.rows("SELECT * FROM linkedapi.accounts")).hasSize(ACCOUNTS);
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT count(*) FROM linkedapi.accounts",
    "SELECT status FROM linkedapi.accounts GROUP BY status",
    "SELECT id FROM linkedapi.accounts ORDER BY name LIMIT 1",
    "SELECT id FROM linkedapi.accounts LIMIT 1",
    "SELECT count(*) FROM linkedapi.pending_connection_sessions",
  })
  void whatIsComputedOfTheRowsFailsToo(String sql) {
    roster.next(Breakage.ENDS_EARLY.of("accounts.getAll", answer("accounts.getAll")));
    SQLException failure = catchThrowableOfType(SQLException.class, () -> roster.rows(sql));
    assertThat(failure.getSQLState()).isEqualTo("08006");
  }

  @ParameterizedTest
  @EnumSource(Breakage.class)
  void aLaterRowThatFailsFailsInNext(Breakage breakage) throws SQLException {
    roster.sandbox.control().clearFaults();
    roster.sandbox.control().fault(Fault.on("ownProfile.get").times(2));
    roster.sandbox.control().fault(breakage.of("ownProfile.get", answer("ownProfile.get")));
    try (Connection connection = roster.oneByOne();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT account_id FROM postpress.own_profile WHERE account_id IN (?, ?, ?)")) {
      for (int i = 1; i <= 3; i++) {
        statement.setString(i, "acc_linkedin_" + i);
      }
      ResultSet rows = statement.executeQuery();
      assertThat(rows.next()).isTrue();
      SQLException failure =
          catchThrowableOfType(
              SQLException.class,
              () -> {
                while (rows.next()) {
                  assertThat(rows.getString(1)).isNotEqualTo("acc_linkedin_3");
                }
              });
      assertThat(failure.getSQLState()).isEqualTo("08006");
      assertThat(failure.getMessage())
          .startsWith("postpress.own_profile, account_id 'acc_linkedin_3': ");
    }
  }
}
