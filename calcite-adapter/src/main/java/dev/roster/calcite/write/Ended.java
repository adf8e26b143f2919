package dev.roster.calcite.write;

import dev.roster.calcite.error.SqlStateException;

/** The failure of a statement that was ended in the middle: how far it came, how to go on. */
final class Ended {

  private Ended() {}

  /** Returns the failure of one that was ended between two requests. */
  static SqlStateException before(
      String where, SqlStateException ended, int answered, int all, Slot<?> next) {
    return noting(where + ": " + ended.getMessage(), ended, answered, all, next);
  }

  /** Returns the failure of one that was ended while a request was under way. */
  static SqlStateException inFlight(
      String where, SqlStateException ended, int answered, int all, Slot<?> underWay) {
    String message = String.valueOf(ended.getMessage());
    return noting(
        message.startsWith(where) ? message : where + ": " + message,
        ended,
        answered,
        all,
        underWay);
  }

  private static SqlStateException noting(
      String message, SqlStateException ended, int answered, int all, Slot<?> slot) {
    return new SqlStateException(
        ended.state(),
        message
            + " "
            + answered
            + " of "
            + all
            + " requests were answered with success before. CALL roster.resume('"
            + slot.requestKey()
            + "') sends what was not sent, and tells of the rest.",
        ended.vendorCode(),
        ended);
  }
}
