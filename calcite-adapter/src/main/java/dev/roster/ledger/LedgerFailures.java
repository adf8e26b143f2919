package dev.roster.ledger;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** What failures of the two databases mean, and how they are told. */
final class LedgerFailures {

  private static final String UNIQUE_VIOLATION = "23505";

  // The connection, or the server, is gone or going.
  private static final Set<Integer> H2_BROKEN =
      Set.of(
          ErrorCode.CONNECTION_BROKEN_1,
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
          ErrorCode.OBJECT_CLOSED,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2);

  // Another process has the file: it is about to say where it serves it, or just died.
  private static final Set<Integer> H2_IN_USE =
      Set.of(
          ErrorCode.DATABASE_ALREADY_OPEN_1,
          ErrorCode.DATABASE_IS_IN_EXCLUSIVE_MODE,
          ErrorCode.LOCK_TIMEOUT_1,
          ErrorCode.DEADLOCK_1,
          ErrorCode.CONCURRENT_UPDATE_1);

  private LedgerFailures() {}

  /** Returns whether the connection is of no use any more. */
  static boolean isBroken(SQLException failure) {
    String state = state(failure);
    return failure instanceof SQLRecoverableException
        || state.startsWith("08")
        || state.startsWith("57P")
        || H2_BROKEN.contains(failure.getErrorCode());
  }

  /** Returns whether the same step may succeed a moment later. */
  static boolean mayPass(SQLException failure) {
    String state = state(failure);
    return isBroken(failure)
        || failure instanceof SQLTransientException
        || state.equals(UNIQUE_VIOLATION)
        || state.startsWith("40")
        || state.startsWith("53")
        || state.startsWith("55P")
        || H2_IN_USE.contains(failure.getErrorCode());
  }

  private static String state(SQLException failure) {
    String state = failure.getSQLState();
    return state == null ? "" : state;
  }

  // H2 writes names of its classes into its file; in the driver jar they are renamed.
  private static boolean isOfOtherForm(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ClassNotFoundException
          && String.valueOf(cause.getMessage()).contains("mvstore")) {
        return true;
      }
    }
    return false;
  }

  /** Returns the failure as users see it: without URL and password, which drivers may repeat. */
  static LedgerException of(LedgerLocation location, SQLException failure) {
    if (isOfOtherForm(failure)) {
      return new LedgerException(
          "ledger "
              + location
              + ": its file was made by the driver jar, or without it, and this program is the"
              + " other way round. Let all programs that share it use the jar, or none; or use"
              + " PostgreSQL.",
          failure);
    }
    boolean safe = location.isSafe(failure);
    return new LedgerException(
        "ledger "
            + location
            + ": "
            + (safe ? firstLine(failure.getMessage()) : "the database refuses")
            + " (SQLSTATE "
            + state(failure)
            + "). "
            + "Check that the database can be reached and written, or set the property ledger.",
        safe ? failure : null);
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "no reason given" : message.lines().findFirst().orElse("");
  }
}
