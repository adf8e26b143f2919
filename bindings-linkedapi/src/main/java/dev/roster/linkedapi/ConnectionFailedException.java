package dev.roster.linkedapi;

import dev.roster.linkedapi.model.ConnectionSession;

/** A connection or reconnection session ended, and not with the account that was to come of it. */
public final class ConnectionFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ConnectionSession session;

  ConnectionFailedException(String message, ConnectionSession session) {
    super(message);
    this.session = session;
  }

  /** Returns the session as it ended; its status tells how. */
  public ConnectionSession session() {
    return session;
  }
}
