package dev.roster.linkedapi;

/**
 * Something that was waited for did not come by the deadline. Nothing was undone by that: it may
 * still come, and may be waited for again.
 */
public final class WaitTimeoutException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sessionId;

  WaitTimeoutException(String message, String sessionId) {
    super(message);
    this.sessionId = sessionId;
  }

  /** Returns the id of the session that was waited for, or whose account was. */
  public String sessionId() {
    return sessionId;
  }
}
