package dev.roster.calcite.procedure;

import dev.roster.bindings.ApiTransportException;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;

/** What became of a request of a procedure that was not answered with a success. */
public enum Outcome {
  /** It never left: an earlier failure ended the procedure, or no connection could be opened. */
  UNSENT,
  /** The provider refused it; nothing was done. */
  REFUSED,
  /** Its answer was lost: nobody can say whether the provider acted. */
  UNKNOWN;

  static Outcome of(SqlStateException failure) {
    if (failure.state() == SqlState.OUTCOME_UNKNOWN) {
      return UNKNOWN;
    }
    return failure.getCause() instanceof ApiTransportException ? UNSENT : REFUSED;
  }
}
