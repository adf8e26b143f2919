package dev.roster.connectsafely;

import static dev.roster.bindings.testing.ProviderServer.answer;
import static dev.roster.connectsafely.ConnectSafelyServer.COMPANY;
import static dev.roster.connectsafely.ConnectSafelyServer.KEY;
import static dev.roster.connectsafely.ConnectSafelyServer.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiException;
import dev.roster.bindings.ApiTransportException;
import dev.roster.bindings.ApiTransportException.Kind;
import dev.roster.bindings.UnreadableAnswerException;
import dev.roster.connectsafely.model.ErrorAnswer;
import dev.roster.connectsafely.model.FollowInvitationsRequest;
import dev.roster.connectsafely.model.FollowInvitationsResult;
import java.util.List;
import java.util.concurrent.ExecutionException;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can go wrong with one request. It is sent once in every case. */
class FailureTest {

  @AutoClose private final ConnectSafelyServer server = new ConnectSafelyServer();

  private ApiCall<FollowInvitationsResult> call() {
    return server
        .client()
        .sendFollowInvitations(
            COMPANY, FollowInvitationsRequest.builder().profileUrns(List.of("urn:a")).build());
  }

  private <E extends Exception> E failure(Class<E> type, MockResponse.Builder answer) {
    // The second answer would make a call that is sent twice end well.
    server.answers(answer).answers(200, example("sendFollowInvitations.200.json"));
    E failure = catchThrowableOfType(type, () -> call().execute());
    assertThat(failure).as("the call's failure").isNotNull();
    assertThat(failure.getMessage())
        .startsWith("connectsafely followInvitations.send: ")
        .doesNotContain(KEY);
    server.request();
    assertThat(server.requests()).isEqualTo(1);
    return failure;
  }

