package dev.roster.jdbc.rows;

import dev.roster.calcite.error.SqlState;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A value on its way to the Java type that is asked for.
 *
 * @param value as {@link ValueType#value} returns it; not null
 */
record Cell(String column, ValueType type, Object value) {

  /**
   * Returns the failure to throw where the value is not of the kind that is asked for. It does not
   * show the value, which may be a secret.
   */
  SQLException unreadable(String asked, @Nullable Throwable cause) {
    return SqlState.INVALID_VALUE.exception(
        "rows, column "
            + column
            + ": its "
            + type.name()
            + " cannot be read as "
            + asked
            + ". Use getString or getObject.",
        0,
        cause);
  }

  SQLException unreadable(String asked) {
    return unreadable(asked, null);
  }

  /** Returns the failure to throw where a number has no room in the type that is asked for. */
  SQLException outOfRange(String asked) {
    return SqlState.OUT_OF_RANGE.exception(
        "rows, column "
            + column
            + ": its value is out of the range of "
            + asked
            + ". Use a wider type, or getString.");
  }
}
