package dev.roster.bindings.http;

import static dev.roster.bindings.http.PeopleServer.ADA;
import static dev.roster.bindings.http.PeopleServer.ADA_JSON;
import static dev.roster.bindings.http.PeopleServer.ADA_WRAPPED;
import static dev.roster.bindings.testing.ProviderServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiException;
import dev.roster.bindings.ApiTransportException;
import dev.roster.bindings.ApiTransportException.Kind;
import dev.roster.bindings.Upload;
import dev.roster.bindings.http.PeopleApi.PersonEdit;
import java.io.IOException;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each reason for which OkHttp would send a request again, tried on calls that write. Every test
 * has a second answer waiting, so that a call sent twice would end well and be noticed.
 */
class SentOnceTest {

  @AutoClose private final PeopleServer server = new PeopleServer();

  private static Stream<Named<Function<PeopleApi, ApiCall<?>>>> writes() {
    return Stream.of(
        Named.of("a POST with a body", api -> api.rename(ADA)),
        Named.of("a POST without a body", PeopleApi::add),
        Named.of(
            "a form", api -> api.edit(new PersonEdit("Hi", Upload.of("a.png", new byte[100_000])))),
        Named.of("a DELETE", api -> api.remove("p1")));
  }

  private static Stream<Named<Function<PeopleApi, ApiCall<?>>>> writesWithABody() {
    return writes().limit(3);
  }

  private ApiTransportException cut(
      Function<PeopleApi, ApiCall<?>> write, MockResponse.Builder answer) {
    server.answers(answer).answers(200, ADA_WRAPPED);
    return catchThrowableOfType(
        ApiTransportException.class, () -> write.apply(server.api()).execute());
  }

  private void assertCutAndSentOnce(ApiTransportException failure) {
    assertThat(failure.kind()).isEqualTo(Kind.CUT);
    assertThat(failure.mayHaveBeenSent()).isTrue();
    assertThat(failure)
        .hasMessageContaining("the connection to " + server.place() + " was cut (")
        .hasMessageEndingWith("The call may have taken effect: look before sending it again.");
    // Waits for the server, which may notice its own cut later than the client does.
    server.request();
    assertThat(server.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("writes")
  void aConnectionCutBeforeTheRequestWasRead(Function<PeopleApi, ApiCall<?>> write) {
    assertCutAndSentOnce(cut(write, answer().onRequestStart(new SocketEffect.CloseSocket())));
  }

  @ParameterizedTest
  @MethodSource("writesWithABody")
  void aConnectionCutWhileTheBodyIsSent(Function<PeopleApi, ApiCall<?>> write) {
    assertCutAndSentOnce(cut(write, answer().onRequestBody(new SocketEffect.CloseSocket())));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void aConnectionCutBeforeTheAnswer(Function<PeopleApi, ApiCall<?>> write) {
    assertCutAndSentOnce(cut(write, answer().onResponseStart(new SocketEffect.CloseSocket())));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void anAnswerCutInTheMiddle(Function<PeopleApi, ApiCall<?>> write) {
    assertCutAndSentOnce(
        cut(
            write,
            answer()
                .body("{\"success\":true,\"id\":\"" + "x".repeat(50_000) + "\"}")
                .onResponseBody(new SocketEffect.CloseSocket())));
  }

  /**
   * Returns an API with a kept-alive connection that is cut when it is used again.
   *
   * @param next the body that a request has answered when it is sent again
   */
  private PeopleApi onADeadConnection(String next) {
    server
        .answers(200, ADA_JSON)
        .answers(answer().onResponseStart(new SocketEffect.CloseSocket()))
        .answers(200, next);
    PeopleApi api = server.api();
    api.get("p1", null).execute();
    return api;
  }

  @ParameterizedTest
  @MethodSource("writes")
  void aKeptAliveConnectionThatIsCutWhenUsedAgain(Function<PeopleApi, ApiCall<?>> write) {
    PeopleApi api = onADeadConnection(ADA_WRAPPED);

    ApiTransportException failure =
        catchThrowableOfType(ApiTransportException.class, () -> write.apply(api).execute());

    assertThat(failure.kind()).isEqualTo(Kind.CUT);
    assertThat(failure.mayHaveBeenSent()).isTrue();
    server.request();
    assertThat(server.request().getExchangeIndex()).isEqualTo(1);
    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void aReadIsSentAgainWhenAKeptAliveConnectionIsDead() {
    PeopleApi api = onADeadConnection(ADA_JSON);

    assertThat(api.get("p1", null).execute()).isEqualTo(ADA);
    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void aReadThatIsAPostIsSentAgainToo() {
    PeopleApi api = onADeadConnection(ADA_WRAPPED);

    assertThat(api.find().execute()).isEqualTo(ADA);
    assertThat(server.requests()).isEqualTo(3);
  }

  private void assertAnsweredAndSentOnce(
      Function<PeopleApi, ApiCall<?>> write, MockResponse.Builder answer) {
    server.answers(answer).answers(200, ADA_WRAPPED);

    ApiException failure =
        catchThrowableOfType(ApiException.class, () -> write.apply(server.api()).execute());

    assertThat(failure.status()).isEqualTo(answer.getCode());
    assertThat(server.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("writes")
  void a503ThatAsksToTryAgainAtOnce(Function<PeopleApi, ApiCall<?>> write) {
    assertAnsweredAndSentOnce(write, answer().code(503).setHeader("Retry-After", "0"));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void a408(Function<PeopleApi, ApiCall<?>> write) {
    assertAnsweredAndSentOnce(write, answer().code(408).setHeader("Connection", "close"));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void a421(Function<PeopleApi, ApiCall<?>> write) {
    assertAnsweredAndSentOnce(write, answer().code(421));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void aChallengeThatASharedClientWouldAnswer(Function<PeopleApi, ApiCall<?>> write) {
    OkHttpClient shared =
        new OkHttpClient.Builder()
            .authenticator(
                (route, response) ->
                    response
                        .request()
                        .newBuilder()
                        .header("Authorization", Credentials.basic("user", "pass"))
                        .build())
            .build();
    server
        .answers(answer().code(401).setHeader("WWW-Authenticate", "Basic realm=\"x\""))
        .answers(200, ADA_WRAPPED);

    assertThatThrownBy(
            () -> write.apply(server.api(builder -> builder.httpClient(shared))).execute())
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("401");
    assertThat(server.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("writes")
  void anInterceptorThatTriesAgain(Function<PeopleApi, ApiCall<?>> write) {
    OkHttpClient shared = new OkHttpClient.Builder().addInterceptor(SentOnceTest::twice).build();
    server.answers(500, "{}").answers(200, ADA_WRAPPED);

    ApiTransportException failure =
        catchThrowableOfType(
            ApiTransportException.class,
            () -> write.apply(server.api(builder -> builder.httpClient(shared))).execute());

    assertThat(failure).hasMessageContaining("is sent once, and was sent before");
    assertThat(failure.mayHaveBeenSent()).isTrue();
    assertThat(server.requests()).isEqualTo(1);
  }

  private static Response twice(okhttp3.Interceptor.Chain chain) throws IOException {
    chain.proceed(chain.request()).close();
    return chain.proceed(chain.request());
  }
}