  private ApiException answered(int status, String body) {
    ApiException failure = failure(ApiException.class, answer().code(status).body(body));
    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure.operation().id()).isEqualTo("sendFollowInvitations");
    return failure;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | Unauthorized - Invalid credentials "
            + "| Check the credential, and whether the account is there and connected.",
        "403 | Request failed with status code 403 "
            + "| Check what the credential and the account are allowed to do.",
        "500 | Failed to send company follow invitations "
            + "| The call may have taken effect: look before sending it again."
      })
  void aDocumentedFailure(int status, String said, String advice) {
    ApiException failure = answered(status, example("sendFollowInvitations." + status + ".json"));

    assertThat(failure)
        .hasMessage("connectsafely followInvitations.send: %d: %s. %s", status, said, advice);
    assertThat(failure.errorMessage()).isEqualTo(said);
    assertThat(failure.errorType()).isNull();
    assertThat(failure.error(ErrorAnswer.class))
        .isEqualTo(ErrorAnswer.builder().error(said).build());
  }

  @Test
  void aRequestThatTheProviderRefuses() {
    ApiException failure = answered(400, example("sendFollowInvitations.default.json"));

    assertThat(failure)
        .hasMessage(
            "connectsafely followInvitations.send: 400: profileUrns must hold from 1 to 50 URNs."
                + " Correct the request.");
  }

  @Test
  void aFailureInTheProvidersOtherShape() {
    ApiException failure =
        answered(422, "{\"success\":false,\"code\":\"BAD_URN\",\"message\":\"No such person\"}");

    assertThat(failure.errorType()).isEqualTo("BAD_URN");
    assertThat(failure.errorMessage()).isEqualTo("No such person");
    assertThat(failure)
        .hasMessage(
            "connectsafely followInvitations.send: 422 BAD_URN: No such person. Correct the"
                + " request.");
  }

  @Test
  void tooManyRequests() {
    ApiException failure =
        failure(
            ApiException.class,
            answer().code(429).setHeader("Retry-After", "7").body("{\"error\":\"Slow down\"}"));

    assertThat(failure.status()).isEqualTo(429);
    assertThat(failure.headers().get("Retry-After")).isEqualTo("7");
    assertThat(failure)
        .hasMessageEndingWith("429: Slow down. Wait before the next call (Retry-After: 7).");
  }

  @Test
  void aGatewaysPage() {
    ApiException failure =
        failure(
            ApiException.class,
            new MockResponse.Builder()
                .code(502)
                .setHeader("Content-Type", "text/html")
                .body("<html><h1>Bad Gateway</h1></html>"));

    assertThat(failure.status()).isEqualTo(502);
    assertThat(failure.errorMessage()).isNull();
    assertThat(failure.error(ErrorAnswer.class)).isNull();
    assertThat(failure)
        .hasMessageContaining("502: the body is text/html, no error that can be read.");
  }

  @Test
  void aKeyThatTheProviderEchoesIsMasked() {
    ApiException failure = answered(401, "{\"error\":\"Unknown key " + KEY + "\"}");

    assertThat(failure.errorMessage()).isEqualTo("Unknown key ***");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"success\":tru", "<html>", "", "[]", "null"})
  void brokenJson(String body) {
    UnreadableAnswerException failure =
        failure(UnreadableAnswerException.class, answer().body(body));

    assertThat(failure.status()).isEqualTo(200);
    assertThat(failure)
        .hasMessageContaining("200, but the answer cannot be read: ")
        .hasMessageEndingWith("The call may have taken effect: look before sending it again.");
  }

  @Test
  void aMissingRequiredFieldIsNamedWithItsPath() {
    String answer = example("sendFollowInvitations.200-partly-failed.json");
    String without = answer.replaceFirst("\"status\": \"FAILED\",", "");
    assertThat(without).isNotEqualTo(answer);

    UnreadableAnswerException failure =
        failure(UnreadableAnswerException.class, answer().body(without));

    assertThat(failure).hasMessageContaining("Required value 'status' missing at $.results[1]");
  }

  @Test
  void aConnectionThatIsCut() {
    ApiTransportException failure =
        failure(
            ApiTransportException.class, answer().onResponseStart(new SocketEffect.CloseSocket()));

    assertThat(failure.kind()).isEqualTo(Kind.CUT);
    assertThat(failure.mayHaveBeenSent()).isTrue();
    assertThat(failure)
        .hasMessageEndingWith("The call may have taken effect: look before sending it again.");
  }

  @Test
  void aConnectionThatIsCutWhileTheRequestIsSent() {
    ApiTransportException failure =
        failure(
            ApiTransportException.class, answer().onRequestBody(new SocketEffect.CloseSocket()));

    assertThat(failure.kind()).isEqualTo(Kind.CUT);
    assertThat(failure.mayHaveBeenSent()).isTrue();
  }

  @Test
  void aServerThatIsNotThere() {
    ApiCall<FollowInvitationsResult> call = call();
    server.close();

    ApiTransportException failure =
        catchThrowableOfType(ApiTransportException.class, call::execute);

    assertThat(failure.kind()).isEqualTo(Kind.NOT_CONNECTED);
    assertThat(failure.mayHaveBeenSent()).isFalse();
    assertThat(failure)
        .hasMessageEndingWith("Nothing was sent. Check the network and the base URL.");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectToAnotherHostTakesNoKeyThere(int status) {
    try (ConnectSafelyServer stranger = new ConnectSafelyServer()) {
      stranger.answers(200, example("sendFollowInvitations.200.json"));

      ApiException failure =
          failure(
              ApiException.class,
              answer().code(status).setHeader("Location", stranger.url() + "/anything"));

      assertThat(failure.status()).isEqualTo(status);
      assertThat(failure).hasMessageContaining("a redirect to " + stranger.place());
      assertThat(stranger.requests()).isZero();
    }
  }

  @Test
  void theAsynchronousFormFailsWithTheSame() {
    server.answers(403, example("sendFollowInvitations.403.json"));

    ExecutionException failure =
        catchThrowableOfType(ExecutionException.class, () -> call().executeAsync().get());

    assertThat(failure)
        .cause()
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("403: Request failed with status code 403.");
  }
}
