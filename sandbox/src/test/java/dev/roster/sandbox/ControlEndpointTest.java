package dev.roster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The control calls over HTTP. */
class ControlEndpointTest {

  private static final String FIRST = "acc00000-0000-4000-8000-000000000001";
  private static final String WAITING = "acc00000-0000-4000-8000-000000000009";

  private final TestClock clock = new TestClock();
  private final Sandbox sandbox = Sandbox.start(0, clock);
  private final TestClient client = new TestClient(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void sessionsAdvance() {
    String session = client.createSession();
    String body = "{\"sessionId\":\"" + session + "\"}";
    assertThat(post("/sessions/advance", body).get("status").asText()).isEqualTo("preparing");
    assertThat(
            post(
                    "/sessions/advance",
                    body.replace("}", ",\"status\":\"success\",\"countryCode\":\"NL\"}"))
                .get("status")
                .asText())
        .isEqualTo("success");
    assertThat(client.sessionStatus(session)).isEqualTo("success");
    assertThat(client.getAll().at("/accounts/12/countryCode").asText()).isEqualTo("NL");
  }

  @Test
  void accountsChangeTheirStatus() {
    post("/accounts/" + FIRST + "/status", "{\"status\":\"frozen\"}");
    assertThat(client.account(FIRST).get("status").asText()).isEqualTo("frozen");
  }

  @Test
  void faultsHappen() {
    post(
        "/faults",
        """
        {"operation": "ownProfile.get", "count": 2, "status": 429, "errorType": "errors/too_many_requests",
         "latencyMillis": 1, "retryAfterSeconds": 3}
        """);
    assertThat(client.profile("acc_linkedin_1").headers().get("Retry-After")).isEqualTo("3");
    assertThat(client.profile("acc_linkedin_1").status()).isEqualTo(429);
    assertThat(client.profile("acc_linkedin_1").status()).isEqualTo(200);
    post("/faults", "{\"operation\":\"getOwnProfile\",\"errorType\":\"errors/network_down\"}");
    assertThat(client.control("DELETE", "/faults", null).status()).isEqualTo(200);
    assertThat(client.profile("acc_linkedin_1").status()).isEqualTo(200);
  }

  @Test
  void randomFaultsHappen() {
    post(
        "/faults/random",
        """
        {"seed": 7, "percent": 100, "faults": [{"operation": "getOwnProfile", "status": 503}]}
        """);
    assertThat(client.profile("acc_linkedin_1").status()).isEqualTo(503);
    assertThat(client.profile("acc_linkedin_2").status()).isEqualTo(503);
    client.control("DELETE", "/faults", null);
    assertThat(client.profile("acc_linkedin_1").status()).isEqualTo(200);
  }

  @Test
  void trafficIsCounted() {
    client.profile("acc_linkedin_1");
    JsonNode traffic = client.control("GET", "/traffic", null).json();
    assertThat(traffic.get("openConnections").asInt()).isPositive();
    assertThat(traffic.get("callsUnderWay").asInt()).isZero();
  }

  @Test
  void connectionsAreCut() {
    post("/faults", "{\"operation\":\"editOwnProfile\",\"cut\":\"after\"}");
    post("/faults", "{\"operation\":\"editOwnProfile\",\"cut\":\"before\"}");
    for (int i = 0; i < 2; i++) {
      try {
        client.edit("acc_linkedin_1", "headline", "cut " + i);
      } catch (UncheckedIOException expected) {
        continue;
      }
      throw new AssertionError("The connection was not cut");
    }
    assertThat(client.profile("acc_linkedin_1").json().get("headline").asText()).isEqualTo("cut 0");
  }

  @Test
  void limitsApplyAndAreForgotten() {
    post(
        "/limits",
        "{\"operation\":\"followInvitations.send\",\"requests\":1,\"windowMillis\":60000}");
    assertThat(client.invite("105672170", "urn:li:fsd_profile:A").status()).isEqualTo(200);
    assertThat(client.invite("105672170", "urn:li:fsd_profile:B").status()).isEqualTo(429);
    client.control("DELETE", "/limits", null);
    assertThat(
            client
                .invite("105672170", "urn:li:fsd_profile:B")
                .json()
                .get("totalSuccessful")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void requestsAreListedOldestFirst() {
    client.getAll();
    client.profile("nobody");
    client.unchecked(TestClient.get(sandbox.postpressUrl().resolve("v1/nothing")));
    JsonNode requests = client.control("GET", "/requests", null).json();
    assertThat(requests).hasSize(3);
    assertThat(requests.get(0).fieldNames())
        .toIterable()
        .containsExactly("time", "operation", "method", "path", "status");
    assertThat(Instant.parse(requests.at("/0/time").asText())).isEqualTo(TestClock.START);
    assertThat(requests.findValuesAsText("operation"))
        .containsExactly("accounts.getAll", "ownProfile.get", "unknown");
    assertThat(requests.findValuesAsText("method")).containsExactly("POST", "GET", "GET");
    assertThat(requests.findValuesAsText("path"))
        .containsExactly(
            "/linkedapi/admin/accounts.getAll",
            "/postpress/api/v1/users/me",
            "/postpress/api/v1/nothing");
    assertThat(requests.findValuesAsText("status")).containsExactly("200", "404", "404");

    client.control("DELETE", "/requests", null);
    assertThat(client.control("GET", "/requests", null).json()).isEmpty();
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void accountsAreListed() {
    JsonNode accounts = client.control("GET", "/accounts", null).json();
    assertThat(accounts.at("/linkedapi/0"))
        .isEqualTo(Answer.object().put("id", FIRST).put("status", "active"));
    assertThat(accounts.get("linkedapi")).hasSize(12);
    assertThat(accounts.at("/postpress/0"))
        .isEqualTo(Answer.object().put("account_id", "acc_linkedin_1").put("provider", "LINKEDIN"));
    assertThat(accounts.get("postpress").findValuesAsText("provider"))
        .contains("LINKEDIN", "TELEGRAM", "TWITTER", "GMAIL", "OUTLOOK", "IMAP");
    assertThat(accounts.at("/connectsafely/2"))
        .isEqualTo(Answer.object().put("company_id", "105672172").put("super_admin", false));
    assertThat(accounts.get("connectsafely").findValuesAsText("super_admin"))
        .containsExactly("true", "true", "false");
  }

  @Test
  void aResetStartsOver() {
    client.edit("acc_linkedin_1", "headline", "Changed");
    post("/faults", "{\"operation\":\"getAll\",\"status\":429}");
    post("/limits", "{\"operation\":\"getAll\",\"requests\":0,\"windowMillis\":60000}");
    post("/settings", "{\"seats\":0,\"editLimit\":0}");
    post("/reset", "{\"accounts\":3}");

    assertThat(sandbox.requests()).isEmpty();
    assertThat(client.getAll().get("accounts")).hasSize(3);
    assertThat(client.createSession()).isNotEmpty();
    assertThat(client.profile("acc_linkedin_1").json().get("headline").asText())
        .isEqualTo("Founder at Northwind");
    assertThat(client.profile("acc_linkedin_4").status()).isEqualTo(404);
    assertThat(client.edit("acc_linkedin_1", "headline", "Changed").status()).isEqualTo(200);
    assertThat(client.control("POST", "/reset", "").json().get("accounts").asInt()).isEqualTo(12);
    assertThat(client.getAll().get("accounts")).hasSize(12);
  }

  @Test
  void settingsAndSwitchesApply() {
    post("/settings", "{\"dailyConnectionAttempts\":0}");
    assertThat(client.linkedapi("createConnectionSession").errorType())
        .isEqualTo("dailyConnectionAttemptsExceeded");
    post(
        "/settings",
        "{\"dailyConnectionAttempts\":9,\"sessionStepMillis\":1000,\"newAccountDelayMillis\":500}");
    String session = client.createSession();
    clock.advance(Duration.ofSeconds(1));
    assertThat(client.sessionStatus(session)).isEqualTo("preparing");
    post(
        "/settings",
        "{\"sessionStepMillis\":null,\"repeatedEditsRefused\":true,\"editLimit\":1,\"seats\":1}");
    clock.advance(Duration.ofSeconds(9));
    assertThat(client.sessionStatus(session)).isEqualTo("preparing");
    client.edit("acc_linkedin_1", "headline", "x");
    assertThat(client.edit("acc_linkedin_1", "headline", "x").errorType())
        .isEqualTo("errors/action_already_performed");
    assertThat(client.edit("acc_linkedin_1", "headline", "y").errorType())
        .isEqualTo("errors/limit_exceeded");

    post(
        "/accounts/" + WAITING + "/switches",
        "{\"reconnectable\":false,\"pendingProxyChange\":true}");
    assertThat(client.onAccount("createReconnectionSession", WAITING).errorType())
        .isEqualTo("invalidRequestPayload");
    post("/accounts/acc_linkedin_1/error", "{\"errorType\":\"errors/disconnected_account\"}");
    assertThat(client.profile("acc_linkedin_1").errorType())
        .isEqualTo("errors/disconnected_account");
    post("/accounts/acc_linkedin_1/error", "{\"errorType\":null}");
    assertThat(client.profile("acc_linkedin_1").status()).isEqualTo(200);
    post("/companies/105672172", "{\"super_admin\":true}");
    assertThat(client.invite("105672172", "urn:li:fsd_profile:A").status()).isEqualTo(200);
  }

  @Test
  void aReparseEndsWithTheProfileThatWasSet() {
    post(
        "/accounts/" + FIRST + "/profile",
        "{\"name\":\"Ada"
            + " B.\",\"url\":\"https://www.linkedin.com/in/ada\",\"avatarUrl\":null,\"headline\":\"CEO\"}");
    client.onAccount("reparseAccountInfo", FIRST);
    post("/accounts/" + FIRST + "/finish-reparse", "");
    JsonNode account = client.account(FIRST);
    assertThat(account.get("name").asText()).isEqualTo("Ada B.");
    assertThat(account.get("headline").asText()).isEqualTo("CEO");
    assertThat(account.get("avatarUrl").isNull()).isTrue();
  }

  @Test
  void tenantsAndCredentialsAreManaged() {
    JsonNode credentials = post("/tenants", "{\"name\":\"other\",\"accounts\":2}");
    assertThat(credentials.get("linkedapi").asText()).isEqualTo("linked_other");
    assertThat(client.as("other").getAll().get("accounts")).hasSize(2);
    assertThat(client.control("GET", "/accounts?tenant=other", null).json().get("linkedapi"))
        .hasSize(2);
    post("/credentials", "{\"credential\":\"pp_other\",\"state\":\"unscoped\"}");
    assertThat(client.as("other").profile("acc_other_linkedin_1").errorType())
        .isEqualTo("errors/insufficient_privileges");
    post("/credentials", "{\"credential\":\"pp_other\",\"state\":\"valid\"}");
    assertThat(client.as("other").profile("acc_other_linkedin_1").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/sessions/advance | {} | The field \"sessionId\" is missing.",
        "/sessions/advance | {\"sessionId\":\"x\"} | There is no connection session x.",
        "/sessions/advance | {\"sessionId\":7} | The field \"sessionId\" must be a text.",
        "/sessions/advance | nonsense | The body is not JSON",
        "/sessions/advance | [] | The body must be a JSON object.",
        "/accounts/x/status | {\"status\":\"active\"} | Linked API has no account x.",
        "/accounts/x/status | {\"status\":\"melted\"} | Unknown account status \"melted\".",
        "/accounts/x/error | {\"errorType\":null} | postpress has no account x.",
        "/accounts/acc_linkedin_1/error | {\"errorType\":\"errors/limit_exceeded\"} | Unknown error"
            + " type",
        "/faults | {\"operation\":\"accounts.getNone\"} | Unknown operation \"accounts.getNone\"."
            + " Known are [accounts.getAll",
        "/faults | {\"operation\":\"getAll\",\"cut\":\"during\"} | Unknown cut \"during\". Use"
            + " before, after, headers or middle.",
        "/faults | {\"operation\":\"getAll\",\"count\":0} | A fault's count must be at least 1, not"
            + " 0.",
        "/faults | {\"operation\":\"getAll\",\"latency\":5} | Unknown fields [latency]. Known are",
        "/faults | {\"operation\":\"getAll\",\"errorType\":\"errors/limit_exceeded\"} |"
            + " accounts.getAll documents no error type",
        "/faults/random | {\"seed\":1,\"percent\":101,\"faults\":[{\"operation\":\"getAll\"}]} |"
            + " The percent of random faults must be from 0 to 100, not 101.",
        "/faults/random | {\"seed\":1,\"percent\":10,\"faults\":[]} | Random faults need at least"
            + " one fault.",
        "/faults/random | {\"seed\":1,\"percent\":10} | The field \"faults\" must be a list.",
        "/faults/random | {\"seed\":1,\"percent\":10,\"faults\":[\"getAll\"]} | The list \"faults\""
            + " must hold objects.",
        "/faults/random |"
            + " {\"seed\":1,\"percent\":10,\"faults\":[{\"operation\":\"getAll\",\"count\":2}]} |"
            + " Unknown fields [count].",
        "/limits | {\"operation\":\"getAll\",\"requests\":1} | The field \"windowMillis\" is"
            + " missing.",
        "/limits | {\"operation\":\"getAll\",\"requests\":1,\"windowMillis\":0} | A limit's window"
            + " must be longer",
        "/reset | {\"accounts\":-1} | The number of accounts must not be negative",
        "/reset | {\"accounts\":\"many\"} | The field \"accounts\" must be a whole number.",
        "/settings | {\"seat\":1} | Unknown fields [seat].",
        "/tenants | {\"name\":\"sandbox\"} | There is a tenant sandbox already.",
        "/tenants | {\"name\":\"A B\"} | A tenant's name must match",
        "/credentials | {\"credential\":\"x\",\"state\":\"valid\"} | The credential is not known to"
            + " the sandbox.",
        "/credentials | {\"credential\":\"cs_sandbox\",\"state\":\"unscoped\"} | Only keys of"
            + " postpress have scopes."
      })
  void wrongCallsAreA400WithASentence(String path, String body, String message) {
    Reply reply = client.control("POST", path, body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("error").asText()).startsWith(message);
  }

  @Test
  void unknownControlCallsAreA404() {
    for (String path : new String[] {"/nothing", "/accounts/x/nothing", "/accounts/x", ""}) {
      Reply reply = client.control("POST", path, "{}");
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.json().get("error").asText()).startsWith("There is no control call POST");
    }
    assertThat(client.control("GET", "/reset", null).status()).isEqualTo(404);
  }

  private JsonNode post(String path, String body) {
    Reply reply = client.control("POST", path, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }
}
