package dev.roster.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account of Linked API: its JSON as the provider shows it, and what the provider keeps to
 * itself. Guarded by its workspace.
 *
 * <p>The JSON is the state, so that a field which the start data gains is shown without a change
 * here.
 */
final class LinkedAccount {

  static final String ACTIVE = "active";
  static final String FROZEN = "frozen";
  static final String RECONNECTION_REQUIRED = "reconnection_required";

  final ObjectNode json;

  /** The active reconnection session, or null. */
  @Nullable ConnectionSession reconnection;

  /** Whether createReconnectionSession works for the account. */
  boolean reconnectable = true;

  /** Whether a reconnection in progress also changes the proxy, and so must not be replaced. */
  boolean pendingProxyChange;

  /** When the account's reparse ends, or null when none runs. */
  @Nullable Instant reparseEnds;

  /** What LinkedIn shows of the account at the next reparse, or null for a profile made up then. */
  @Nullable ObjectNode shownOnLinkedIn;

  private int readings;
  private int tokens;

  LinkedAccount(ObjectNode json) {
    this.json = json;
  }

  String id() {
    return json.get("id").textValue();
  }

  String status() {
    return json.get("status").textValue();
  }

  boolean is(String status) {
    return status().equals(status);
  }

  /**
   * Sets the status; the reconnection fields exist only while the account waits for a reconnection.
   */
  void status(String status) {
    json.put("status", status);
    if (!status.equals(RECONNECTION_REQUIRED)) {
      json.remove("reconnectionSessionId");
      json.remove("reconnectionLink");
      reconnection = null;
      pendingProxyChange = false;
    }
  }

  void reconnection(ConnectionSession session) {
    reconnection = session;
    json.put("reconnectionSessionId", session.id);
    json.put("reconnectionLink", session.link);
  }

  String newIdentificationToken() {
    tokens++;
    String token = "id_" + id() + "_" + tokens;
    json.put("identificationToken", token);
    return token;
  }

  /**
   * Takes over what LinkedIn shows. A made-up profile differs at each reading, so that a refresh
   * can be seen.
   */
  void readProfileAgain() {
    reparseEnds = null;
    if (!is(ACTIVE)) {
      return;
    }
    readings++;
    if (shownOnLinkedIn != null) {
      json.setAll(shownOnLinkedIn);
      return;
    }
    json.put(
        "avatarUrl", "https://media.licdn.com/sandbox/" + id() + "/avatar-" + readings + ".jpg");
    String headline = json.path("headline").asText("").replaceFirst(" \\(reading \\d+\\)$", "");
    json.put(
        "headline",
        (headline.isEmpty() ? "New on LinkedIn" : headline) + " (reading " + readings + ")");
  }
}
