package dev.roster.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A log-in that connects a new account or reconnects a known one. Guarded by its workspace. */
final class ConnectionSession {

  final String id;
  final String link;

  /** The account to reconnect, or null for a session that connects a new one. */
  final @Nullable LinkedAccount account;

  SessionStatus status = SessionStatus.PENDING;

  /** When the session last moved by the timer, or null when the timer leaves it alone. */
  @Nullable Instant timedFrom;

  ConnectionSession(String id, String link, @Nullable LinkedAccount account) {
    this.id = id;
    this.link = link;
    this.account = account;
  }

  boolean initial() {
    return account == null;
  }

  /** The session's type as the provider writes it. */
  String type() {
    return initial() ? "initial" : "reconnection";
  }
}
