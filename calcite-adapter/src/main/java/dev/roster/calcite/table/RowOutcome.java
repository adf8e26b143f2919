package dev.roster.calcite.table;

import dev.roster.calcite.error.SqlStateException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row that a statement writes.
 *
 * @param counted whether it counts as one thing confirmed; false for a row that repeats another of
 *     its statement, and for every state but {@code DONE}
 * @param failure why it is not done; null where it is, and in a dry run
 */
public record RowOutcome(State state, boolean counted, @Nullable SqlStateException failure) {

  /** The states of a row. */
  public enum State {
    /** It is confirmed, now or before. */
    DONE,
    /** It was refused, and can be sent again. */
    FAILED,
    /** Nobody can say whether it took effect. */
    UNKNOWN,
    /** It was not sent. */
    UNSENT,
    /** It would be sent if this were no dry run. */
    DRY_RUN
  }

  /** Returns the outcome of a row that is confirmed. */
  public static RowOutcome done() {
    return new RowOutcome(State.DONE, true, null);
  }

  /** Returns the outcome of a row that is confirmed, and that another row counts for. */
  public static RowOutcome repeated() {
    return new RowOutcome(State.DONE, false, null);
  }

  /** Returns the outcome of a row that would be sent. */
  public static RowOutcome dryRun() {
    return new RowOutcome(State.DRY_RUN, false, null);
  }

  /** Returns why rows are not done, one failure a row that is not, in their order. */
  public static List<SqlStateException> failures(List<RowOutcome> outcomes) {
    return outcomes.stream().map(RowOutcome::failure).filter(Objects::nonNull).toList();
  }

  /** Returns the outcome of a row that is not done. */
  public static RowOutcome failed(State state, SqlStateException failure) {
    return new RowOutcome(state, false, failure);
  }
}
