package dev.roster.calcite.write;

import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.statement.StatementCalls;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an execution of a write did.
 *
 * @param <I> what was given for one thing
 */
public final class Done<I> {

  private final String where;
  private final boolean tellsInRows;
  private final Requests requests;
  private final List<Result<I>> results;

  Done(String where, boolean tellsInRows, Requests requests, List<Result<I>> results) {
    this.where = where;
    this.tellsInRows = tellsInRows;
    this.requests = requests;
    this.results = List.copyOf(results);
  }

  /** Returns what is told of each thing that was given, in their order. */
  public List<Result<I>> results() {
    return results;
  }

  /**
   * Returns the failure of what is not sent because of this execution, such as after a 401; null if
   * it stands in nobody's way.
   */
  public @Nullable SqlStateException ended() {
    return requests.end() == null ? null : unsent(requests.end());
  }

  /** Returns the failure of what is not sent because of another failure. */
  public static SqlStateException unsent(SqlStateException why) {
    return new SqlStateException(
        why.state(),
        "Not sent, because an earlier one failed: " + why.getMessage(),
        why.vendorCode(),
        why);
  }

  /** Returns the rows of a dry run: the requests, then what would not be sent. */
  public List<ShownRequest.Row> shown() {
    List<ShownRequest> all = new ArrayList<>(requests.shown());
    for (Result<I> result : results) {
      if (result.outcome() != Outcome.DRY_RUN && !result.repeated()) {
        all.add(
            new ShownRequest(null, null, 1, result.requestKey(), result.itemKey(), reason(result)));
      }
    }
    return all.stream().map(row -> new ShownRequest.Row(row, requests.all())).toList();
  }

  private static String reason(Result<?> result) {
    SqlStateException failure = result.failure();
    return failure == null
        ? "Done before, as request_key '" + result.requestKey() + "'."
        : String.valueOf(failure.getMessage());
  }

  /**
   * Returns the results as rows of a procedure.
   *
   * @throws SqlStateException the first failure, where rows would tell no more than it does: of a
   *     write that does not tell in rows any failure; else if not one request of this execution was
   *     answered with a success, nothing else is known of any thing, and either nothing was done or
   *     of nothing it is known
   */
  public List<Result<I>> orThrow(StatementCalls calls) {
    SqlStateException failure = requests.failure();
    if (!tellsInRows) {
      for (Result<I> result : results) {
        if (result.failure() != null) {
          throw requests.all() > 1 ? afterSome(result.failure()) : result.failure();
        }
      }
    } else if (failure != null) {
      if (sayNoMoreThanTheFailure()) {
        throw requests.all() == 1 ? failure : noneAnswered(failure);
      }
      calls.warn(
          where
              + ": "
              + requests.answered()
              + " of "
              + requests.all()
              + " requests were answered with success; the rows tell what became of the others."
              + " The first failure: "
              + failure.getMessage(),
          failure.vendorCode());
    }
    return results;
  }

  private boolean sayNoMoreThanTheFailure() {
    long unknown = results.stream().filter(result -> result.outcome() == Outcome.UNKNOWN).count();
    return requests.answered() == 0
        && results.stream().allMatch(result -> result.sentNow() || isUnsent(result))
        && (unknown == 0 || unknown == results.size());
  }

  private static boolean isUnsent(Result<?> result) {
    return result.outcome() == Outcome.UNSENT;
  }

  private SqlStateException noneAnswered(SqlStateException failure) {
    return noting(failure, "None of " + requests.all() + " requests was answered with success.");
  }

  private SqlStateException afterSome(SqlStateException failure) {
    return noting(
        failure,
        requests.answered()
            + " of "
            + requests.all()
            + " requests were answered with success before this one; the rest was not sent.");
  }

  private static SqlStateException noting(SqlStateException failure, String note) {
    return new SqlStateException(
        failure.state(), failure.getMessage() + " " + note, failure.vendorCode(), failure);
  }
}
