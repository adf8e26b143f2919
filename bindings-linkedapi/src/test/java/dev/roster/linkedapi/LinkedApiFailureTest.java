package dev.roster.linkedapi;

import static dev.roster.bindings.testing.ProviderServer.answer;
import static dev.roster.linkedapi.LinkedApiServer.TOKEN;
import static dev.roster.linkedapi.LinkedApiServer.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiException;
import dev.roster.bindings.ApiTransportException;
import dev.roster.bindings.ApiTransportException.Kind;
import dev.roster.bindings.UnreadableAnswerException;
import dev.roster.linkedapi.model.Account;
import dev.roster.linkedapi.model.AccountStatus;
import dev.roster.linkedapi.model.ConnectionSessionStatus;
import dev.roster.linkedapi.model.ErrorAnswer;
import dev.roster.linkedapi.model.ErrorType;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of each answer that is no success. */
class LinkedApiFailureTest {

  @AutoClose private final LinkedApiServer server = new LinkedApiServer();
  @AutoClose private final LinkedApiServer stranger = new LinkedApiServer();

  private ApiException failure(
      Function<LinkedApiClient, ApiCall<?>> operation, MockResponse.Builder answer) {
    server.answers(answer);
    return catchThrowableOfType(
        ApiException.class, () -> operation.apply(server.client()).execute());
  }

