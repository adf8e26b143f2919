package dev.roster.bindings.http;

import static dev.roster.bindings.http.PeopleServer.ADA_WRAPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiClientBuilderTest {

  @AutoClose private final PeopleServer server = new PeopleServer();

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com, https://api.example.com/people.find",
    "https://api.example.com/, https://api.example.com/people.find",
    "https://api.example.com/v1, https://api.example.com/v1/people.find",
    "http://localhost:8080/a/b/, http://localhost:8080/a/b/people.find",
  })
  void pathsAreBelowTheBaseUrl(String baseUrl, String expected) {
    PeopleApi api =
        new PeopleClientBuilder(baseUrl).credential("key").transport().create(PeopleApi.class);

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
    assertThatThrownBy(() -> new PeopleClientBuilder("https://api.example.com").baseUrl(baseUrl))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("acme: the base URL")
        .hasMessageContaining(reason)
        .hasMessageNotContaining("hidden");
  }

  @Test
  void aMissingCredentialIsRefused() {
    assertThatThrownBy(() -> new PeopleClientBuilder("https://api.example.com").transport())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "acme: the credential is missing; give the builder the provider's token or key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1S", "PT0.0001S", "P25D"})
  void aTimeOutThatCannotBeCountedIsRefused(Duration timeout) {
    assertThatThrownBy(
            () -> new PeopleClientBuilder("https://api.example.com").readTimeout(timeout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "acme: the read time-out is %s; give 0 for none, or from 1 ms to 24 days", timeout);
  }

  private List<Long> timeouts(OkHttpClient.Builder client, PeopleClientBuilder builder) {
    List<Long> seconds = new ArrayList<>();
    Interceptor look =
        chain -> {
          seconds.add(chain.connectTimeoutMillis() / 1000L);
          seconds.add(chain.readTimeoutMillis() / 1000L);
          seconds.add(Duration.ofNanos(chain.call().timeout().timeoutNanos()).toSeconds());
          return chain.proceed(chain.request());
        };
    server.answers(200, ADA_WRAPPED);
    builder
        .credential("key")
        .httpClient(client.addInterceptor(look).build())
        .transport()
        .create(PeopleApi.class)
        .find()
        .execute();
    return seconds;
  }

  @Test
  void timeOutsHaveDefaults() {
    assertThat(timeouts(new OkHttpClient.Builder(), new PeopleClientBuilder(server.url())))
        .containsExactly(10L, 60L, 120L);
  }

  @Test
  void timeOutsAreTheBuildersOverASharedClient() {
    OkHttpClient.Builder shared = new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(7));
    PeopleClientBuilder builder =
        new PeopleClientBuilder(server.url())
            .connectTimeout(Duration.ofSeconds(1))
            .readTimeout(Duration.ofSeconds(2))
            .callTimeout(Duration.ofSeconds(3));

    assertThat(timeouts(shared, builder)).containsExactly(1L, 2L, 3L);
  }
}
