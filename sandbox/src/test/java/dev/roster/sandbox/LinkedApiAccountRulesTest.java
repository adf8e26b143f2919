package dev.roster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of Linked API about access, accounts and what a call on one account does. */
class LinkedApiAccountRulesTest {

  private final TestClock clock = new TestClock();
  private final Sandbox sandbox = Sandbox.start(0, clock);
  private final TestClient client = new TestClient(sandbox);
  private final String active = idWithStatus("active");
  private final String waiting = idWithStatus("reconnection_required");
  private final String frozen = idWithStatus("frozen");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  static List<String> operations() {
    return Spec.of(Provider.LINKEDAPI).operations().stream().map(Operation::name).toList();
  }

  @ParameterizedTest
  @MethodSource("operations")
  @DisplayName("Rule 1: every operation is a POST to /admin/accounts.<name>")
  void everyOperationIsAPost(String operation) {
    RequestBody empty = RequestBody.create("{}", TestClient.JSON);
    Request post = client.linkedapiRequest(operation, empty).build();
    assertThat(post.url().encodedPath()).isEqualTo("/linkedapi/admin/" + operation);
    assertThat(client.unchecked(post.newBuilder().get().build()).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @MethodSource("operations")
  @DisplayName("Rule 1: every operation needs a valid linked-api-token")
  void everyOperationNeedsAValidToken(String operation) {
    Request without =
        client.linkedapiRequest(operation, RequestBody.create("{}", TestClient.JSON)).build();
    Reply missing = client.checked(operation, without);
    assertThat(missing.status()).isEqualTo(401);
    assertThat(missing.errorType()).isEqualTo("linkedApiTokenRequired");

    Reply wrong =
        client.checked(
            operation, without.newBuilder().header("linked-api-token", "linked_wrong").build());
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.errorType()).isEqualTo("invalidLinkedApiToken");

    sandbox.control().expireCredential(Sandbox.LINKEDAPI_TOKEN);
    assertThat(client.linkedapi(operation, "{}").errorType()).isEqualTo("invalidLinkedApiToken");
  }

  @Test
  @DisplayName(
      "Rule 2: a success is {success, result}, and disconnect and cancel have an empty result")
  void successCarriesAResult() {
    assertThat(client.linkedapi("getAll").json().fieldNames())
        .toIterable()
        .containsExactly("success", "result");
    String session = client.createSession();
    assertThat(client.onSession("cancelConnectionSession", session).text())
        .isEqualTo("{\"success\":true,\"result\":{}}");
    assertThat(client.onAccount("disconnect", active).text())
        .isEqualTo("{\"success\":true,\"result\":{}}");
  }

  @Test
  @DisplayName("Rule 2: an error is {success:false, error:{type, message}}")
  void anErrorCarriesTypeAndMessage() {
    JsonNode error = client.onAccount("disconnect", "nobody").json();
    assertThat(error.fieldNames()).toIterable().containsExactly("success", "error");
    assertThat(error.get("success").asBoolean()).isFalse();
    assertThat(error.get("error").fieldNames()).toIterable().containsExactly("type", "message");
    assertThat(error.at("/error/message").asText()).isNotEmpty();
  }

  @Test
  @DisplayName("Rule 3: accounts are active, frozen or reconnection_required")
  void accountsHaveOneOfThreeStatuses() {
    assertThat(client.getAll().at("/accounts").findValuesAsText("status"))
        .hasSizeGreaterThanOrEqualTo(12)
        .containsOnly("active", "frozen", "reconnection_required")
        .contains("active", "frozen", "reconnection_required");
  }

  @Test
  @DisplayName(
      "Rule 4: reconnection fields exist exactly while an account waits for a reconnection")
  void reconnectionFieldsFollowTheStatus() {
    for (JsonNode account : client.getAll().get("accounts")) {
      boolean expected = account.get("status").asText().equals("reconnection_required");
      assertThat(account.has("reconnectionSessionId")).as(account.toString()).isEqualTo(expected);
      assertThat(account.has("reconnectionLink")).as(account.toString()).isEqualTo(expected);
    }
    sandbox.control().setAccountStatus(active, "reconnection_required");
    assertThat(client.account(active).has("reconnectionSessionId")).isTrue();
    sandbox.control().setAccountStatus(active, "frozen");
    assertThat(client.account(active).has("reconnectionSessionId")).isFalse();
    assertThat(client.account(active).has("reconnectionLink")).isFalse();
  }

  @Test
  @DisplayName("Rule 5: getAll creates the missing reconnection session once, and answers with it")
  void getAllCreatesAMissingReconnectionSession() {
    JsonNode first = client.account(waiting);
    String session = first.get("reconnectionSessionId").asText();
    assertThat(client.sessionStatus(session)).isEqualTo("pending");
    assertThat(first.get("reconnectionLink").asText()).endsWith("/connection/" + session);
    assertThat(client.account(waiting)).isEqualTo(first);
  }

  @Test
  @DisplayName(
      "Rule 6: avatarUrl and headline are null until they were read, everything else is a text")
  void onlyAvatarAndHeadlineCanBeNull() {
    JsonNode accounts = client.getAll().get("accounts");
    assertThat(accounts.findValues("avatarUrl"))
        .anyMatch(JsonNode::isNull)
        .anyMatch(JsonNode::isTextual);
    assertThat(accounts.findValues("headline"))
        .anyMatch(JsonNode::isNull)
        .anyMatch(JsonNode::isTextual);
    for (JsonNode account : accounts) {
      account
          .properties()
          .forEach(
              field -> {
                if (!Set.of("avatarUrl", "headline").contains(field.getKey())) {
                  assertThat(field.getValue().isTextual()).as(field.toString()).isTrue();
                }
              });
    }
  }

  @Test
  @DisplayName("Rule 19: a regenerated token is new each time, and getAll shows it at once")
  void regeneratedTokensAreNew() {
    String old = client.account(active).get("identificationToken").asText();
    String first =
        client.onAccount("regenerateIdentificationToken", active).result().get("token").asText();
    assertThat(client.account(active).get("identificationToken").asText()).isEqualTo(first);
    String second =
        client.onAccount("regenerateIdentificationToken", active).result().get("token").asText();
    assertThat(client.account(active).get("identificationToken").asText()).isEqualTo(second);
    assertThat(List.of(old, first, second)).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName(
      "Rule 20: a reparse answers with a workflow, and the profile changes when it has ended")
  void aReparseChangesTheProfileWhenItHasEnded() {
    sandbox
        .control()
        .setProfile(active, "Ada Byron", "https://www.linkedin.com/in/ada-byron", null, "Countess");
    JsonNode before = client.account(active);
    assertThat(client.onAccount("reparseAccountInfo", active).result().get("workflowId").asText())
        .isNotEmpty();
    assertThat(client.account(active)).isEqualTo(before);

    clock.advance(Duration.ofSeconds(1));
    JsonNode after = client.account(active);
    assertThat(after.get("name").asText()).isEqualTo("Ada Byron");
    assertThat(after.get("url").asText()).isEqualTo("https://www.linkedin.com/in/ada-byron");
    assertThat(after.get("headline").asText()).isEqualTo("Countess");
    assertThat(after.get("id")).isEqualTo(before.get("id"));
    assertThat(after.get("identificationToken")).isEqualTo(before.get("identificationToken"));
  }

  @Test
  @DisplayName("Rule 20: a control call ends a reparse early")
  void aControlCallEndsAReparse() {
    JsonNode before = client.account(active);
    client.onAccount("reparseAccountInfo", active);
    sandbox.control().finishReparse(active);
    assertThat(client.account(active).get("headline")).isNotEqualTo(before.get("headline"));
  }

  @Test
  @DisplayName("Rule 21: after a reparse avatarUrl and headline may still be null")
  void aReparseMayFindNothing() {
    sandbox.control().setProfile(active, "Ada", "https://www.linkedin.com/in/ada", null, null);
    client.onAccount("reparseAccountInfo", active);
    sandbox.control().finishReparse(active);
    assertThat(client.account(active).get("name").asText()).isEqualTo("Ada");
    assertThat(client.account(active).get("avatarUrl").isNull()).isTrue();
    assertThat(client.account(active).get("headline").isNull()).isTrue();
  }

  @Test
  @DisplayName(
      "Rule 21: the reparse of an account that does not work is accepted and changes nothing")
  void aReparseOfAnAccountThatDoesNotWorkChangesNothing() {
    for (String id : List.of(waiting, frozen)) {
      JsonNode before = client.account(id);
      assertThat(client.onAccount("reparseAccountInfo", id).result().has("workflowId")).isTrue();
      clock.advance(Duration.ofMinutes(1));
      assertThat(client.account(id)).isEqualTo(before);
    }
  }

  @Test
  @DisplayName(
      "Rule 22: disconnect removes an account for good, ends its session and frees its seat")
  void disconnectRemovesForGood() {
    String session = client.account(waiting).get("reconnectionSessionId").asText();
    sandbox.control().setSeats(12);
    assertThat(client.linkedapi("createConnectionSession").errorType())
        .isEqualTo("noAvailableSeats");

    client.onAccount("disconnect", waiting).result();
    assertThat(client.account(waiting).isMissingNode()).isTrue();
    assertThat(client.sessionStatus(session)).isEqualTo("cancelled");
    for (String operation :
        List.of("disconnect", "reparseAccountInfo", "createReconnectionSession")) {
      assertThat(client.onAccount(operation, waiting).errorType()).isEqualTo("accountNotFound");
    }
    String newSession = client.createSession();
    sandbox.control().advance(newSession, "success");
    assertThat(client.account(waiting).isMissingNode()).isTrue();
  }

  @Test
  @DisplayName("Rule 23: accounts and sessions of another tenant do not exist for a tenant")
  void tenantsDoNotSeeEachOther() {
    sandbox.control().addTenant("other", 3);
    TestClient other = client.as("other");
    List<String> mine = client.getAll().get("accounts").findValuesAsText("id");
    List<String> theirs = other.getAll().get("accounts").findValuesAsText("id");
    assertThat(theirs).hasSize(3).doesNotContainAnyElementsOf(mine);

    for (String operation :
        List.of(
            "disconnect",
            "regenerateIdentificationToken",
            "reparseAccountInfo",
            "createReconnectionSession")) {
      Reply reply = other.onAccount(operation, mine.get(0));
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.errorType()).isEqualTo("accountNotFound");
    }
    String session = client.createSession();
    for (String operation : List.of("getConnectionSession", "cancelConnectionSession")) {
      Reply reply = other.onSession(operation, session);
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.errorType()).isEqualTo("sessionNotFound");
    }
    assertThat(other.getAll().get("pendingConnectionSessions").findValuesAsText("sessionId"))
        .doesNotContain(session);
  }

