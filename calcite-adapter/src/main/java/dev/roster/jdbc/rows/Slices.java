package dev.roster.jdbc.rows;

import dev.roster.calcite.error.SqlState;
import java.sql.SQLException;

/** The positions in arrays and large objects, which JDBC counts from 1. */
final class Slices {

  private Slices() {}

  /**
   * Returns where a part begins, counted from 0.
   *
   * @param what the object is, for the message
   * @param first the number of the part's first element; one past the last begins an empty part
   * @param length of the part; what goes beyond the end is cut off
   * @throws SQLException 22023 if the part begins outside, or if its length is negative
   */
  static int from(String what, long first, long length, int size) throws SQLException {
    if (first < 1 || first > size + 1L || length < 0) {
      throw SqlState.INVALID_ARGUMENT.exception(
          what
              + ": there is no part of length "
              + length
              + " from number "
              + first
              + ". Its elements are number 1 to "
              + size
              + ".");
    }
    return (int) first - 1;
  }
}
