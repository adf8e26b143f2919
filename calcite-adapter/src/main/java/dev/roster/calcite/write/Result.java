package dev.roster.calcite.write;

import dev.roster.calcite.error.SqlStateException;
import org.jspecify.annotations.Nullable;

/**
 * What a statement tells of one thing that it was given.
 *
 * @param item the thing
 * @param requestKey the key of the statement that does it, or did
 * @param itemKey its key in that statement
 * @param account whom it was done by or to; null if nobody, or not known
 * @param answer what the provider said of it; null if nothing that is known
 * @param failure why it is not done; null where it is, and in a dry run
 * @param repeated whether an earlier thing of the statement is the same, and has the same result
 * @param sentNow whether a request of this statement carried it, or would have
 */
public record Result<I>(
    I item,
    Outcome outcome,
    String requestKey,
    String itemKey,
    @Nullable String account,
    @Nullable Answer answer,
    @Nullable SqlStateException failure,
    boolean repeated,
    boolean sentNow) {

  /** Returns a value of the answer by its column, or null if there is none. */
  public @Nullable Object value(String column) {
    return answer == null ? null : answer.value(column);
  }

  /** Returns this, for a thing that the statement was given once more. */
  Result<I> again(I same) {
    return new Result<>(
        same, outcome, requestKey, itemKey, account, answer, failure, true, sentNow);
  }

  /** Returns whether it is done, now or before. */
  public boolean isConfirmed() {
    return outcome == Outcome.CONFIRMED || outcome == Outcome.ALREADY_CONFIRMED;
  }
}