  @Test
  @DisplayName(
      "Rule 23: a missing account id is accountIdRequired, a missing session id invalidRequestPayload")
  void missingIdsAreRefused() {
    for (String body : List.of("", "{}", "{\"accountId\":\"\"}", "{\"accountId\":null}")) {
      Reply reply = client.linkedapi("disconnect", body);
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.errorType()).isEqualTo("accountIdRequired");
    }
    for (String body : List.of("", "{}", "{\"sessionId\":7}", "[]", "{\"sessionId\":")) {
      Reply reply = client.linkedapi("getConnectionSession", body);
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.errorType()).isEqualTo("invalidRequestPayload");
    }
  }

  @Test
  @DisplayName("Rule 24: more requests than a limit allows are tooManyRequests")
  void aRateLimitAnswersTooManyRequests() {
    sandbox.control().limit("accounts.getAll", 2, Duration.ofSeconds(10));
    client.getAll();
    clock.advance(Duration.ofSeconds(6));
    client.getAll();
    Reply third = client.linkedapi("getAll");
    assertThat(third.status()).isEqualTo(429);
    assertThat(third.errorType()).isEqualTo("tooManyRequests");
    assertThat(client.createSession()).isNotEmpty();

    clock.advance(Duration.ofSeconds(4));
    client.getAll();
    assertThat(client.linkedapi("getAll").errorType()).isEqualTo("tooManyRequests");
  }

  @Test
  @DisplayName("Rule 25: a frozen account is still listed and has freed its seat")
  void freezingFreesTheSeat() {
    sandbox.control().setSeats(12);
    assertThat(client.linkedapi("createConnectionSession").errorType())
        .isEqualTo("noAvailableSeats");
    sandbox.control().setAccountStatus(active, "frozen");
    assertThat(client.account(active).get("status").asText()).isEqualTo("frozen");
    assertThat(client.createSession()).isNotEmpty();
  }

  @Test
  void connectedAtIsAnInstantWithMilliseconds() {
    List<Instant> instants = new ArrayList<>();
    client
        .getAll()
        .get("accounts")
        .findValuesAsText("connectedAt")
        .forEach(text -> instants.add(Instant.parse(text)));
    assertThat(instants)
        .hasSize(12)
        .doesNotHaveDuplicates()
        .allMatch(instant -> instant.isBefore(clock.instant()));
    assertThat(client.account(active).get("connectedAt").asText())
        .isEqualTo("2026-11-01T08:08:30.123Z");
  }

  private String idWithStatus(String status) {
    return sandbox.control().accounts().linkedapi().stream()
        .filter(account -> account.status().equals(status))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
