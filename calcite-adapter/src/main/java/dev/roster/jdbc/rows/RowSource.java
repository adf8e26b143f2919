package dev.roster.jdbc.rows;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Where a result set has its rows from; they come one after the other. */
interface RowSource {

  /** Goes on to the next row, and returns whether there is one. */
  boolean next() throws SQLException;

  /**
   * Returns a value of the current row, as {@link ValueType#value} has it, or null.
   *
   * @param index of the column, from 0
   */
  @Nullable Object value(int index) throws SQLException;

  /** Returns whether the rows were closed, by themselves or with their statement. */
  boolean isClosed() throws SQLException;

  /** Ends the rows, and what is under way for them. */
  void close() throws SQLException;
}
