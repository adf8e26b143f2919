package dev.roster.calcite.error;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A failure that knows its SQLSTATE, on its way through Calcite, whose interfaces know no {@link
 * SQLException}. The driver turns it into one; over a plain Calcite connection it is the cause of
 * the exception that Calcite throws.
 */
public class SqlStateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final SqlState state;
  private final int vendorCode;

  /**
   * Makes an exception.
   *
   * @param message where, what happened, what to do
   * @param vendorCode the HTTP status, or 0 where no answer is involved
   */
  public SqlStateException(
      SqlState state, String message, int vendorCode, @Nullable Throwable cause) {
    super(message, cause);
    this.state = state;
    this.vendorCode = vendorCode;
  }

  /** Makes an exception that no answer and no other exception caused. */
  public SqlStateException(SqlState state, String message) {
    this(state, message, 0, null);
  }

  /** Returns the state. */
  public SqlState state() {
    return state;
  }

  /** Returns the HTTP status, or 0 where no answer is involved. */
  public int vendorCode() {
    return vendorCode;
  }

  /** Returns the same failure as JDBC throws it. */
  public SQLException toSqlException() {
    return state.exception(String.valueOf(getMessage()), vendorCode, this);
  }
}
