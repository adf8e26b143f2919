package dev.roster.bindings.http;

import static dev.roster.bindings.http.PeopleServer.ADA_JSON;
import static dev.roster.bindings.http.PeopleServer.ADA_WRAPPED;
import static dev.roster.bindings.http.PeopleServer.TOKEN;
import static dev.roster.bindings.testing.ProviderServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the credential goes, and where it does not. */
class CredentialTest {

  @AutoClose private final PeopleServer server = new PeopleServer();
  @AutoClose private final PeopleServer stranger = new PeopleServer();

  @Test
  void theCredentialStandsInItsHeader() {
    server.answers(200, ADA_WRAPPED);

    server.api().find().execute();

    assertThat(server.request().getHeaders().get("X-Token")).isEqualTo(TOKEN);
  }

  @Test
  void aPrefixStandsBeforeTheCredential() {
    server.answers(200, ADA_WRAPPED);

    new PeopleClientBuilder(server.url(), "Authorization", "Bearer ")
        .credential("key")
        .transport()
        .create(PeopleApi.class)
        .find()
        .execute();

    assertThat(server.request().getHeaders().get("Authorization")).isEqualTo("Bearer key");
  }

  @Test
  void aCallShowsTheHeaderOfItsCredentialWithAMask() {
    ApiCall<?> call =
        new PeopleClientBuilder(server.url(), "Authorization", "Bearer ")
            .credential("key")
            .transport()
            .create(PeopleApi.class)
            .find();

    assertThat(call.request().headers("Authorization")).containsExactly("Bearer ***");
    assertThat(call.copy().withJson().request().headers("Authorization"))
        .containsExactly("Bearer ***");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void aBlankCredentialIsRefused(String blank) {
    assertThatThrownBy(() -> server.api(builder -> builder.credential(blank)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("acme: the credential is blank");
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret\n", "secret\u0000", "sec ret", "secrét", "secret\r\nX: y"})
  void aCredentialThatNoHeaderCanHoldIsRefusedAndNotShown(String unfit) {
    assertThatThrownBy(() -> server.api(builder -> builder.credential(unfit)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no header can hold")
        .hasMessageNotContaining("sec");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectToAnotherHostIsNotFollowedAndTheCredentialStaysHere(int status) {
    HttpUrl elsewhere = HttpUrl.get(stranger.url() + "/people.find?secret=x");
    stranger.answers(200, ADA_JSON);
    server.answers(answer().code(status).setHeader("Location", elsewhere));

    ApiException redirect =
        catchThrowableOfType(ApiException.class, () -> server.api().get("p1", null).execute());

    assertThat(redirect.status()).isEqualTo(status);
    assertThat(redirect)
        .hasMessage(
            "acme people.get: %d, a redirect to %s, which is not followed. Check the base URL.",
            status, stranger.place());
    assertThat(stranger.requests()).isZero();
    assertThat(server.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307, 308})
  void aWriteIsNotRedirectedEither(int status) {
    stranger.answers(200, ADA_WRAPPED);
    server.answers(answer().code(status).setHeader("Location", stranger.url()));

    assertThatThrownBy(() -> server.api().add().execute())
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("a redirect to " + stranger.place());
    assertThat(stranger.requests()).isZero();
    assertThat(server.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307, 308})
  void aRedirectOnTheSameHostIsNotFollowed(int status) {
    server.answers(answer().code(status).setHeader("Location", "/v2/people.find?token=x"));
    server.answers(200, ADA_WRAPPED);

    assertThatThrownBy(() -> server.api().find().execute())
        .isInstanceOf(ApiException.class)
        .hasMessage(
            "acme people.find: %d, a redirect to %s, which is not followed. Check the base URL.",
            status, server.place());
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void aRedirectWithoutATargetSaysSo() {
    server.answers(answer().code(302));

    assertThatThrownBy(() -> server.api().find().execute())
        .hasMessageContaining("302, a redirect to nowhere");
  }

  @Test
  void redirectsStayOffOverASharedClient() {
    OkHttpClient shared =
        new OkHttpClient.Builder().followRedirects(true).followSslRedirects(true).build();
    server.answers(answer().code(302).setHeader("Location", stranger.url()));

    assertThatThrownBy(() -> server.api(builder -> builder.httpClient(shared)).find().execute())
        .isInstanceOf(ApiException.class);
    assertThat(stranger.requests()).isZero();
  }

  @Test
  void anInterceptorThatSendsARequestElsewhereTakesNoCredentialAlong() {
    HttpUrl elsewhere = HttpUrl.get(stranger.url());
    OkHttpClient shared =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> chain.proceed(chain.request().newBuilder().url(elsewhere).build()))
            .build();
    stranger.answers(200, ADA_WRAPPED);

    server.api(builder -> builder.httpClient(shared)).find().execute();

    assertThat(stranger.request().getHeaders().get("X-Token")).isNull();
  }

  @Test
  void interceptorsOfASharedClientSeeNoCredentialOnARequest() {
    List<String> seen = new ArrayList<>();
    OkHttpClient shared =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  seen.add("application " + chain.request().headers());
                  return chain.proceed(chain.request());
                })
            .addNetworkInterceptor(
                chain -> {
                  seen.add("network " + chain.request().headers());
                  return chain.proceed(chain.request());
                })
            .build();
    server.answers(200, ADA_WRAPPED);

    server.api(builder -> builder.httpClient(shared)).find().execute();

    assertThat(seen).hasSize(2).noneMatch(line -> line.contains(TOKEN));
    assertThat(server.request().getHeaders().get("X-Token")).isEqualTo(TOKEN);
  }

  @Test
  void aCredentialThatTheProviderEchoesIsMasked() {
    server.answers(
        answer()
            .code(401)
            .setHeader("X-Echo", "was " + TOKEN)
            .body("{\"type\":\"badToken\",\"message\":\"Token " + TOKEN + " is bad\"}"));

    ApiException refused =
        catchThrowableOfType(ApiException.class, () -> server.api().find().execute());

    assertThat(refused.getMessage()).contains("Token *** is bad").doesNotContain(TOKEN);
    assertThat(refused.errorMessage()).isEqualTo("Token *** is bad");
    assertThat(refused.headers().get("X-Echo")).isEqualTo("was ***");
    assertThat(refused.error(PeopleApi.Problem.class))
        .isEqualTo(new PeopleApi.Problem("badToken", "Token *** is bad"));
  }

  @Test
  void aCredentialDoesNotShowItself() {
    assertThat(new Credential("acme", "X-Token", "Bearer ", TOKEN))
        .hasToString("X-Token: Bearer ***");
  }
}
