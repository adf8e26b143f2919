package dev.roster.sandbox;

import java.util.Locale;

/**
 * How far a connection session has come. It only moves forward, and a finished one does not move
 * any more.
 */
enum SessionStatus {
  PENDING,
  PREPARING,
  SERVING,
  STREAMING,
  SUCCESS,
  EXPIRED,
  ERROR,
  CANCELLED;

  static SessionStatus of(String wire) {
    for (SessionStatus status : values()) {
      if (status.wire().equals(wire)) {
        return status;
      }
    }
    throw new IllegalArgumentException("Unknown session status \"" + wire + "\".");
  }

  /** The value as the provider writes it. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean finished() {
    return compareTo(SUCCESS) >= 0;
  }

  /** Whether a browser is already at work for the session. */
  boolean inProgress() {
    return this == PREPARING || this == SERVING || this == STREAMING;
  }

  /** The status that follows when all goes well. */
  SessionStatus next() {
    return switch (this) {
      case PENDING -> PREPARING;
      case PREPARING -> SERVING;
      case SERVING -> STREAMING;
      case STREAMING -> SUCCESS;
      case SUCCESS, EXPIRED, ERROR, CANCELLED ->
          throw new IllegalArgumentException(
              "A session that is " + wire() + " does not move any more.");
    };
  }

  /** Whether a session in this status may go to another one. */
  boolean mayBecome(SessionStatus target) {
    return !finished() && target.compareTo(this) > 0;
  }
}
