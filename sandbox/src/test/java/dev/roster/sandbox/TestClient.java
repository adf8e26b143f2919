package dev.roster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to a sandbox as any HTTP client would, and checks every provider's answer against
 * its document.
 */
final class TestClient {

  static final MediaType JSON = MediaType.get("application/json");

  private static final OkHttpClient HTTP =
      new OkHttpClient.Builder()
          .retryOnConnectionFailure(false)
          .followRedirects(false)
          .readTimeout(Duration.ofMinutes(1))
          .build();

  private final Sandbox sandbox;
  private String linkedapiToken = Sandbox.LINKEDAPI_TOKEN;
  private String connectsafelyKey = Sandbox.CONNECTSAFELY_KEY;
  private String postpressKey = Sandbox.POSTPRESS_KEY;

  TestClient(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** A client of the same sandbox for another tenant. */
  TestClient as(String tenant) {
    TestClient other = new TestClient(sandbox);
    other.linkedapiToken = "linked_" + tenant;
    other.connectsafelyKey = "cs_" + tenant;
    other.postpressKey = "pp_" + tenant;
    return other;
  }

  // ---- Linked API ----

  Reply linkedapi(String operation) {
    return linkedapi(operation, "");
  }

  Reply linkedapi(String operation, String body) {
    Request request =
        linkedapiRequest(operation, RequestBody.create(body, JSON))
            .header("linked-api-token", linkedapiToken)
            .build();
    return checked(operation, request);
  }

  /** A request to Linked API without a credential. */
  Request.Builder linkedapiRequest(String operation, RequestBody body) {
    String path = Spec.operation(operation).path();
    return new Request.Builder().url(sandbox.linkedapiUrl() + path).post(body);
  }

  Reply onAccount(String operation, String accountId) {
    return linkedapi(operation, Answer.object().put("accountId", accountId).toString());
  }

  Reply onSession(String operation, String sessionId) {
    return linkedapi(operation, Answer.object().put("sessionId", sessionId).toString());
  }

  JsonNode getAll() {
    return linkedapi("getAll").result();
  }

  /** An account as getAll shows it; a missing node when it does not. */
  JsonNode account(String id) {
    for (JsonNode account : getAll().get("accounts")) {
      if (account.get("id").asText().equals(id)) {
        return account;
      }
    }
    return JsonNodeFactory.instance.missingNode();
  }

  String createSession() {
    return linkedapi("createConnectionSession").result().get("sessionId").asText();
  }

  String sessionStatus(String sessionId) {
    return onSession("getConnectionSession", sessionId).result().at("/session/status").asText();
  }

  // ---- ConnectSafely ----

  Reply invite(String companyId, String... profileUrns) {
    return checked("followInvitations.send", invitation(companyId, profileUrns));
  }

  Request invitation(String companyId, String... profileUrns) {
    ObjectNode body = Answer.object();
    for (String urn : profileUrns) {
      body.withArray("/profileUrns").add(urn);
    }
    return invitationOf(companyId, body.toString());
  }

  Reply sendInvitations(String companyId, String body) {
    return checked("followInvitations.send", invitationOf(companyId, body));
  }

  private Request invitationOf(String companyId, String body) {
    return new Request.Builder()
        .url(sandbox.connectsafelyUrl() + "/organizations/" + companyId + "/follow-invitations")
        .header("Authorization", "Bearer " + connectsafelyKey)
        .post(RequestBody.create(body, JSON))
        .build();
  }

  // ---- postpress ----

  Reply profile(String accountId) {
    HttpUrl url =
        HttpUrl.get(sandbox.postpressUrl() + "/users/me")
            .newBuilder()
            .addQueryParameter("account_id", accountId)
            .build();
    return checked(
        "ownProfile.get", new Request.Builder().url(url).header("X-API-KEY", postpressKey).build());
  }

  /** Sends an edit of text fields, given as names and values in turn. */
  Reply edit(String accountId, String... namesAndValues) {
    MultipartBody.Builder form = form(accountId);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.addFormDataPart(namesAndValues[i], namesAndValues[i + 1]);
    }
    return edit(form.build());
  }

  static MultipartBody.Builder form(String accountId) {
    return new MultipartBody.Builder()
        .setType(MultipartBody.FORM)
        .addFormDataPart("type", "LINKEDIN")
        .addFormDataPart("account_id", accountId);
  }

  Reply edit(RequestBody body) {
    Request request =
        new Request.Builder()
            .url(sandbox.postpressUrl() + "/users/me/edit")
            .header("X-API-KEY", postpressKey)
            .patch(body)
            .build();
    return checked("ownProfile.edit", request);
  }

  // ---- any ----

  /**
   * Sends a request to an operation and checks that the answer is one that its document describes.
   */
  Reply checked(String operation, Request request) {
    Reply reply = unchecked(request);
    Operation described = Spec.operation(operation);
    for (Provider provider : Provider.values()) {
      if (Spec.of(provider).operations().contains(described)) {
        assertThat(violations(Spec.of(provider), described, reply)).as(reply.text()).isEmpty();
      }
    }
    return reply;
  }

  /**
   * What is wrong with an answer by the document, the description of its status or else the default
   * one.
   */
  static List<String> violations(Spec spec, Operation operation, Reply reply) {
    assertThat(reply.headers().get("Content-Type")).isEqualTo("application/json");
    String status = Integer.toString(reply.status());
    String responses = operation.pointer() + "/responses/";
    boolean described = operation.node().path("responses").has(status);
    return spec.violations(
        responses + (described ? status : "default") + "/content/application~1json/schema",
        reply.json());
  }

  /** Sends a request whose answer is on purpose not the one of the document. */
  Reply unchecked(Request request) {
    try (Response response = HTTP.newCall(request).execute()) {
      return new Reply(response.code(), response.headers(), response.body().string());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Reply control(String method, String path, @Nullable String body) {
    RequestBody requestBody = body == null ? null : RequestBody.create(body, JSON);
    return unchecked(
        new Request.Builder().url(sandbox.controlUrl() + path).method(method, requestBody).build());
  }

  static Request get(URI url) {
    return new Request.Builder().url(url.toString()).build();
  }
}
