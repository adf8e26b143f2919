package dev.roster.bindings.http;

import static dev.roster.bindings.testing.ProviderServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.bindings.ApiException;
import dev.roster.bindings.UnreadableAnswerException;
import dev.roster.bindings.http.PeopleApi.Problem;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an answer under an error status. */
class FailureTest {

  @AutoClose private final PeopleServer server = new PeopleServer();

  private ApiException failure(MockResponse.Builder answer) {
    server.answers(answer);
    return catchThrowableOfType(ApiException.class, () -> server.api().find().execute());
  }

  private ApiException failure(int status, String body) {
    return failure(answer().code(status).body(body));
  }

  @Test
  void anErrorHasStatusTypeWordsAndModel() {
    ApiException failure = failure(401, "{\"type\":\"badToken\",\"message\":\"Who are you?\"}");

    assertThat(failure).isNotInstanceOf(UnreadableAnswerException.class);
    assertThat(failure.status()).isEqualTo(401);
    assertThat(failure.operation().id()).isEqualTo("find");
    assertThat(failure.errorType()).isEqualTo("badToken");
    assertThat(failure.errorMessage()).isEqualTo("Who are you?");
    assertThat(failure.error(Problem.class)).isEqualTo(new Problem("badToken", "Who are you?"));
    assertThat(failure.error(String.class)).isNull();
    assertThat(failure.headers().get("Content-Type")).isEqualTo("application/json");
    assertThat(failure)
        .hasMessage(
            "acme people.find: 401 badToken: Who are you? Check the credential, and whether the"
                + " account is there and connected.");
  }

  @Test
  void typeAndWordsAreFoundWhereTheSpecSays() {
    ApiException failure = failure(403, "{\"error\":{\"type\":\"noSeats\",\"text\":\"Full\"}}");

    assertThat(failure.errorType()).isEqualTo("noSeats");
    assertThat(failure.errorMessage()).isEqualTo("Full");
    assertThat(failure.error(Problem.class)).isNull();
  }

  @Test
  void theFirstPathThatIsPresentCounts() {
    ApiException failure =
        failure(403, "{\"error\":{\"type\":\"second\"},\"type\":\"first\",\"message\":7}");

    assertThat(failure.errorType()).isEqualTo("first");
    assertThat(failure.errorMessage()).isNull();
  }

  @Test
  void aTypeThatNobodyKnowsIsKept() {
    assertThat(failure(418, "{\"type\":\"teapot\",\"message\":\"Short and stout\"}"))
        .hasMessage(
            "acme people.find: 418 teapot: Short and stout. Check the request, and the base URL.")
        .extracting(ApiException::errorType)
        .isEqualTo("teapot");
  }

  @Test
  void withoutWordsTheDocumentedMeaningIsShown() {
    assertThat(failure(403, "{\"type\":\"noSeats\"}"))
        .hasMessageStartingWith("acme people.find: 403 noSeats: All seats are taken. Check");
    assertThat(failure(503, "{}"))
        .hasMessageStartingWith("acme people.find: 503: The provider rests.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | Correct the request.
          401 | Check the credential, and whether the account is there and connected.
          402 | Check the plan and its payment with the provider.
          403 | Check what the credential and the account are allowed to do.
          409 | Look at what the provider has by now, and decide again.
          413 | Send less: fewer items, or a smaller file.
          418 | Check the request, and the base URL.
          422 | Correct the request.
          429 | Wait before the next call.
          500 | Try again later.
          501 | The provider does not offer this.
          503 | Try again later.
          """)
  void theMessageSaysWhatToDo(int status, String advice) {
    assertThat(failure(status, "{\"message\":\"No\"}"))
        .hasMessage("acme people.find: " + status + ": No. " + advice);
  }

  @Test
  void aNotFoundThatIsNotDocumentedNamesTheBaseUrl() {
    assertThat(failure(404, "{\"message\":\"No\"}"))
        .hasMessageMatching(
            "acme people\\.find: 404: No\\. Check the base URL, http://[^ ]+:\\d+/[^ ]*, and the"
                + " ids of the request\\.");
  }

  @Test
  void aWaitThatTheProviderAsksForIsNamed() {
    ApiException failure = failure(answer().code(429).setHeader("Retry-After", "17").body("{}"));

    assertThat(failure)
        .hasMessage("acme people.find: 429. Wait before the next call (Retry-After: 17).");
    assertThat(failure.headers().get("Retry-After")).isEqualTo("17");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500})
  void aWriteThatMayHaveBeenPassedOnWarnsThatItMayHaveWorked(int status) {
    server.answers(status, "{\"message\":\"Oh\"}");

    assertThat(catchThrowableOfType(ApiException.class, () -> server.api().add().execute()))
        .hasMessage(
            "acme people.add: "
                + status
                + ": Oh. The call may have taken effect: look before sending it"
                + " again.");
  }

  @Test
  void aPageOfHtmlKeepsItsStatus() {
    ApiException failure =
        failure(
            answer()
                .code(502)
                .setHeader("Content-Type", "text/html")
                .body("<html><h1>Bad Gateway</h1></html>"));

    assertThat(failure.status()).isEqualTo(502);
    assertThat(failure.errorType()).isNull();
    assertThat(failure.errorMessage()).isNull();
    assertThat(failure.error(Problem.class)).isNull();
    assertThat(failure).hasCauseInstanceOf(Exception.class);
    assertThat(failure)
        .hasMessage(
            "acme people.find: 502: the body is text/html, no error that can be read. Try again"
                + " later.");
  }

  @Test
  void anEmptyBodyKeepsItsStatus() {
    assertThat(failure(500, "").status()).isEqualTo(500);
  }

  @Test
  void aBodyThatIsCutKeepsItsStatus() {
    ApiException failure =
        failure(
            answer()
                .code(401)
                .body("{\"type\":\"badToken\",\"message\":\"" + "m".repeat(100_000) + "\"}")
                .onResponseBody(new SocketEffect.CloseSocket()));

    assertThat(failure.status()).isEqualTo(401);
    assertThat(failure.errorType()).isNull();
  }

  @Test
  void noMoreThanAMegabyteOfABodyIsRead() {
    String type = "{\"type\":\"badToken\",\"message\":\"";

    assertThat(failure(401, type + "m".repeat(1_000_000) + "\"}").errorType())
        .isEqualTo("badToken");
    assertThat(failure(401, type + "m".repeat(2_000_000) + "\"}").errorType()).isNull();
  }

  @Test
  void wordsAreShownOnOneLineAndCut() {
    ApiException failure =
        failure(
            400,
            "{\"message\":\"One\\r\\n2026 INFO forged\\u0007\\u202e " + "x".repeat(400) + "\"}");

    assertThat(failure.getMessage())
        .startsWith("acme people.find: 400: One 2026 INFO forged xxx")
        .endsWith("xxx… Correct the request.")
        .hasSizeLessThan(360)
        .doesNotContainPattern("\\p{Cntrl}|\\p{Cf}");
    assertThat(failure.errorMessage()).startsWith("One\r\n2026").hasSizeGreaterThan(400);
  }
}
