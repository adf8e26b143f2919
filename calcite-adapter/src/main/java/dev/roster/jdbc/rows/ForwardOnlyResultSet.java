package dev.roster.jdbc.rows;

import dev.roster.calcite.error.SqlFailures;
import dev.roster.calcite.error.SqlState;
import java.sql.SQLException;
import java.sql.SQLWarning;
import org.jspecify.annotations.Nullable;

/** Where rows stand: before the first, on one, after the last. They come forward only. */
abstract class ForwardOnlyResultSet extends GettersByLabel {

  private enum Position {
    BEFORE_FIRST,
    /** The first row was looked for already, but nobody has asked for it yet. */
    BEFORE_FOUND,
    ON_ROW,
    AFTER_LAST
  }

  private final RowSource source;
  private final long maxRows;
  private Position position = Position.BEFORE_FIRST;
  private boolean firstFound;
  private long row;
  private int fetchSize;

  /**
   * Makes rows.
   *
   * @param maxRows after how many they end; 0 is no limit
   */
  ForwardOnlyResultSet(RowSource source, long maxRows) {
    this.source = source;
    this.maxRows = maxRows;
  }

  @Override
  final void checkOpen() throws SQLException {
    if (isClosed()) {
      throw SqlState.CLOSED.exception("rows: they are closed. Execute the statement again.");
    }
  }

  /** Returns a value of the current row, or null. */
  final @Nullable Object currentValue(int index) throws SQLException {
    if (position != Position.ON_ROW) {
      throw SqlState.NO_CURRENT_ROW.exception(
          "rows: there is no current row. Call next() until it returns false.");
    }
    try {
      return source.value(index);
    } catch (SQLException | RuntimeException thrown) {
      throw SqlFailures.of(thrown, "rows", isClosed());
    }
  }

  @Override
  public boolean next() throws SQLException {
    checkOpen();
    boolean found =
        switch (position) {
          case BEFORE_FIRST, ON_ROW -> advance();
          case BEFORE_FOUND -> firstFound;
          case AFTER_LAST -> false;
        };
    position = found ? Position.ON_ROW : Position.AFTER_LAST;
    row += found ? 1 : 0;
    return found;
  }

  private boolean advance() throws SQLException {
    if (maxRows > 0 && row >= maxRows) {
      return false;
    }
    try {
      return source.next();
    } catch (SQLException | RuntimeException | AssertionError | StackOverflowError thrown) {
      // Nothing comes after a failure.
      position = Position.AFTER_LAST;
      throw SqlFailures.of(thrown, "rows", isClosed());
    }
  }

  @Override
  public boolean isBeforeFirst() throws SQLException {
    checkOpen();
    if (position == Position.BEFORE_FIRST) {
      firstFound = advance();
      position = Position.BEFORE_FOUND;
    }
    return position == Position.BEFORE_FOUND && firstFound;
  }

  @Override
  public boolean isFirst() throws SQLException {
    checkOpen();
    return position == Position.ON_ROW && row == 1;
  }

  /** Returns whether the last row was passed; false if there was none. */
  @Override
  public boolean isAfterLast() throws SQLException {
    checkOpen();
    return position == Position.AFTER_LAST && row > 0;
  }

  @Override
  public int getRow() throws SQLException {
    checkOpen();
    return position == Position.ON_ROW ? (int) Math.min(row, Integer.MAX_VALUE) : 0;
  }

  @Override
  public boolean isClosed() throws SQLException {
    return source.isClosed();
  }

  @Override
  public void close() throws SQLException {
    try {
      source.close();
    } catch (SQLException | RuntimeException | AssertionError | StackOverflowError thrown) {
      throw SqlFailures.of(thrown);
    }
  }

  @Override
  public int getType() throws SQLException {
    checkOpen();
    return TYPE_FORWARD_ONLY;
  }

  @Override
  public int getHoldability() throws SQLException {
    checkOpen();
    return HOLD_CURSORS_OVER_COMMIT;
  }

  @Override
  public int getFetchDirection() throws SQLException {
    checkOpen();
    return FETCH_FORWARD;
  }

  @Override
  public void setFetchDirection(int direction) throws SQLException {
    checkOpen();
    switch (direction) {
      case FETCH_FORWARD -> {}
      case FETCH_REVERSE, FETCH_UNKNOWN -> throw forwardOnly();
      default ->
          throw SqlState.INVALID_ARGUMENT.exception(
              "rows: " + direction + " is no fetch direction. Use ResultSet.FETCH_FORWARD.");
    }
  }

  @Override
  public int getFetchSize() throws SQLException {
    checkOpen();
    return fetchSize;
  }

  /** Takes a hint that changes nothing: a provider's answer has as many rows as it has. */
  @Override
  public void setFetchSize(int size) throws SQLException {
    checkOpen();
    if (size < 0) {
      throw SqlState.INVALID_ARGUMENT.exception("rows: a fetch size is not negative.");
    }
    fetchSize = size;
  }

  /** Returns null: the warnings of an execution are those of its statement. */
  @Override
  public @Nullable SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return null;
  }

  @Override
  public void clearWarnings() throws SQLException {
    checkOpen();
  }

  private SQLException forwardOnly() throws SQLException {
    checkOpen();
    return SqlState.NOT_SUPPORTED.exception(
        "rows: they come forward only. Call next(), and keep the rows that are needed again.");
  }

  @Override
  public boolean isLast() throws SQLException {
    throw forwardOnly();
  }

  @Override
  public boolean previous() throws SQLException {
    throw forwardOnly();
  }

  @Override
  public boolean first() throws SQLException {
    throw forwardOnly();
  }

  @Override
  public boolean last() throws SQLException {
    throw forwardOnly();
  }

  @Override
  public boolean absolute(int number) throws SQLException {
    throw forwardOnly();
  }

  @Override
  public boolean relative(int distance) throws SQLException {
    throw forwardOnly();
  }

  @Override
  public void beforeFirst() throws SQLException {
    throw forwardOnly();
  }

  @Override
  public void afterLast() throws SQLException {
    throw forwardOnly();
  }

  @Override
  public String getCursorName() throws SQLException {
    checkOpen();
    throw SqlState.NOT_SUPPORTED.exception(
        "rows: they have no cursor that a statement could name. Write by the row's key.");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (isWrapperFor(type)) {
      return type.cast(this);
    }
    throw SqlState.INVALID_ARGUMENT.exception(
        "rows: they are no " + (type == null ? "null" : type.getName()) + ".");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type != null && type.isInstance(this);
  }
}
