package dev.roster.postpress;

import static dev.roster.bindings.testing.ProviderServer.answer;
import static dev.roster.postpress.PostpressServer.ACCOUNT;
import static dev.roster.postpress.PostpressServer.KEY;
import static dev.roster.postpress.PostpressServer.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiException;
import dev.roster.bindings.ApiTransportException;
import dev.roster.bindings.ApiTransportException.Kind;
import dev.roster.bindings.UnreadableAnswerException;
import dev.roster.postpress.model.EditOwnProfileRequest;
import dev.roster.postpress.model.ErrorType;
import dev.roster.postpress.model.Problem;
import java.util.concurrent.ExecutionException;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can go wrong with a read and with an edit. */
class FailureTest {

  /** The two operations, with what a success of theirs answers. */
  enum Call {
    GET("postpress ownProfile.get: ", "getOwnProfile.linkedin.json"),
    EDIT("postpress ownProfile.edit: ", "editOwnProfile.200.json");

    private final String where;
    private final String success;

    Call(String where, String success) {
      this.where = where;
      this.success = success;
    }

    private ApiCall<?> of(PostpressServer server) {
      EditOwnProfileRequest edit =
          EditOwnProfileRequest.builder().accountId(ACCOUNT).headline("Hi").build();
      return switch (this) {
        case GET -> server.client().getOwnProfile(ACCOUNT);
        case EDIT -> server.client().editOwnProfile(edit);
      };
    }
  }

  @AutoClose private final PostpressServer server = new PostpressServer();

  private <E extends Exception> E failure(Class<E> type, Call call, MockResponse.Builder answer) {
    // The second answer would make a call that is sent twice end well.
    server.answers(answer).answers(200, example(call.success));
    E failure = catchThrowableOfType(type, () -> call.of(server).execute());
    assertThat(failure).as("the call's failure").isNotNull();
    assertThat(failure.getMessage()).startsWith(call.where).doesNotContain(KEY);
    server.request();
    assertThat(server.requests()).isEqualTo(1);
    return failure;
  }

  private ApiException answered(Call call, int status, String body) {
    ApiException failure = failure(ApiException.class, call, answer().code(status).body(body));
    assertThat(failure.status()).isEqualTo(status);
    return failure;
  }

