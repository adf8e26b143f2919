package dev.roster.calcite.error;

import dev.roster.bindings.ApiException;
import dev.roster.bindings.ApiTransportException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.avatica.NoSuchStatementException;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.runtime.CalciteException;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link SQLException} with a SQLSTATE of whatever comes out of Calcite. Calcite wraps
 * failures, hides their text, sets no SQLSTATE, and lets runtime exceptions through; so the reason
 * is looked for among the causes, and among what was suppressed.
 */
public final class SqlFailures {

  private SqlFailures() {}

  /** Returns the exception to throw; one that has a SQLSTATE already comes back as it is. */
  public static SQLException of(Throwable thrown) {
    SQLException known = null;
    for (Throwable reason : reasons(thrown)) {
      SQLException found = found(reason);
      if (found != null) {
        known = found;
        break;
      }
    }
    return known != null ? known : unforeseen(thrown);
  }

  /**
   * As {@link #of}, of something that another thread may have closed meanwhile: Calcite has no
   * check of that everywhere, so what is unforeseen then came of the close.
   *
   * @param what is used: statement or rows
   * @param closed whether it is closed now
   */
  public static SQLException of(Throwable thrown, String what, boolean closed) {
    SQLException failure = of(thrown);
    return closed && SqlState.INTERNAL.code().equals(failure.getSQLState())
        ? failure(
            SqlState.CLOSED,
            what + ": closed by another thread while in use. Execute it again, on an open one.",
            thrown)
        : failure;
  }

  /**
   * Returns the failure to throw where Calcite could not prepare a statement. What is wrong with
   * the statement comes back as it is; the rest are statements that Calcite's planner cannot cope
   * with.
   */
  public static RuntimeException ofPrepare(Throwable thrown) {
    for (Throwable reason : reasons(thrown)) {
      if (reason instanceof SqlStateException
          || reason instanceof SqlParseException
          || reason instanceof CalciteException) {
        return thrown instanceof RuntimeException runtime
            ? runtime
            : new IllegalStateException(thrown);
      }
    }
    return new SqlStateException(
        SqlState.NOT_SUPPORTED,
        "statement: it cannot be planned in this form. Write it in another way. ("
            + String.valueOf(thrown).split("\\R", 2)[0]
            + ")",
        0,
        thrown);
  }

  // Causes before what was suppressed: the nearest reason is the most telling one.
  private static Set<Throwable> reasons(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Throwable> inOrder = new LinkedHashSet<>();
    Deque<Throwable> left = new ArrayDeque<>();
    left.add(thrown);
    while (!left.isEmpty()) {
      Throwable next = left.removeFirst();
      if (!seen.add(next)) {
        continue;
      }
      inOrder.add(next);
      for (Throwable suppressed : next.getSuppressed()) {
        left.addLast(suppressed);
      }
      if (next.getCause() != null) {
        left.addFirst(next.getCause());
      }
    }
    return inOrder;
  }

  private static @Nullable SQLException found(Throwable reason) {
    if (reason instanceof SqlStateException failure) {
      return failure.toSqlException();
    }
    if (reason instanceof FailedRowsException rows) {
      return rows.toSqlException();
    }
    if (reason instanceof ApiException || reason instanceof ApiTransportException) {
      return found(CallFailures.of("statement", (RuntimeException) reason));
    }
    if (reason instanceof SQLException sql) {
      return sql.getSQLState() != null ? sql : ofAvatica(sql);
    }
    if (reason instanceof SqlParseException syntax) {
      return ofParser(syntax);
    }
    if (reason instanceof CalciteContextException invalid) {
      return ofValidator(invalid);
    }
    if (reason instanceof NoSuchStatementException) {
      return failure(
          SqlState.CLOSED, "statement: it was closed while it ran. Create another.", reason);
    }
    return ofRun(reason);
  }

