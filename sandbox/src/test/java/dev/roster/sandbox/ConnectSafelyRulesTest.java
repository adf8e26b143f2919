package dev.roster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of ConnectSafely. */
class ConnectSafelyRulesTest {

  private static final String COMPANY = "105672170";
  private static final String FOREIGN_COMPANY = "105672172";
  private static final String OPERATION = "followInvitations.send";

  private final Sandbox sandbox = Sandbox.start();
  private final TestClient client = new TestClient(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  @DisplayName("Rule 26: a missing, wrong or expired bearer key is a 401 with {error}")
  void theKeyIsNeeded() {
    Request without = request(COMPANY).build();
    Request wrong = request(COMPANY).header("Authorization", "Bearer cs_wrong").build();
    Request otherScheme =
        request(COMPANY).header("Authorization", "Basic " + Sandbox.CONNECTSAFELY_KEY).build();
    Request otherProvider =
        request(COMPANY).header("Authorization", "Bearer " + Sandbox.POSTPRESS_KEY).build();
    for (Request request : List.of(without, wrong, otherScheme, otherProvider)) {
      Reply reply = client.checked(OPERATION, request);
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.json().fieldNames()).toIterable().containsExactly("error");
    }
    sandbox.control().expireCredential(Sandbox.CONNECTSAFELY_KEY);
    assertThat(client.invite(COMPANY, urn(1)).status()).isEqualTo(401);
    sandbox.control().restoreCredential(Sandbox.CONNECTSAFELY_KEY);
    assertThat(client.invite(COMPANY, urn(1)).status()).isEqualTo(200);
  }

  @Test
  @DisplayName(
      "Rule 27: the acting account is the one named or the default one, and the answer names it")
  void theAnswerNamesTheActingAccount() {
    assertThat(client.invite(COMPANY, urn(1)).json().get("accountId").asText())
        .isEqualTo("cs_account_1");
    String body = "{\"accountId\":\"cs_account_2\",\"profileUrns\":[\"" + urn(2) + "\"]}";
    assertThat(client.sendInvitations(COMPANY, body).json().get("accountId").asText())
        .isEqualTo("cs_account_2");
    Reply unknown = client.sendInvitations(COMPANY, body.replace("cs_account_2", "nobody"));
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.json().get("error").asText()).contains("accountId");
  }

  @Test
  @DisplayName("Rule 28: without Super Admin access the whole request is a 403 and invites nobody")
  void superAdminAccessIsNeeded() {
    Reply refused = client.invite(FOREIGN_COMPANY, urn(1), urn(2));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().get("error").asText()).isNotEmpty();
    assertThat(client.invite("1", urn(1)).status()).isEqualTo(403);

    sandbox.control().setSuperAdmin(FOREIGN_COMPANY, true);
    assertThat(client.invite(FOREIGN_COMPANY, urn(1), urn(2)).json().get("totalSuccessful").asInt())
        .isEqualTo(2);
  }

  @Test
  @DisplayName("Rule 29: 50 URNs are accepted, 51 and none are a 400")
  void aRequestHasOneToFiftyUrns() {
    assertThat(client.invite(COMPANY, urns(50)).json().get("totalSuccessful").asInt())
        .isEqualTo(50);
    assertThat(client.invite("105672171", urns(51)).status()).isEqualTo(400);
    assertThat(client.invite("105672171", urns(50)).json().get("totalSuccessful").asInt())
        .isEqualTo(50);
    for (String body :
        List.of(
            "{\"profileUrns\":[]}", "{}", "", "{\"profileUrns\":\"x\"}", "{\"profileUrns\":[1]}")) {
      Reply reply = client.sendInvitations(COMPANY, body);
      assertThat(reply.status()).as(body).isEqualTo(400);
      assertThat(reply.json().get("error").asText()).isNotEmpty();
    }
    assertThat(client.invite("northwind", urn(1)).status()).isEqualTo(400);
  }

  @Test
  @DisplayName(
      "Rule 30: there is one result for each URN in the order of the request, and the totals add up")
  void thereIsAResultForEachUrn() {
    JsonNode json = client.invite(COMPANY, urn(1), "nonsense", urn(2)).json();
    assertThat(json.get("success").asBoolean()).isTrue();
    assertThat(json.get("companyId").asText()).isEqualTo(COMPANY);
    assertThat(json.get("totalRequested").asInt()).isEqualTo(3);
    assertThat(json.get("totalSuccessful").asInt()).isEqualTo(2);
    assertThat(json.get("totalFailed").asInt()).isEqualTo(1);
    assertThat(json.get("results").findValuesAsText("profileUrn"))
        .containsExactly(urn(1), "nonsense", urn(2));
    assertThat(json.get("results").findValuesAsText("success"))
        .containsExactly("true", "false", "true");
    assertThat(json.at("/results/1/error").asText()).isEqualTo("The profile URN is malformed.");
  }

  @Test
  @DisplayName("Rule 30: success is false, under 200, when every invitation failed")
  void successIsFalseWhenAllFailed() {
    Reply reply = client.invite(COMPANY, "nonsense");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().get("success").asBoolean()).isFalse();
    assertThat(reply.json().get("totalFailed").asInt()).isEqualTo(1);
  }

  @Test
  @DisplayName("Rule 30: the company of the path wins over the one of the body")
  void theCompanyOfThePathWins() {
    String body =
        "{\"companyId\":\"%s\",\"profileUrns\":[\"%s\"]}".formatted(FOREIGN_COMPANY, urn(1));
    Reply reply = client.sendInvitations(COMPANY, body);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().get("companyId").asText()).isEqualTo(COMPANY);
  }

  @Test
  @DisplayName("Rule 31: a sent invitation is SENT, and a repeated one fails by itself")
  void aRepeatedInvitationFails() {
    JsonNode first = client.invite(COMPANY, urn(1), urn(1)).json().get("results");
    assertThat(first.at("/0/status").asText()).isEqualTo("SENT");
    assertThat(first.at("/0").has("error")).isFalse();
    assertThat(first.at("/1/success").asBoolean()).isFalse();
    assertThat(first.at("/1/status").asText()).isNotEqualTo("SENT");

    JsonNode second = client.invite(COMPANY, urn(1), urn(2)).json().get("results");
    assertThat(second.findValuesAsText("success")).containsExactly("false", "true");
    assertThat(client.invite("105672171", urn(1)).json().at("/results/0/success").asBoolean())
        .isTrue();
  }

  @Test
  @DisplayName("Rule 32: the documented 500 can be injected and invites nobody")
  void theServerErrorCanBeInjected() {
    sandbox.control().fault(Fault.on(OPERATION).status(500));
    Reply reply = client.invite(COMPANY, urn(1));
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.text()).isEqualTo("{\"error\":\"Failed to send company follow invitations\"}");
    assertThat(client.invite(COMPANY, urn(1)).json().get("success").asBoolean()).isTrue();
  }

  private Request.Builder request(String companyId) {
    return new Request.Builder()
        .url(sandbox.connectsafelyUrl() + "/organizations/" + companyId + "/follow-invitations")
        .post(RequestBody.create("{\"profileUrns\":[\"" + urn(1) + "\"]}", TestClient.JSON));
  }

  private static String urn(int number) {
    return "urn:li:fsd_profile:ACoAA" + number;
  }

  private static String[] urns(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(ConnectSafelyRulesTest::urn)
        .toArray(String[]::new);
  }
}
