package dev.roster.bindings;

import java.io.IOException;

/** No answer came. {@link #mayHaveBeenSent()} says whether the provider may have acted. */
public final class ApiTransportException extends RuntimeException {

  /** How the call ended. */
  public enum Kind {
    /** The connection was never opened. */
    NOT_CONNECTED,
    /** The connection broke before the answer was whole. */
    CUT,
    /** A time-out ended the call. */
    TIMEOUT,
    /** {@link ApiCall#cancel} ended the call. */
    CANCELLED
  }

  private static final long serialVersionUID = 1L;

  private final transient Operation operation;
  private final Kind kind;
  private final boolean mayHaveBeenSent;

  /** Made by the runtime; public so that tests of callers can make one. */
  public ApiTransportException(
      String message, Operation operation, Kind kind, boolean mayHaveBeenSent, IOException cause) {
    super(message, cause);
    this.operation = operation;
    this.kind = kind;
    this.mayHaveBeenSent = mayHaveBeenSent;
  }

  /** Returns the operation that was called. */
  public Operation operation() {
    return operation;
  }

  /** Returns how the call ended. */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns whether any byte of the request may have left. False only where that is certain, so
   * that a write may be sent again.
   */
  public boolean mayHaveBeenSent() {
    return mayHaveBeenSent;
  }
}
