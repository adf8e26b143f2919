package dev.roster.calcite.error;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** The SQLSTATEs that Roster reports, each with the kind of exception that JDBC has for it. */
public enum SqlState {
  /** A write found nothing to act on. */
  NO_DATA("02000", "nothing found to act on", Kind.NON_TRANSIENT),
  /** A bound parameter is missing. */
  UNBOUND_PARAMETER("07002", "a parameter has no value", Kind.SYNTAX_OR_ACCESS),
  /** The provider could not be reached, or something else answers at its address. */
  NOT_CONNECTED("08001", "the provider cannot be reached", Kind.CONNECTION),
  /** The connection, statement or result set is closed. */
  CLOSED("08003", "closed", Kind.CONNECTION),
  /** The provider failed, or the connection broke before its answer was whole. */
  CONNECTION_FAILED("08006", "the provider failed", Kind.CONNECTION),
  /** As {@link #CONNECTION_FAILED}, where the provider says that it is for a while only. */
  UNAVAILABLE("08006", "the provider is unavailable now", Kind.TRANSIENT_CONNECTION),
  /** The answer of a write was lost: nobody can say whether the provider acted. */
  OUTCOME_UNKNOWN("08007", "nobody knows whether a write took effect", Kind.NON_TRANSIENT),
  /** What was asked for is not supported. */
  NOT_SUPPORTED("0A000", "not supported", Kind.FEATURE),
  /** An argument, or a request made of arguments, breaks a rule. */
  INVALID_ARGUMENT("22023", "an argument breaks a rule", Kind.DATA),
  /** A number is too large, or a time too far away, for its type. */
  OUT_OF_RANGE("22003", "a value is out of range", Kind.DATA),
  /** A value cannot be turned into the type asked for. */
  INVALID_VALUE("22018", "a value cannot be converted", Kind.DATA),
  /** A value is asked for where the rows have no current one. */
  NO_CURRENT_ROW("24000", "there is no current row", Kind.NON_TRANSIENT),
  /** A write is not allowed on this connection. */
  WRITE_DENIED("25006", "writes are not allowed", Kind.NON_TRANSIENT),
  /** A credential is missing or wrong, or an account cannot be used with it. */
  INVALID_AUTHORIZATION("28000", "credential or account not accepted", Kind.AUTHORIZATION),
  /** The statement cannot run as it stands: a key or a property is missing. */
  INVALID_STATEMENT("42000", "the statement cannot run", Kind.SYNTAX_OR_ACCESS),
  /** The credential or the account lacks a right. */
  INSUFFICIENT_RIGHTS("42501", "a right is missing", Kind.SYNTAX_OR_ACCESS),
  /** The text is not SQL. */
  SYNTAX("42601", "syntax", Kind.SYNTAX_OR_ACCESS),
  /** No such table. */
  UNKNOWN_TABLE("42S02", "unknown table", Kind.SYNTAX_OR_ACCESS),
  /** No such column. */
  UNKNOWN_COLUMN("42S22", "unknown column", Kind.SYNTAX_OR_ACCESS),
  /** The provider accepts no more requests for now. */
  TOO_MANY_REQUESTS("53300", "too many requests", Kind.TRANSIENT),
  /** A limit of the provider's plan is reached: seats, attempts a day. */
  LIMIT_REACHED("53400", "a limit is reached", Kind.NON_TRANSIENT),
  /** Statement.cancel, close or an interrupt ended the statement. */
  CANCELLED("57014", "cancelled", Kind.NON_TRANSIENT),
  /** Something that Roster did not foresee. */
  INTERNAL("58000", "internal error", Kind.NON_TRANSIENT),
  /** The query time-out, or a time-out of a call, ended the statement. */
  TIMEOUT("HYT00", "timed out", Kind.TIME);

  /** The kinds of exception that JDBC has. */
  private enum Kind {
    NON_TRANSIENT,
    TRANSIENT,
    CONNECTION,
    TRANSIENT_CONNECTION,
    DATA,
    FEATURE,
    AUTHORIZATION,
    SYNTAX_OR_ACCESS,
    TIME
  }

  // A message repeats what was given, and that may be a text of megabytes.
  private static final int MOST_CHARACTERS = 2000;

  private final String code;
  private final String sentence;
  private final Kind kind;

  SqlState(String code, String sentence, Kind kind) {
    this.code = code;
    this.sentence = sentence;
    this.kind = kind;
  }

  /** Returns the five characters. */
  public String code() {
    return code;
  }

  /** Returns what the state means, in a few words. */
  public String sentence() {
    return sentence;
  }

  /**
   * Returns an exception with this state.
   *
   * @param text where, what happened, what to do; what is beyond 2000 characters is cut off
   * @param vendorCode the HTTP status, or 0 where no answer is involved
   */
  public SQLException exception(String text, int vendorCode, @Nullable Throwable cause) {
    String message =
        text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    return switch (kind) {
      case NON_TRANSIENT -> new SQLNonTransientException(message, code, vendorCode, cause);
      case TRANSIENT -> new SQLTransientException(message, code, vendorCode, cause);
      case CONNECTION -> new SQLNonTransientConnectionException(message, code, vendorCode, cause);
      case TRANSIENT_CONNECTION ->
          new SQLTransientConnectionException(message, code, vendorCode, cause);
      case DATA -> new SQLDataException(message, code, vendorCode, cause);
      case FEATURE -> new SQLFeatureNotSupportedException(message, code, vendorCode, cause);
      case AUTHORIZATION ->
          new SQLInvalidAuthorizationSpecException(message, code, vendorCode, cause);
      case SYNTAX_OR_ACCESS -> new SQLSyntaxErrorException(message, code, vendorCode, cause);
      case TIME -> new SQLTimeoutException(message, code, vendorCode, cause);
    };
  }

  /** Returns an exception with this state that no answer and no other exception caused. */
  public SQLException exception(String message) {
    return exception(message, 0, null);
  }
}
