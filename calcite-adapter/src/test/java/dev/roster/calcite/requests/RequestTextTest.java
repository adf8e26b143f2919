package dev.roster.calcite.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.Upload;
import dev.roster.calcite.Provider;
import dev.roster.calcite.Providers;
import dev.roster.connectsafely.ConnectSafelyClient;
import dev.roster.connectsafely.model.FollowInvitationsRequest;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.postpress.PostpressClient;
import dev.roster.postpress.model.EditLocation;
import dev.roster.postpress.model.EditOwnProfileRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How requests read. */
class RequestTextTest {

  private static final LinkedApiClient LINKEDAPI =
      LinkedApiClient.builder().token("linked_secret").build();
  private static final ConnectSafelyClient CONNECTSAFELY =
      ConnectSafelyClient.builder().apiKey("cs_secret").build();
  private static final PostpressClient POSTPRESS =
      PostpressClient.builder().apiKey("pp_secret").baseUrl("http://localhost/api/v1").build();

  @Test
  void aRequestWithAModelShowsItsJson() {
    ApiCall<?> call =
        CONNECTSAFELY.sendFollowInvitations(
            "105672170",
            FollowInvitationsRequest.builder()
                .profileUrns(List.of("urn:li:fsd_profile:A1"))
                .accountId("cs_1")
                .build());

    RequestText text = RequestText.of(call);

    assertThat(text.method()).isEqualTo("POST");
    assertThat(text.url())
        .isEqualTo(call.request().url().toString())
        .endsWith("/organizations/105672170/follow-invitations");
    assertThat(text.headers())
        .isEqualTo(
            """
            Accept: application/json
            Authorization: Bearer ***
            Content-Type: application/json\
            """);
    assertThat(text.body())
        .isEqualTo("{\"accountId\":\"cs_1\",\"profileUrns\":[\"urn:li:fsd_profile:A1\"]}");
  }

  @Test
  void aFormShowsItsPartsAndOfAFileItsDigest() {
    ApiCall<?> call =
        POSTPRESS.editOwnProfile(
            EditOwnProfileRequest.builder()
                .accountId("acc_1")
                .headline("Grüße, \"Welt\"\n")
                .summary("")
                .location(EditLocation.builder().id("105015875").build())
                .picture(Upload.of("a \"b\".jpg", "hello".getBytes(StandardCharsets.UTF_8)))
                .build(),
            "edit-4711");

    RequestText text = RequestText.of(call);

    assertThat(text.method()).isEqualTo("PATCH");
    assertThat(text.url()).isEqualTo("http://localhost/api/v1/users/me/edit");
    assertThat(text.headers().lines())
        .containsExactlyInAnyOrder(
            "Accept: application/json",
            "X-API-KEY: ***",
            "Idempotency-Key: edit-4711",
            "Content-Type: multipart/form-data");
    assertThat(text.body())
        .isEqualTo(
            "[{\"name\":\"type\",\"value\":\"LINKEDIN\"},"
                + "{\"name\":\"account_id\",\"value\":\"acc_1\"},"
                + "{\"name\":\"location[id]\",\"value\":\"105015875\"},{\"name\":\"headline\",\"value\":\"Grüße,"
                + " \\\"Welt\\\"\\n"
                + "\"},{\"name\":\"summary\",\"value\":\"\"},{\"name\":\"picture\",\"file\":\"a"
                + " \\\"b\\\".jpg\",\"content_type\":\"image/jpeg\",\"length\":5,\"sha256\":"
                + "\"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824\"}]");
  }

  @Test
  void aRequestWithoutABodyHasNone() {
    RequestText text = RequestText.of(POSTPRESS.getOwnProfile("acc_1"));

    assertThat(text.method()).isEqualTo("GET");
    assertThat(text.url()).isEqualTo("http://localhost/api/v1/users/me?account_id=acc_1");
    assertThat(text.headers().lines())
        .containsExactly("Accept: application/json", "X-API-KEY: ***");
    assertThat(text.body()).isNull();
    assertThat(BodyText.of(RequestBody.create("", null))).isEmpty();
  }

