package dev.roster.bindings.http;

import static dev.roster.bindings.http.PeopleServer.ADA;
import static dev.roster.bindings.http.PeopleServer.ADA_WRAPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiOperation;
import dev.roster.bindings.http.PeopleApi.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.http.POST;

class ApiTransportTest {

  @AutoClose private final PeopleServer server = new PeopleServer();

  private static ApiTransport.Builder builder(String baseUrl) {
    return ApiTransport.builder(baseUrl, PeopleApi.OPERATIONS, PeopleApi.ADAPTERS, "X-Token", "");
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com, https://api.example.com/people.find",
    "https://api.example.com/, https://api.example.com/people.find",
    "https://api.example.com/v1, https://api.example.com/v1/people.find",
    "http://localhost:8080/a/b/, http://localhost:8080/a/b/people.find",
  })
  void pathsAreBelowTheBaseUrl(String baseUrl, String expected) {
    PeopleApi api = builder(baseUrl).credential("key").build().create(PeopleApi.class);

    assertThat(api.find().request().url()).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere, is no http or https URL",
    "ftp://api.example.com, is no http or https URL",
    "https://user:hidden@api.example.com, holds a user or password",
    "https://api.example.com?key=hidden, holds a query or fragment",
    "https://api.example.com/#hidden, holds a query or fragment",
  })
  void aBaseUrlThatCannotBeOneIsRefusedAndNotShown(String baseUrl, String reason) {
    assertThatThrownBy(() -> builder("https://api.example.com").baseUrl(baseUrl))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("acme: the base URL")
        .hasMessageContaining(reason)
        .hasMessageNotContaining("hidden");
  }

  @Test
  void aMissingCredentialIsRefused() {
    assertThatThrownBy(() -> builder("https://api.example.com").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "acme: the credential is missing; give the builder the provider's token or key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1S", "PT0.0001S", "P25D"})
  void aTimeOutThatCannotBeCountedIsRefused(Duration timeout) {
    assertThatThrownBy(() -> builder("https://api.example.com").readTimeout(timeout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "acme: the read time-out is %s; give 0 for none, or from 1 ms to 24 days", timeout);
  }

  private List<Long> timeouts(OkHttpClient.Builder client, ApiTransport.Builder transport) {
    List<Long> seconds = new ArrayList<>();
    Interceptor look =
        chain -> {
          seconds.add(chain.connectTimeoutMillis() / 1000L);
          seconds.add(chain.readTimeoutMillis() / 1000L);
          seconds.add(Duration.ofNanos(chain.call().timeout().timeoutNanos()).toSeconds());
          return chain.proceed(chain.request());
        };
    server.answers(200, ADA_WRAPPED);
    transport
        .credential("key")
        .httpClient(client.addInterceptor(look).build())
        .build()
        .create(PeopleApi.class)
        .find()
        .execute();
    return seconds;
  }

  @Test
  void timeOutsHaveDefaults() {
    assertThat(timeouts(new OkHttpClient.Builder(), builder(server.url())))
        .containsExactly(10L, 60L, 120L);
  }

  @Test
  void timeOutsAreTheBuildersOverASharedClient() {
    OkHttpClient.Builder shared = new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(7));
    ApiTransport.Builder transport =
        builder(server.url())
            .connectTimeout(Duration.ofSeconds(1))
            .readTimeout(Duration.ofSeconds(2))
            .callTimeout(Duration.ofSeconds(3));

    assertThat(timeouts(shared, transport)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aSharedClientsListenersHearOfEachCallOnce() {
    List<String> started = new ArrayList<>();
    List<Call> made = new ArrayList<>();
    OkHttpClient shared =
        new OkHttpClient.Builder()
            .eventListenerFactory(
                call -> {
                  made.add(call);
                  return new EventListener() {
                    @Override
                    public void callStart(Call begun) {
                      started.add(begun.request().url().encodedPath());
                    }
                  };
                })
            .build();
    server.answers(200, ADA_WRAPPED);

    server.api(transport -> transport.httpClient(shared)).find().execute();

    assertThat(started).containsExactly("/v1/people.find");
    assertThat(made).hasSize(1);
  }

  @Test
  void aSharedClientsConnectionsAreUsed() {
    OkHttpClient shared = new OkHttpClient();
    server.answers(200, ADA_WRAPPED).answers(200, ADA_WRAPPED);

    server.api(transport -> transport.httpClient(shared)).find().execute();
    server.api(transport -> transport.httpClient(shared)).find().execute();

    assertThat(server.request().getExchangeIndex()).isZero();
    assertThat(server.request().getExchangeIndex()).isEqualTo(1);
    assertThat(shared.connectionPool().connectionCount()).isEqualTo(1);
  }

  @Test
  void aMissingBodyIsRefusedBeforeAnythingIsSent() {
    Person nobody = nothing();

    assertThatThrownBy(() -> server.api().rename(nobody))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Body parameter value must not be null");
    assertThat(server.requests()).isZero();
  }

  // What a caller without a null checker can do.
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }

  interface Unnamed {
    @POST("x")
    ApiCall<Person> call();
  }

  interface Misnamed {
    @POST("x")
    @ApiOperation("nowhere")
    ApiCall<Person> call();
  }

  interface Unadapted {
    @POST("x")
    @ApiOperation("find")
    ApiCall<ApiTransportTest> call();
  }

  @ParameterizedTest
  @ValueSource(classes = {Unnamed.class, Misnamed.class, Unadapted.class})
  void anInterfaceThatDoesNotFitIsRefusedAtOnce(Class<?> api) {
    ApiTransport transport = builder(server.url()).credential("key").build();

    assertThatThrownBy(() -> transport.create(api))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(api.getSimpleName() + ".call");
  }

  @Test
  void twoTransportsKeepTheirCredentialsApart() {
    OkHttpClient shared = new OkHttpClient();
    server.answers(200, ADA_WRAPPED).answers(200, ADA_WRAPPED);
    PeopleApi one = server.api(transport -> transport.httpClient(shared).credential("one"));
    PeopleApi two = server.api(transport -> transport.httpClient(shared).credential("two"));

    assertThat(one.find().execute()).isEqualTo(ADA);
    assertThat(two.find().execute()).isEqualTo(ADA);

    assertThat(server.request().getHeaders().values("X-Token")).containsExactly("one");
    assertThat(server.request().getHeaders().values("X-Token")).containsExactly("two");
  }
}
