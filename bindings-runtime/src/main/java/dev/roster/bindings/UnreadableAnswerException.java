package dev.roster.bindings;

import okhttp3.Headers;

/**
 * The provider answered with a success status and a body that is not what its spec says: broken
 * JSON, a required value missing (the message names its JSON path), a value of another type. What
 * the call asked for may have been done.
 */
public final class UnreadableAnswerException extends ApiException {

  private static final long serialVersionUID = 1L;

  /** Made by the runtime; public so that tests of callers can make one. */
  public UnreadableAnswerException(
      String message, Operation operation, int status, Headers headers, Throwable cause) {
    super(message, operation, status, headers, null, null, null, cause);
  }
}