  private static @Nullable SQLException ofAvatica(SQLException avatica) {
    if (avatica instanceof SQLFeatureNotSupportedException) {
      return failure(SqlState.NOT_SUPPORTED, "not supported: " + avatica.getMessage(), avatica);
    }
    String message = String.valueOf(avatica.getMessage()).toLowerCase(Locale.ROOT);
    if (message.endsWith("closed")) {
      return failure(SqlState.CLOSED, avatica.getMessage() + ".", avatica);
    }
    if (message.startsWith("does not implement")) {
      return failure(
          SqlState.INVALID_ARGUMENT,
          "unwrap: it " + avatica.getMessage() + ". Ask isWrapperFor first.",
          avatica);
    }
    if (message.startsWith("statement canceled")) {
      return failure(SqlState.CANCELLED, "statement: cancelled.", avatica);
    }
    if (message.contains("unbound parameter")) {
      return failure(
          SqlState.UNBOUND_PARAMETER,
          "statement: a parameter has no value. Set every ? before executing.",
          avatica);
    }
    // The others wrap a reason, which comes later in the list.
    return avatica.getCause() == null
        ? failure(SqlState.INVALID_STATEMENT, String.valueOf(avatica.getMessage()), avatica)
        : null;
  }

  private static SQLException ofParser(SqlParseException syntax) {
    if (syntax.getCause() instanceof SqlStateException told) {
      return told.toSqlException();
    }
    if (syntax.getCause() instanceof StackOverflowError) {
      return failure(
          SqlState.SYNTAX,
          "syntax: the statement is nested too deeply. Write a long OR as IN (…), or split it.",
          syntax);
    }
    // The parser goes on to list every word that it would have taken.
    String what = String.valueOf(syntax.getMessage()).split("\\R", 2)[0];
    SqlParserPos position = syntax.getPos();
    String where =
        position == null || what.contains("line ")
            ? ""
            : " at line " + position.getLineNum() + ", column " + position.getColumnNum();
    return failure(SqlState.SYNTAX, "syntax: " + what + where, syntax);
  }

  private static SQLException ofValidator(CalciteContextException invalid) {
    Throwable cause = invalid.getCause();
    String what = String.valueOf(cause == null ? invalid.getMessage() : cause.getMessage());
    String message =
        "statement: line "
            + invalid.getPosLine()
            + ", column "
            + invalid.getPosColumn()
            + ": "
            + what
            + advice(what);
    return failure(stateOfValidation(what), message, invalid);
  }

  private static String advice(String what) {
    if (what.startsWith("No match found for function signature")) {
      return ". Check the function's name, and the names and the number of its arguments.";
    }
    return what.startsWith("Illegal use of dynamic parameter")
        ? ". Its type is not known here: write CAST(? AS VARCHAR)."
        : "";
  }

  private static SqlState stateOfValidation(String what) {
    if (what.startsWith("Object '") || what.startsWith("Table '")) {
      return SqlState.UNKNOWN_TABLE;
    }
    if ((what.startsWith("Column '") && what.contains("not found"))
        || what.startsWith("Unknown target column")) {
      return SqlState.UNKNOWN_COLUMN;
    }
    // A NULL that is written for a column of an INSERT; others are found when it runs.
    if (what.endsWith("does not allow NULLs")) {
      return SqlState.INVALID_ARGUMENT;
    }
    return SqlState.INVALID_STATEMENT;
  }

  private static @Nullable SQLException ofRun(Throwable reason) {
    if (reason instanceof RelOptPlanner.CannotPlanException) {
      return failure(
          SqlState.NOT_SUPPORTED, "statement: there is no way to run it in this form.", reason);
    }
    if (reason instanceof UnsupportedOperationException) {
      return failure(SqlState.NOT_SUPPORTED, "not supported: " + reason.getMessage(), reason);
    }
    if (reason instanceof ArithmeticException
        || reason instanceof NumberFormatException
        || reason instanceof ClassCastException) {
      return failure(
          SqlState.INVALID_VALUE,
          "statement: a value cannot be converted or computed: " + reason.getMessage(),
          reason);
    }
    if (reason instanceof CalciteException) {
      return failure(SqlState.INVALID_VALUE, "statement: " + reason.getMessage(), reason);
    }
    return null;
  }

  private static SQLException unforeseen(Throwable thrown) {
    Throwable deepest = thrown;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    return failure(SqlState.INTERNAL, "statement: unforeseen: " + deepest, thrown);
  }

  private static SQLException failure(SqlState state, String message, Throwable cause) {
    return state.exception(message, 0, cause);
  }
}