  @Test
  void aRequestThatHasNothingToSayShowsAnEmptyObject() {
    RequestText text = RequestText.of(LINKEDAPI.getAll());

    assertThat(text.body()).isEqualTo("{}");
    assertThat(text.headers()).contains("linked-api-token: ***").doesNotContain("linked_secret");
  }

  @Test
  void whatIsAskedIsTheSameAfterwards() throws IOException {
    ApiCall<?> call = LINKEDAPI.getAll();

    assertThat(RequestText.of(call)).isEqualTo(RequestText.of(call));
    assertThat(Objects.requireNonNull(call.request().body()).contentLength()).isEqualTo(2);
  }

  @Test
  void aSecretInTheQueryIsMasked() {
    assertThat(RequestText.url(HttpUrl.get("http://h/a?x=1&access_token=s&token=s&token=s2&y=%2F")))
        .isEqualTo("http://h/a?x=1&y=%2F&access_token=***&token=***");
    assertThat(RequestText.url(HttpUrl.get("http://h/a?x=1&y=%2F")))
        .isEqualTo("http://h/a?x=1&y=%2F");
  }

  @Test
  void aSecretInJsonIsMaskedHoweverDeep() {
    assertThat(
            json(
                "{\"id\": 12345678901234567890, \"identificationToken\": \"s\", \"a\":"
                    + " [{\"password\": {\"x\": 1}, \"n\": 1.50}], \"secret\": null}"))
        .isEqualTo(
            "{\"id\":12345678901234567890,\"identificationToken\":\"***\","
                + "\"a\":[{\"password\":\"***\",\"n\":1.5}],\"secret\":null}");
  }

  @Test
  void jsonWithoutASecretIsShownAsItIsSent() {
    String json = "{ \"a\" : 1.50, \"b\": \"the token\\n\" }";

    assertThat(json(json)).isEqualTo(json);
  }

  private static String json(String json) {
    return BodyText.of(RequestBody.create(json, MediaType.get("application/json")));
  }

  @Test
  void anotherBodyIsShownByItsDigest() {
    assertThat(BodyText.of(RequestBody.create("hello", MediaType.get("text/plain"))))
        .isEqualTo(
            "{\"content_type\":\"text/plain; charset=utf-8\",\"length\":5,\"sha256\":"
                + "\"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "proxy-authorization",
        "Cookie",
        "Set-Cookie",
        "X-API-KEY",
        "apiKey",
        "linked-api-token",
        "clientSecret",
        "smtp[password]"
      })
  void theseNamesAreOfSecrets(String name) {
    assertThat(SecretNames.has(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Idempotency-Key", "request_key", "profileUrns", "location[id]", "keyboard"})
  void theseNamesAreOfNone(String name) {
    assertThat(SecretNames.has(name)).isFalse();
  }

  @Test
  void everySecretOfTheSpecsIsKnownByItsName() throws IOException {
    List<String> secrets = new ArrayList<>();
    for (Provider provider : Providers.ALL) {
      secrets.addAll(secrets(provider.name()));
    }

    assertThat(secrets).contains("identificationToken", "token").allMatch(SecretNames::has);
  }

  // The property that a line belongs to is the next line above that is indented less.
  private static List<String> secrets(String provider) throws IOException {
    List<String> lines;
    try (InputStream spec =
        RequestTextTest.class.getResourceAsStream("/dev/roster/specs/" + provider + ".yaml")) {
      lines =
          new String(Objects.requireNonNull(spec).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList();
    }
    List<String> secrets = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("format: password")) {
        int above = i;
        while (indent(lines.get(above)) >= indent(lines.get(i))) {
          above--;
        }
        secrets.add(lines.get(above).strip().replace(":", ""));
      }
    }
    return secrets;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
