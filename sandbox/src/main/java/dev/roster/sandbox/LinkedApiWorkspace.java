package dev.roster.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's accounts and sessions at Linked API, and how they change. Every method must be
 * called with the workspace's monitor held, so that a call as a whole is atomic.
 */
final class LinkedApiWorkspace {

  private static final Duration DAY = Duration.ofHours(24);

  private final Ids ids;
  private final Settings settings;
  private final Function<String, String> links;
  private final Map<String, LinkedAccount> accounts = new LinkedHashMap<>();
  private final Map<String, ConnectionSession> sessions = new HashMap<>();
  private final Map<String, ConnectionSession> unfinished = new LinkedHashMap<>();
  private final Map<LinkedAccount, Instant> arriving = new LinkedHashMap<>();
  private final List<LinkedAccount> reparsing = new ArrayList<>();
  private final Deque<Instant> attempts = new ArrayDeque<>();
  private int startSize;
  private @Nullable ByteString list;

  /** Makes an empty workspace; {@code links} gives the address of a session's connection page. */
  LinkedApiWorkspace(Ids ids, Settings settings, Function<String, String> links) {
    this.ids = ids;
    this.settings = settings;
    this.links = links;
  }

  /** Puts an account in that was connected before the sandbox started. */
  void addAtStart(LinkedAccount account) {
    accounts.put(account.id(), account);
    startSize++;
    list = null;
  }

  Iterable<LinkedAccount> accounts() {
    return accounts.values();
  }

  @Nullable LinkedAccount account(String id) {
    return accounts.get(id);
  }

  @Nullable ConnectionSession session(String id) {
    return sessions.get(id);
  }

  /**
   * Lets happen what was due by now: arriving accounts, ended reparses, sessions moved by the
   * timer.
   */
  void settle(Instant now) {
    for (Iterator<Map.Entry<LinkedAccount, Instant>> i = arriving.entrySet().iterator();
        i.hasNext(); ) {
      Map.Entry<LinkedAccount, Instant> next = i.next();
      if (!next.getValue().isAfter(now)) {
        accounts.put(next.getKey().id(), next.getKey());
        i.remove();
        list = null;
      }
    }
    for (LinkedAccount account : List.copyOf(reparsing)) {
      if (account.reparseEnds != null && !account.reparseEnds.isAfter(now)) {
        endReparse(account);
      }
    }
    Duration step = settings.sessionStep;
    if (step != null) {
      for (ConnectionSession session : List.copyOf(unfinished.values())) {
        moveByTimer(session, step, now);
      }
    }
  }

  private void moveByTimer(ConnectionSession session, Duration step, Instant now) {
    Instant from = session.timedFrom;
    while (from != null && !session.status.finished() && !from.plus(step).isAfter(now)) {
      from = from.plus(step);
      session.timedFrom = from;
      move(session, session.status.next(), "US", from);
    }
  }

  /**
   * The accounts and pending sessions as JSON; missing reconnection sessions are made first (rule
   * 5).
   */
  ByteString list(Function<ObjectNode, ByteString> writer) {
    for (LinkedAccount account : accounts.values()) {
      if (account.is(LinkedAccount.RECONNECTION_REQUIRED) && account.reconnection == null) {
        startReconnection(account);
      }
    }
    if (list == null) {
      ObjectNode result = Answer.object();
      ArrayNode accountList = result.putArray("accounts");
      accounts.values().forEach(account -> accountList.add(account.json));
      ArrayNode sessionList = result.putArray("pendingConnectionSessions");
      for (ConnectionSession session : unfinished.values()) {
        if (session.initial()) {
          sessionList.addObject().put("sessionId", session.id).put("status", session.status.wire());
        }
      }
      list = writer.apply(result);
    }
    return list;
  }

  boolean seatAvailable() {
    long used = arriving.size();
    for (LinkedAccount account : accounts.values()) {
      if (!account.is(LinkedAccount.FROZEN)) {
        used++;
      }
    }
    used += unfinished.values().stream().filter(ConnectionSession::initial).count();
    Integer seats = settings.seats;
    return used < (seats != null ? seats : startSize + Settings.SPARE_SEATS);
  }

  boolean attemptAvailable(Instant now) {
    while (!attempts.isEmpty() && !attempts.getFirst().plus(DAY).isAfter(now)) {
      attempts.removeFirst();
    }
    return attempts.size() < settings.dailyConnectionAttempts;
  }

  ConnectionSession startConnection(Instant now) {
    attempts.add(now);
    ConnectionSession session = start(null);
    session.timedFrom = now;
    return session;
  }

  /** Puts a session in that was created before the sandbox started; it counts as no attempt. */
  ConnectionSession startConnectionBefore(SessionStatus status) {
    ConnectionSession session = start(null);
    session.status = status;
    return session;
  }

  ConnectionSession startReconnection(LinkedAccount account) {
    ConnectionSession session = start(account);
    account.reconnection(session);
    return session;
  }

  private ConnectionSession start(@Nullable LinkedAccount account) {
    String id = ids.session();
    ConnectionSession session = new ConnectionSession(id, links.apply(id), account);
    sessions.put(id, session);
    unfinished.put(id, session);
    list = null;
    return session;
  }

  /**
   * Moves a session, with everything that follows from it; the caller has checked that it may move
   * there.
   */
  void move(ConnectionSession session, SessionStatus target, String countryCode, Instant now) {
    session.status = target;
    list = null;
    if (!target.finished()) {
      return;
    }
    unfinished.remove(session.id);
    LinkedAccount account = session.account;
    if (account == null) {
      if (target == SessionStatus.SUCCESS) {
        connect(countryCode, now);
      }
    } else if (account.reconnection == session) {
      if (target == SessionStatus.SUCCESS) {
        account.status(LinkedAccount.ACTIVE);
      } else {
        account.reconnection = null;
        account.json.remove("reconnectionSessionId");
        account.json.remove("reconnectionLink");
      }
    }
  }

  private void connect(String countryCode, Instant now) {
    LinkedAccount account =
        new LinkedAccount(StartData.newLinkedAccount(ids.account(), countryCode, now));
    account.newIdentificationToken();
    arriving.put(account, now.plus(settings.newAccountDelay));
    settle(now);
  }

  void cancel(ConnectionSession session, Instant now) {
    move(session, SessionStatus.CANCELLED, "", now);
  }

  void status(LinkedAccount account, String status, Instant now) {
    ConnectionSession reconnection = account.reconnection;
    if (reconnection != null && !status.equals(LinkedAccount.RECONNECTION_REQUIRED)) {
      cancel(reconnection, now);
    }
    account.status(status);
    list = null;
  }

  /** Takes the account away for good, and ends the sessions that belong to it. */
  void disconnect(LinkedAccount account, Instant now) {
    if (account.reconnection != null) {
      cancel(account.reconnection, now);
    }
    accounts.remove(account.id());
    reparsing.remove(account);
    list = null;
  }

  String newIdentificationToken(LinkedAccount account) {
    list = null;
    return account.newIdentificationToken();
  }

  String startReparse(LinkedAccount account, Instant now) {
    account.reparseEnds = now.plus(settings.reparseTime);
    reparsing.add(account);
    return ids.workflow();
  }

  void endReparse(LinkedAccount account) {
    reparsing.remove(account);
    account.readProfileAgain();
    list = null;
  }
}
