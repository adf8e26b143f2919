package dev.roster.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Linked API: accounts, the sessions that connect them, and its envelope. */
final class LinkedApiRules implements ProviderRules {

  private static final Set<String> READS = Set.of("getAll", "getConnectionSession");

  private final Spec spec = Spec.of(Provider.LINKEDAPI);
  private final InstantSource clock;

  LinkedApiRules(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Tenant authenticate(Call call, Credentials credentials) {
    String token = call.header("linked-api-token");
    if (token == null) {
      throw Refusal.type("linkedApiTokenRequired", "The header linked-api-token is missing.");
    }
    Credentials.Known known = credentials.find(Provider.LINKEDAPI, token);
    if (known == null) {
      throw Refusal.type("invalidLinkedApiToken", "The token is unknown or has expired.");
    }
    return known.tenant();
  }

  @Override
  public Refusal tooManyRequests() {
    return Refusal.type("tooManyRequests", "The rate limit is exceeded.");
  }

  @Override
  public Answer answer(Tenant tenant, Call call) {
    JsonNode request = JsonBody.read(call, LinkedApiRules::invalidPayload);
    Instant now = clock.instant();
    LinkedApiWorkspace workspace = tenant.linkedapi();
    synchronized (workspace) {
      workspace.settle(now);
      return switch (call.operation().id()) {
        case "getAll" -> Answer.json(200, workspace.list(result -> envelope(result).body()));
        case "getConnectionSession" -> getSession(session(workspace, call, request));
        case "createConnectionSession" -> createSession(workspace, now);
        case "createReconnectionSession" ->
            createReconnection(workspace, account(workspace, call, request), now);
        case "cancelConnectionSession" -> cancel(workspace, session(workspace, call, request), now);
        case "reparseAccountInfo" ->
            envelope(
                Answer.object()
                    .put(
                        "workflowId",
                        workspace.startReparse(account(workspace, call, request), now)));
        case "regenerateIdentificationToken" ->
            envelope(
                Answer.object()
                    .put(
                        "token",
                        workspace.newIdentificationToken(account(workspace, call, request))));
        case "disconnect" -> {
          workspace.disconnect(account(workspace, call, request), now);
          yield envelope(Answer.object());
        }
        default -> throw new IllegalStateException("No rule for " + call.operation().name());
      };
    }
  }

  @Override
  public List<Thing> things(Call call, @Nullable Answer carriedOut) {
    if (READS.contains(call.operation().id())) {
      return List.of();
    }
    JsonNode request = JsonBody.read(call, LinkedApiRules::invalidPayload);
    return List.of(
        new Thing(
            request.path("accountId").textValue(),
            request.path("sessionId").textValue(),
            carriedOut != null && carriedOut.status() == 200));
  }

  private static Answer getSession(ConnectionSession session) {
    ObjectNode result = Answer.object();
    result
        .putObject("session")
        .put("sessionId", session.id)
        .put("status", session.status.wire())
        .put("type", session.type());
    return envelope(result);
  }

  private static Answer createSession(LinkedApiWorkspace workspace, Instant now) {
    if (!workspace.attemptAvailable(now)) {
      throw Refusal.type(
          "dailyConnectionAttemptsExceeded", "Too many connection sessions within 24 hours.");
    }
    if (!workspace.seatAvailable()) {
      throw Refusal.type("noAvailableSeats", "Accounts and pending sessions take all seats.");
    }
    ConnectionSession session = workspace.startConnection(now);
    return envelope(
        Answer.object().put("sessionId", session.id).put("connectionLink", session.link));
  }

  private static Answer createReconnection(
      LinkedApiWorkspace workspace, LinkedAccount account, Instant now) {
    if (!account.is(LinkedAccount.RECONNECTION_REQUIRED) || !account.reconnectable) {
      throw invalidPayload("The account is " + account.status() + " or cannot be reconnected.");
    }
    ConnectionSession session = account.reconnection;
    if (session == null || !session.status.inProgress() || !account.pendingProxyChange) {
      if (session != null) {
        workspace.cancel(session, now);
      }
      session = workspace.startReconnection(account);
      session.timedFrom = now;
    }
    return envelope(
        Answer.object()
            .put("reconnectionSessionId", session.id)
            .put("reconnectionLink", session.link));
  }

  private static Answer cancel(
      LinkedApiWorkspace workspace, ConnectionSession session, Instant now) {
    if (session.status.finished()) {
      throw invalidPayload("The session is already " + session.status.wire() + ".");
    }
    workspace.cancel(session, now);
    return envelope(Answer.object());
  }

  private LinkedAccount account(LinkedApiWorkspace workspace, Call call, JsonNode request) {
    if (request.path("accountId").asText("").isEmpty()) {
      throw Refusal.type("accountIdRequired", "accountId is missing.");
    }
    check(call, request);
    LinkedAccount account = workspace.account(request.get("accountId").textValue());
    if (account == null) {
      throw Refusal.type(
          "accountNotFound", "The account does not exist or does not belong to you.");
    }
    return account;
  }

  private ConnectionSession session(LinkedApiWorkspace workspace, Call call, JsonNode request) {
    check(call, request);
    ConnectionSession session = workspace.session(request.get("sessionId").textValue());
    if (session == null) {
      throw Refusal.type(
          "sessionNotFound", "The session does not exist or does not belong to you.");
    }
    return session;
  }

  private void check(Call call, JsonNode request) {
    List<String> violations = spec.violations(call.operation().requestSchema(Answer.JSON), request);
    if (!violations.isEmpty()) {
      throw invalidPayload(String.join("; ", violations));
    }
  }

  private static Refusal invalidPayload(String detail) {
    return Refusal.type("invalidRequestPayload", detail);
  }

  private static Answer envelope(ObjectNode result) {
    ObjectNode body = Answer.object().put("success", true);
    body.set("result", result);
    return Answer.json(200, body);
  }

  @Override
  public Answer error(Operation operation, int status, @Nullable String errorType, String detail) {
    ObjectNode body = Answer.object().put("success", false);
    body.putObject("error").put("type", errorType).put("message", detail);
    return Answer.json(status, body);
  }
}
