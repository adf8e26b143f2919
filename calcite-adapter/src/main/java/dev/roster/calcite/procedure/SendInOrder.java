package dev.roster.calcite.procedure;

import dev.roster.calcite.error.CallFailures;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.statement.StatementCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Sends the requests of a procedure one after the other; the first failure ends it. */
record SendInOrder<R>(Function<Arguments, List<Send<R>>> requests) implements Procedure.Action<R> {

  @Override
  public List<R> run(String where, Arguments arguments, StatementCalls calls) {
    List<Send<R>> sends = planned(where, arguments, requests);
    List<R> rows = new ArrayList<>();
    for (int i = 0; i < sends.size(); i++) {
      try {
        rows.addAll(sends.get(i).run(calls, where));
      } catch (RuntimeException thrown) {
        RuntimeException failure = CallFailures.of(where, thrown);
        throw i == 0 ? failure : afterSome(i, sends.size(), failure);
      }
    }
    return rows;
  }

  /** Returns the requests that the arguments make; none has been sent. */
  // The builders of the models check lengths and counts, and say which.
  static <R> List<Send<R>> planned(
      String where, Arguments arguments, Function<Arguments, List<Send<R>>> requests) {
    try {
      return requests.apply(arguments);
    } catch (IllegalArgumentException | IllegalStateException brokenRule) {
      throw new SqlStateException(
          SqlState.INVALID_ARGUMENT, where + ": " + brokenRule.getMessage(), 0, brokenRule);
    }
  }

  private static RuntimeException afterSome(int done, int all, RuntimeException failure) {
    if (!(failure instanceof SqlStateException known)) {
      return failure;
    }
    return new SqlStateException(
        known.state(),
        known.getMessage()
            + " "
            + done
            + " of "
            + all
            + " requests were answered with success before this one; the rest was not sent.",
        known.vendorCode(),
        known);
  }
}
