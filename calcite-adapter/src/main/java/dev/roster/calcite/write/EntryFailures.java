package dev.roster.calcite.write;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.ledger.Entry;
import dev.roster.ledger.EntryState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a thing's entry is as a failure: where, what is recorded, what to do. */
final class EntryFailures {

  private EntryFailures() {}

  /** Returns the failure of a thing whose own key was given again; null if it is confirmed. */
  static @Nullable SqlStateException recorded(String where, Entry entry) {
    String before = where + ": request_key '" + entry.requestKey() + "' was given before. ";
    return switch (entry.state()) {
      case PLANNED, CONFIRMED -> null;
      case FAILED ->
          failure(
              state(entry),
              before + error(entry) + " Nothing was sent now: give another request_key for that.",
              entry);
      case UNKNOWN ->
          failure(
              SqlState.OUTCOME_UNKNOWN,
              before + error(entry) + " Nothing was sent now. " + toResolve(entry.requestKey()),
              entry);
      case SENT -> failure(SqlState.OUTCOME_UNKNOWN, before + beingSent(entry), entry);
    };
  }

  /**
   * Returns the failure of a thing that an equal one, of another statement, stands in the way of.
   */
  static SqlStateException inTheWay(String where, Entry entry) {
    String before =
        where + ": the same was sent before, as request_key '" + entry.requestKey() + "'";
    if (entry.state() == EntryState.FAILED) {
      return failure(
          state(entry),
          before + ", and failed. " + error(entry) + " Run it again to send it.",
          entry);
    }
    return failure(
        SqlState.OUTCOME_UNKNOWN,
        entry.state() == EntryState.SENT
            ? before + ". " + beingSent(entry)
            : before
                + ", and nobody knows whether it took effect. It was not sent again. "
                + toResolve(entry.requestKey()),
        entry);
  }

  /** Returns what to do about a thing that is UNKNOWN. */
  static String toResolve(String requestKey) {
    return "Look at the provider, then CALL roster.resolve('"
        + requestKey
        + "', 'CONFIRMED') or CALL roster.resolve('"
        + requestKey
        + "', 'FAILED').";
  }

  private static String beingSent(Entry entry) {
    return "It is being sent at this moment by "
        + (entry.sender() == null ? "another statement" : entry.sender())
        + ". Look again when that has ended.";
  }

  private static String error(Entry entry) {
    return entry.error() == null ? "It is recorded as " + entry.state() + "." : entry.error();
  }

  private static SqlStateException failure(SqlState state, String message, Entry entry) {
    return new SqlStateException(state, message, entry.httpStatus(), null);
  }

  private static SqlState state(Entry entry) {
    return Arrays.stream(SqlState.values())
        .filter(state -> state.code().equals(entry.sqlState()))
        .findFirst()
        .orElse(SqlState.CONNECTION_FAILED);
  }
}
