package dev.roster.calcite.write;

/** What is known of a thing at the end of a statement. */
public enum Outcome {
  /** It is done: now, or when the same request key was given before. */
  CONFIRMED,
  /** Another statement did it before; it was not done again. */
  ALREADY_CONFIRMED,
  /** The provider says that this thing failed. */
  FAILED,
  /** The provider refused the request, or no connection was opened; it was not done. */
  REFUSED,
  /** It was not sent, and is still to be sent: an earlier failure ended the statement. */
  UNSENT,
  /** Nobody can say whether it was done. */
  UNKNOWN,
  /** Another statement is sending it at this moment. */
  BEING_SENT,
  /** It would be sent if this were no dry run. */
  DRY_RUN
}