  @ParameterizedTest
  @CsvSource({
    "GET, getOwnProfile.401.json, errors/missing_credentials",
    "GET, getOwnProfile.403.json, errors/account_restricted",
    "GET, getOwnProfile.404.json, errors/resource_not_found",
    "GET, getOwnProfile.422.json, errors/unprocessable_entity",
    "GET, getOwnProfile.429.json, errors/too_many_requests",
    "GET, getOwnProfile.500.json, errors/provider_error",
    "GET, getOwnProfile.501.json, errors/feature_not_implemented",
    "GET, getOwnProfile.503.json, errors/service_unavailable",
    "GET, getOwnProfile.504.json, errors/request_timeout",
    "EDIT, editOwnProfile.401.json, errors/missing_credentials",
    "EDIT, editOwnProfile.403.json, errors/account_restricted",
    "EDIT, editOwnProfile.404.json, errors/resource_not_found",
    "EDIT, editOwnProfile.422.json, errors/invalid_account",
    "EDIT, editOwnProfile.422-already-performed.json, errors/action_already_performed",
    "EDIT, editOwnProfile.422-limit-exceeded.json, errors/limit_exceeded",
    "EDIT, editOwnProfile.429.json, errors/too_many_requests",
    "EDIT, editOwnProfile.500.json, errors/provider_error",
    "EDIT, editOwnProfile.501.json, errors/feature_not_implemented",
    "EDIT, editOwnProfile.503.json, errors/service_unavailable",
    "EDIT, editOwnProfile.504.json, errors/request_timeout",
  })
  void aDocumentedFailureHasItsTypeAndItsWords(Call call, String example, String type) {
    int status = Integer.parseInt(example.replaceAll(".*\\.(\\d{3}).*", "$1"));

    ApiException failure = answered(call, status, example(example));

    assertThat(failure.errorType()).isEqualTo(type);
    assertThat(PostpressClient.typeOf(failure)).isEqualTo(ErrorType.of(type));
    assertThat(ErrorType.of(type).isKnown()).isTrue();
    assertThat(failure.getMessage()).startsWith(call.where + status + " " + type + ": ");
    assertThat(failure.error(Problem.class))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.type().value()).isEqualTo(type);
              assertThat(problem.status()).isEqualTo(status);
              assertThat(failure.errorMessage())
                  .isEqualTo(problem.detail() == null ? problem.title() : problem.detail());
            });
  }

  @Test
  void theMessageOfAFailureSaysWhereWhatAndWhatToDo() {
    assertThat(answered(Call.EDIT, 422, example("editOwnProfile.422.json")))
        .hasMessage(
            "postpress ownProfile.edit: 422 errors/invalid_account: Only LinkedIn profiles can be"
                + " edited. Correct the request.");
  }

  @Test
  void aFailureOfAnEditMayHaveTakenEffect() {
    assertThat(answered(Call.EDIT, 500, example("editOwnProfile.500.json")))
        .hasMessageEndingWith("The call may have taken effect: look before sending it again.");
  }

  @Test
  void aFailureOfAReadIsToBeTriedLater() {
    assertThat(answered(Call.GET, 500, example("getOwnProfile.500.json")))
        .hasMessageEndingWith("Try again later.");
  }

  @ParameterizedTest
  @EnumSource
  void tooManyRequestsKeepTheirHeaders(Call call) {
    ApiException failure =
        failure(
            ApiException.class,
            call,
            answer()
                .code(429)
                .setHeader("Retry-After", "7")
                .body(example("getOwnProfile.429.json")));

    assertThat(failure.headers().get("Retry-After")).isEqualTo("7");
    assertThat(failure).hasMessageEndingWith("Wait before the next call (Retry-After: 7).");
  }

  @Test
  void aTypeThatTheSpecDoesNotKnowKeepsItsText() {
    ApiException failure =
        answered(
            Call.GET,
            403,
            example("getOwnProfile.403.json").replace("account_restricted", "brand_new"));

    assertThat(failure.errorType()).isEqualTo("errors/brand_new");
    assertThat(PostpressClient.typeOf(failure)).isEqualTo(ErrorType.of("errors/brand_new"));
    assertThat(ErrorType.of("errors/brand_new").isKnown()).isFalse();
  }

  @Test
  void aFailureInTheOtherEnvelope() {
    ApiException failure =
        answered(
            Call.EDIT,
            422,
            "{\"error\":{\"code\":\"bad_part\",\"message\":\"What is that?\",\"request_id\":\"r1\"}}");

    assertThat(failure.errorType()).isEqualTo("bad_part");
    assertThat(failure.errorMessage()).isEqualTo("What is that?");
    assertThat(failure.error(Problem.class)).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void aGatewaysPage(Call call) {
    ApiException failure =
        failure(
            ApiException.class,
            call,
            new MockResponse.Builder()
                .code(502)
                .setHeader("Content-Type", "text/html")
                .body("<html><h1>Bad Gateway</h1></html>"));

    assertThat(failure.status()).isEqualTo(502);
    assertThat(failure.errorType()).isNull();
    assertThat(PostpressClient.typeOf(failure)).isNull();
    assertThat(failure)
        .hasMessageContaining("502: the body is text/html, no error that can be read.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"object\":", "<html>", "", "[]", "null"})
  void brokenJson(String body) {
    assertThat(failure(UnreadableAnswerException.class, Call.GET, answer().body(body)))
        .hasMessageContaining("200, but the answer cannot be read: ")
        .hasMessageEndingWith("Check the base URL, and the answer against the spec.");
  }

  @Test
  void brokenJsonAfterAnEdit() {
    assertThat(failure(UnreadableAnswerException.class, Call.EDIT, answer().body("{\"object")))
        .hasMessageEndingWith("The call may have taken effect: look before sending it again.");
  }

  @Test
  void aMissingRequiredFieldIsNamedWithItsPath() {
    String profile = example("getOwnProfile.linkedin.json");
    String without = profile.replace("\"mailbox_id\": \"mb_1\",", "");
    assertThat(without).isNotEqualTo(profile);

    assertThat(failure(UnreadableAnswerException.class, Call.GET, answer().body(without)))
        .hasMessageContaining("Required value 'mailbox_id' missing at $.organizations[0]");
  }

  @Test
  void aRequiredFieldThatIsNullIsAsAMissingOne() {
    String profile = example("getOwnProfile.linkedin.json");

    assertThat(
            failure(
                UnreadableAnswerException.class,
                Call.GET,
                answer().body(profile.replace("\"Ada\"", "null"))))
        .hasMessageContaining("Required value 'first_name' missing at $");
  }

  @Test
  void anEditWhoseConnectionIsCutIsSentOnce() {
    ApiTransportException failure =
        failure(
            ApiTransportException.class,
            Call.EDIT,
            answer().onResponseStart(new SocketEffect.CloseSocket()));

    assertThat(failure.kind()).isEqualTo(Kind.CUT);
    assertThat(failure.mayHaveBeenSent()).isTrue();
    assertThat(failure)
        .hasMessageEndingWith("The call may have taken effect: look before sending it again.");
  }

  @Test
  void anEditWhoseConnectionIsCutWhileItIsSentIsSentOnce() {
    ApiTransportException failure =
        failure(
            ApiTransportException.class,
            Call.EDIT,
            answer().onRequestBody(new SocketEffect.CloseSocket()));

    assertThat(failure.kind()).isEqualTo(Kind.CUT);
    assertThat(failure.mayHaveBeenSent()).isTrue();
  }

  @Test
  void aServerThatIsNotThere() {
    ApiCall<?> call = Call.EDIT.of(server);
    server.close();

    ApiTransportException failure =
        catchThrowableOfType(ApiTransportException.class, call::execute);

    assertThat(failure.kind()).isEqualTo(Kind.NOT_CONNECTED);
    assertThat(failure.mayHaveBeenSent()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aRedirectToAnotherHostTakesNoKeyThere(Call call) {
    try (PostpressServer stranger = new PostpressServer()) {
      stranger.answers(200, example(call.success));

      ApiException failure =
          failure(
              ApiException.class,
              call,
              answer().code(307).setHeader("Location", stranger.url() + "/users/me"));

      assertThat(failure.status()).isEqualTo(307);
      assertThat(failure).hasMessageContaining("a redirect to " + stranger.place());
      assertThat(stranger.requests()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theAsynchronousFormFailsWithTheSame(Call call) {
    server.answers(401, example("getOwnProfile.401.json"));

    ExecutionException failure =
        catchThrowableOfType(ExecutionException.class, () -> call.of(server).executeAsync().get());

    assertThat(failure)
        .cause()
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("401 errors/missing_credentials");
  }
}