  private static Function<LinkedApiClient, ApiCall<?>> operation(String name) {
    return switch (name) {
      case "getAll" -> LinkedApiClient::getAll;
      case "getConnectionSession" -> client -> client.getConnectionSession("s");
      case "createConnectionSession" -> LinkedApiClient::createConnectionSession;
      case "createReconnectionSession" -> client -> client.createReconnectionSession("a");
      case "cancelConnectionSession" -> client -> client.cancelConnectionSession("s");
      case "reparseAccountInfo" -> client -> client.reparseAccountInfo("a");
      case "regenerateIdentificationToken" -> client -> client.regenerateIdentificationToken("a");
      case "disconnect" -> client -> client.disconnect("a");
      default -> throw new AssertionError(name);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "getAll.401, invalidLinkedApiToken",
    "getAll.429, tooManyRequests",
    "getConnectionSession.400, invalidRequestPayload",
    "getConnectionSession.404, sessionNotFound",
    "createConnectionSession.403, noAvailableSeats",
    "createConnectionSession.403-daily, dailyConnectionAttemptsExceeded",
    "createReconnectionSession.400, invalidRequestPayload",
    "cancelConnectionSession.404, sessionNotFound",
    "reparseAccountInfo.429, tooManyRequests",
    "regenerateIdentificationToken.429, tooManyRequests",
    "disconnect.429, tooManyRequests",
  })
  void anErrorIsTyped(String example, String type) {
    String name = example.substring(0, example.indexOf('.'));
    int status = Integer.parseInt(example.substring(name.length() + 1, name.length() + 4));

    ApiException failure =
        failure(operation(name), answer().code(status).body(example(example + ".json")));

    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure.errorType()).isEqualTo(type);
    assertThat(LinkedApiClient.typeOf(failure)).isEqualTo(ErrorType.of(type));
    assertThat(ErrorType.of(type).isKnown()).isTrue();
    ErrorAnswer body = Objects.requireNonNull(failure.error(ErrorAnswer.class));
    assertThat(body.error().type().value()).isEqualTo(type);
    assertThat(failure.errorMessage()).isEqualTo(body.error().message());
    assertThat(failure)
        .hasMessageStartingWith("linkedapi accounts." + name + ": " + status + " " + type + ": ")
        .hasMessageContaining(body.error().message());
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void aWrongTokenIsToldWithWhatToDo() {
    ApiException failure =
        failure(LinkedApiClient::getAll, answer().code(401).body(example("getAll.401.json")));

    assertThat(failure)
        .hasMessage(
            "linkedapi accounts.getAll: 401 invalidLinkedApiToken: The linked-api-token is not"
                + " valid or has expired. Check the credential, and whether the account is there"
                + " and connected.");
    assertThat(failure.toString()).doesNotContain(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 422, 429, 500, 503})
  void anErrorThatNoPageLists(int status) {
    ApiException failure =
        failure(
            LinkedApiClient::getAll,
            answer()
                .code(status)
                .body("{\"success\":false,\"error\":{\"type\":\"brandNew\",\"message\":\"M\"}}"));

    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure.errorType()).isEqualTo("brandNew");
    ErrorType type = Objects.requireNonNull(LinkedApiClient.typeOf(failure));
    assertThat(type.isKnown()).isFalse();
    assertThat(type.value()).isEqualTo("brandNew");
  }

  @Test
  void aPageOfHtmlKeepsItsStatus() {
    ApiException failure =
        failure(
            LinkedApiClient::getAll,
            answer().code(502).setHeader("Content-Type", "text/html").body("<html>502</html>"));

    assertThat(failure.status()).isEqualTo(502);
    assertThat(LinkedApiClient.typeOf(failure)).isNull();
    assertThat(failure.error(ErrorAnswer.class)).isNull();
    assertThat(failure).hasMessageContaining("502: the body is text/html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"getAll", "createConnectionSession", "disconnect"})
  void noSuccessUnderStatus200IsAnError(String name) {
    ApiException failure =
        failure(operation(name), answer().body(example("createConnectionSession.403.json")));

    assertThat(failure).isNotInstanceOf(UnreadableAnswerException.class);
    assertThat(failure.status()).isEqualTo(200);
    assertThat(LinkedApiClient.typeOf(failure)).isEqualTo(ErrorType.NO_AVAILABLE_SEATS);
  }

  @Test
  void brokenJsonIsUnreadable() {
    String body = example("getAll.200.json");

    ApiException failure =
        failure(LinkedApiClient::getAll, answer().body(body.substring(0, body.length() / 2)));

    assertThat(failure)
        .isInstanceOf(UnreadableAnswerException.class)
        .hasMessageStartingWith("linkedapi accounts.getAll: 200, but the answer cannot be read: ")
        .hasMessageContaining("$.result.accounts[");
  }

  @Test
  void aMissingRequiredValueIsNamedWithItsPath() {
    String body = example("getAll.200.json").replace("\"name\": \"Jane Doe\",", "");

    ApiException failure = failure(LinkedApiClient::getAll, answer().body(body));

    assertThat(failure)
        .isInstanceOf(UnreadableAnswerException.class)
        .hasMessage(
            "linkedapi accounts.getAll: 200, but the answer cannot be read: Required value 'name'"
                + " missing at $.result.accounts[1]. Check the base URL, and the answer against the"
                + " spec.");
  }

  @Test
  void aMissingResultIsNamedToo() {
    assertThat(failure(operation("disconnect"), answer().body("{\"success\":true}")))
        .isInstanceOf(UnreadableAnswerException.class)
        .hasMessageContaining("Required value 'result' missing at $")
        .hasMessageEndingWith("The call may have taken effect: look before sending it again.");
  }

  @Test
  void aStatusThatNobodyKnowsKeepsItsText() {
    server.answers(
        200,
        example("getAll.200.json").replace("\"active\"", "\"asleep\"").replace("pending\"", "x\""));

    var list = server.client().getAll().execute();

    Account account = list.accounts().get(0);
    assertThat(account.status().known()).isEqualTo(AccountStatus.Known.UNKNOWN);
    assertThat(account.status().value()).isEqualTo("asleep");
    assertThat(list.pendingConnectionSessions().get(0).status())
        .isEqualTo(ConnectionSessionStatus.of("x"));
  }

  @Test
  void aMemberThatNobodyKnowsIsSkipped() {
    server.answers(
        200, example("getAll.200.json").replace("\"name\":", "\"new\": {\"a\": [1]}, \"name\":"));

    assertThat(server.client().getAll().execute().accounts())
        .extracting(Account::name)
        .containsExactly("John Doe", "Jane Doe");
  }

  private static Stream<Named<Function<LinkedApiClient, ApiCall<?>>>> writes() {
    return Stream.of(
            "createConnectionSession",
            "createReconnectionSession",
            "cancelConnectionSession",
            "reparseAccountInfo",
            "regenerateIdentificationToken",
            "disconnect")
        .map(name -> Named.of(name, operation(name)));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void aWriteWhoseConnectionIsCutIsSentOnce(Function<LinkedApiClient, ApiCall<?>> write) {
    server
        .answers(200, example("getAll.200-empty.json"))
        .answers(answer().onResponseStart(new SocketEffect.CloseSocket()))
        .answers(200, "{\"success\":true,\"result\":{}}");
    LinkedApiClient client = server.client();
    client.getAll().execute();

    ApiTransportException failure =
        catchThrowableOfType(ApiTransportException.class, () -> write.apply(client).execute());

    assertThat(failure.kind()).isEqualTo(Kind.CUT);
    assertThat(failure.mayHaveBeenSent()).isTrue();
    server.request();
    server.request();
    assertThat(server.requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307, 308})
  void aRedirectToAnotherHostTakesNoTokenAlong(int status) {
    stranger.answers(200, example("getAll.200-empty.json"));

    ApiException failure =
        failure(
            LinkedApiClient::getAll,
            answer().code(status).setHeader("Location", stranger.url() + "?x=y"));

    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure).hasMessageContaining("which is not followed. Check the base URL.");
    assertThat(stranger.requests()).isZero();
  }
}
