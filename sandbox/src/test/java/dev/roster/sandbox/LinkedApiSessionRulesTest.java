package dev.roster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of Linked API about the sessions that connect and reconnect accounts. */
class LinkedApiSessionRulesTest {

  private final TestClock clock = new TestClock();
  private final Sandbox sandbox = Sandbox.start(0, clock);
  private final TestClient client = new TestClient(sandbox);
  private final Control control = sandbox.control();
  private final String waiting =
      control.accounts().linkedapi().stream()
          .filter(account -> account.status().equals("reconnection_required"))
          .findFirst()
          .orElseThrow()
          .id();

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  @DisplayName("Rule 7: a session goes pending, preparing, serving, streaming, success")
  void aSessionGoesForwardStepByStep() {
    String session = client.createSession();
    assertThat(client.sessionStatus(session)).isEqualTo("pending");
    for (String next : List.of("preparing", "serving", "streaming", "success")) {
      assertThat(control.advance(session)).isEqualTo(next);
      assertThat(client.sessionStatus(session)).isEqualTo(next);
    }
  }

  @Test
  @DisplayName("Rule 7: a session never goes back")
  void aSessionNeverGoesBack() {
    String session = client.createSession();
    control.advance(session, "serving");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> control.advance(session, "pending"))
        .withMessage("Session " + session + " is serving and cannot become pending.");
    assertThat(client.sessionStatus(session)).isEqualTo("serving");
  }

  @ParameterizedTest
  @ValueSource(strings = {"success", "expired", "error", "cancelled"})
  @DisplayName(
      "Rule 7: success, expired, error and cancelled are reached from any unfinished state and are final")
  void finalStatusesStay(String end) {
    for (String from : List.of("pending", "preparing", "serving", "streaming")) {
      String session = client.createSession();
      if (!from.equals("pending")) {
        control.advance(session, from);
      }
      control.advance(session, end);
      assertThat(client.sessionStatus(session)).isEqualTo(end);
      assertThatIllegalArgumentException().isThrownBy(() -> control.advance(session));
      assertThatIllegalArgumentException().isThrownBy(() -> control.advance(session, "error"));
      assertThat(client.sessionStatus(session)).isEqualTo(end);
    }
  }

  @Test
  void theSessionStatusesAreThoseOfTheSpec() {
    assertThat(Spec.of(Provider.LINKEDAPI).at("/components/schemas/ConnectionSessionStatus/enum"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(
            List.of(SessionStatus.values()).stream().map(SessionStatus::wire).toList());
  }

  @Test
  @DisplayName("Rule 8: a new session has an id and a link, is initial and pending, and is listed")
  void aNewSessionIsPendingAndListed() {
    JsonNode created = client.linkedapi("createConnectionSession").result();
    String session = created.get("sessionId").asText();
    assertThat(created.get("connectionLink").asText()).endsWith("/connection/" + session);
    JsonNode read = client.onSession("getConnectionSession", session).result().get("session");
    assertThat(read.get("sessionId").asText()).isEqualTo(session);
    assertThat(read.get("status").asText()).isEqualTo("pending");
    assertThat(read.get("type").asText()).isEqualTo("initial");
    assertThat(pending().findValuesAsText("sessionId")).contains(session);
  }

  @Test
  @DisplayName("Rule 8: only unfinished initial sessions are listed, with their status")
  void onlyUnfinishedInitialSessionsAreListed() {
    String reconnection = client.account(waiting).get("reconnectionSessionId").asText();
    String session = client.createSession();
    control.advance(session, "streaming");
    assertThat(pending().findValuesAsText("sessionId"))
        .contains(session)
        .doesNotContain(reconnection);
    assertThat(pending().findValuesAsText("status")).contains("streaming");
    control.advance(session, "expired");
    assertThat(pending().findValuesAsText("sessionId")).doesNotContain(session);
  }

  @Test
  @DisplayName(
      "Rule 9: active and waiting accounts and unfinished sessions take seats, frozen accounts do not")
  void seatsRunOut() {
    // 8 active and 2 waiting accounts and 2 pending sessions take 12 seats.
    control.setSeats(13);
    String session = client.createSession();
    Reply refused = client.linkedapi("createConnectionSession");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.errorType()).isEqualTo("noAvailableSeats");

    control.advance(session, "success");
    assertThat(client.linkedapi("createConnectionSession").errorType())
        .isEqualTo("noAvailableSeats");
    control.setSeats(14);
    assertThat(client.createSession()).isNotEmpty();
  }

  @Test
  @DisplayName("Rule 10: too many attempts within 24 hours are refused, cancelled ones count")
  void dailyAttemptsRunOut() {
    control.setDailyConnectionAttempts(2);
    client.onSession("cancelConnectionSession", client.createSession()).result();
    clock.advance(Duration.ofHours(12));
    client.createSession();
    Reply refused = client.linkedapi("createConnectionSession");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.errorType()).isEqualTo("dailyConnectionAttemptsExceeded");

    clock.advance(Duration.ofHours(12));
    client.createSession();
    assertThat(client.linkedapi("createConnectionSession").errorType())
        .isEqualTo("dailyConnectionAttemptsExceeded");
  }

  @Test
  @DisplayName(
      "Rule 10: reconnections count as no attempt, and the daily limit is reported before the seats")
  void reconnectionsAreNoAttempts() {
    control.setDailyConnectionAttempts(0);
    control.setSeats(0);
    assertThat(client.linkedapi("createConnectionSession").errorType())
        .isEqualTo("dailyConnectionAttemptsExceeded");
    assertThat(client.onAccount("createReconnectionSession", waiting).status()).isEqualTo(200);
  }

  @Test
  @DisplayName(
      "Rule 11: a session that succeeds becomes an account whose profile nobody has read yet")
  void aSuccessfulSessionBecomesAnAccount() {
    List<String> before = client.getAll().get("accounts").findValuesAsText("id");
    String session = client.createSession();
    control.advance(session, "success", "DE");

    JsonNode all = client.getAll();
    assertThat(all.at("/pendingConnectionSessions").findValuesAsText("sessionId"))
        .doesNotContain(session);
    List<String> ids = all.get("accounts").findValuesAsText("id");
    assertThat(ids).hasSize(before.size() + 1).containsAll(before);
    JsonNode account = client.account(ids.get(ids.size() - 1));
    assertThat(account.get("status").asText()).isEqualTo("active");
    assertThat(account.get("countryCode").asText()).isEqualTo("DE");
    assertThat(account.get("connectedAt").asText()).isEqualTo("2026-11-21T10:00:00.000Z");
    assertThat(account.get("avatarUrl").isNull()).isTrue();
    assertThat(account.get("headline").isNull()).isTrue();
  }

  @Test
  @DisplayName("Rule 11: a new account may appear some time after its session's success")
  void aNewAccountMayAppearLater() {
    control.setNewAccountDelay(Duration.ofSeconds(5));
    control.advance(client.createSession(), "success");
    assertThat(client.getAll().get("accounts")).hasSize(12);
    clock.advance(Duration.ofSeconds(5));
    assertThat(client.getAll().get("accounts")).hasSize(13);
  }

  @Test
  @DisplayName("Rule 12: nothing moves a session but the log-in, or a timer that was asked for")
  void sessionsStayWithoutALogin() {
    String untouched = client.createSession();
    clock.advance(Duration.ofDays(2));
    assertThat(client.sessionStatus(untouched)).isEqualTo("pending");

    control.setSessionStep(Duration.ofSeconds(2));
    String timed = client.createSession();
    clock.advance(Duration.ofSeconds(2));
    assertThat(client.sessionStatus(timed)).isEqualTo("preparing");
    clock.advance(Duration.ofSeconds(5));
    assertThat(client.sessionStatus(timed)).isEqualTo("streaming");
    clock.advance(Duration.ofSeconds(1));
    assertThat(client.sessionStatus(timed)).isEqualTo("success");
  }

  @Test
  @DisplayName(
      "Rule 13: only an account that waits for a reconnection and can be reconnected gets a session")
  void onlyWaitingAccountsAreReconnected() {
    for (Inventory.LinkedApiAccount account : control.accounts().linkedapi()) {
      Reply reply = client.onAccount("createReconnectionSession", account.id());
      if (account.status().equals("reconnection_required")) {
        assertThat(reply.result().get("reconnectionLink").asText())
            .endsWith("/connection/" + reply.result().get("reconnectionSessionId").asText());
      } else {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorType()).isEqualTo("invalidRequestPayload");
      }
    }
    control.setReconnectable(waiting, false);
    assertThat(client.onAccount("createReconnectionSession", waiting).errorType())
        .isEqualTo("invalidRequestPayload");
  }

  @Test
  @DisplayName(
      "Rule 14: a new reconnection session cancels the old one, and getAll shows the new one")
  void aNewReconnectionSessionReplacesTheOldOne() {
    String old = client.account(waiting).get("reconnectionSessionId").asText();
    JsonNode fresh = client.onAccount("createReconnectionSession", waiting).result();
    String session = fresh.get("reconnectionSessionId").asText();
    assertThat(session).isNotEqualTo(old);
    assertThat(client.sessionStatus(old)).isEqualTo("cancelled");
    assertThat(client.account(waiting).get("reconnectionSessionId").asText()).isEqualTo(session);
    assertThat(client.account(waiting).get("reconnectionLink"))
        .isEqualTo(fresh.get("reconnectionLink"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"preparing", "serving", "streaming"})
  @DisplayName("Rule 15: a session in progress that changes the proxy is returned unchanged")
  void aPendingProxyChangeKeepsTheSession(String inProgress) {
    JsonNode first = client.onAccount("createReconnectionSession", waiting).result();
    String session = first.get("reconnectionSessionId").asText();
    control.setPendingProxyChange(waiting, true);
    assertThat(client.onAccount("createReconnectionSession", waiting).result()).isNotEqualTo(first);

    String current = client.account(waiting).get("reconnectionSessionId").asText();
    control.advance(current, inProgress);
    JsonNode same = client.onAccount("createReconnectionSession", waiting).result();
    assertThat(same.get("reconnectionSessionId").asText()).isEqualTo(current).isNotEqualTo(session);
    assertThat(client.sessionStatus(current)).isEqualTo(inProgress);
    control.setPendingProxyChange(waiting, false);
    assertThat(client.onAccount("createReconnectionSession", waiting).result()).isNotEqualTo(same);
  }

  @Test
  @DisplayName(
      "Rule 15: a reconnection that succeeds has changed the proxy, so that the next session is new again")
  void aSuccessEndsTheProxyChange() {
    control.setPendingProxyChange(waiting, true);
    control.advance(client.account(waiting).get("reconnectionSessionId").asText(), "success");
    control.setAccountStatus(waiting, "reconnection_required");
    String session = client.account(waiting).get("reconnectionSessionId").asText();
    control.advance(session, "serving");
    assertThat(
            client
                .onAccount("createReconnectionSession", waiting)
                .result()
                .get("reconnectionSessionId")
                .asText())
        .isNotEqualTo(session);
  }

  @Test
  @DisplayName("Rule 16: getConnectionSession reads reconnection sessions too")
  void reconnectionSessionsCanBeRead() {
    String session = client.account(waiting).get("reconnectionSessionId").asText();
    JsonNode read = client.onSession("getConnectionSession", session).result().get("session");
    assertThat(read.get("sessionId").asText()).isEqualTo(session);
    assertThat(read.get("type").asText()).isEqualTo("reconnection");
  }

  @Test
  @DisplayName(
      "Rule 17: a reconnection that succeeds makes the account active and keeps what it was")
  void aReconnectionMakesTheAccountActive() {
    JsonNode before = client.account(waiting);
    String session = before.get("reconnectionSessionId").asText();
    control.advance(session, "success");
    assertThat(client.sessionStatus(session)).isEqualTo("success");

    JsonNode after = client.account(waiting);
    assertThat(after.get("status").asText()).isEqualTo("active");
    assertThat(after.has("reconnectionSessionId")).isFalse();
    assertThat(after.has("reconnectionLink")).isFalse();
    for (String kept : List.of("id", "identificationToken", "connectedAt", "name", "url")) {
      assertThat(after.get(kept)).isEqualTo(before.get(kept));
    }
    assertThat(client.getAll().get("accounts")).hasSize(12);
  }

  @Test
  @DisplayName("Rule 18: cancelling ends a session, takes it off the list and frees its seat")
  void cancellingFreesTheSeat() {
    control.setSeats(13);
    String session = client.createSession();
    assertThat(client.linkedapi("createConnectionSession").errorType())
        .isEqualTo("noAvailableSeats");
    client.onSession("cancelConnectionSession", session).result();
    assertThat(client.sessionStatus(session)).isEqualTo("cancelled");
    assertThat(pending().findValuesAsText("sessionId")).doesNotContain(session);
    assertThat(client.createSession()).isNotEmpty();
  }

  @Test
  @DisplayName("Rule 18: a cancelled reconnection session makes the next getAll create another")
  void aCancelledReconnectionSessionIsReplaced() {
    String session = client.account(waiting).get("reconnectionSessionId").asText();
    client.onSession("cancelConnectionSession", session).result();
    String next = client.account(waiting).get("reconnectionSessionId").asText();
    assertThat(next).isNotEqualTo(session);
    assertThat(client.sessionStatus(next)).isEqualTo("pending");
  }

  @Test
  @DisplayName("Rule 18: a finished session cannot be cancelled, an unknown one is not found")
  void onlyActiveSessionsAreCancelled() {
    String session = client.createSession();
    control.advance(session, "success");
    Reply finished = client.onSession("cancelConnectionSession", session);
    assertThat(finished.status()).isEqualTo(400);
    assertThat(finished.errorType()).isEqualTo("invalidRequestPayload");
    assertThat(client.sessionStatus(session)).isEqualTo("success");
    Reply unknown = client.onSession("cancelConnectionSession", "nothing");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.errorType()).isEqualTo("sessionNotFound");
  }

  private JsonNode pending() {
    return client.getAll().get("pendingConnectionSessions");
  }
}
