package dev.roster.jdbc;

import dev.roster.calcite.error.SqlState;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a statement hands out: Calcite's, but they belong to Roster's statement, and
 * whatever a getter throws is an {@link SQLException} with a SQLSTATE. Of Calcite's own failures
 * some have none, some are runtime exceptions, and some show an object's address.
 */
// A proxy, because the interface has two hundred methods, of which all but two only pass a call on.
final class RowsOfStatement implements InvocationHandler {

  private final ResultSet rows;
  private final Statement statement;

  private RowsOfStatement(ResultSet rows, Statement statement) {
    this.rows = rows;
    this.statement = statement;
  }

  /** Returns {@code rows} as those of {@code statement}. */
  static ResultSet of(ResultSet rows, Statement statement) {
    return (ResultSet)
        Proxy.newProxyInstance(
            RowsOfStatement.class.getClassLoader(),
            new Class<?>[] {ResultSet.class},
            new RowsOfStatement(rows, statement));
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    switch (method.getName()) {
      case "getStatement" -> {
        return statement;
      }
      case "equals" -> {
        return arguments != null && proxy == arguments[0];
      }
      default -> {
        try {
          return method.invoke(rows, arguments);
        } catch (InvocationTargetException thrown) {
          throw failure(method.getName(), thrown.getTargetException());
        }
      }
    }
  }

  private static Throwable failure(String method, Throwable thrown) {
    if (thrown instanceof SQLException sql && sql.getSQLState() != null) {
      return thrown;
    }
    String where = "rows, " + method + ": ";
    String what = String.valueOf(thrown.getMessage());
    if (thrown instanceof SQLFeatureNotSupportedException
        || thrown instanceof UnsupportedOperationException) {
      return SqlState.NOT_SUPPORTED.exception(where + "it is not supported.", 0, thrown);
    }
    if (what.startsWith("invalid column ordinal") || what.startsWith("column '")) {
      return SqlState.UNKNOWN_COLUMN.exception(where + what + ".", 0, thrown);
    }
    if (what.endsWith("closed")) {
      return SqlState.CLOSED.exception(where + "the rows are closed.", 0, thrown);
    }
    if (what.startsWith(NoSuchElementException.class.getName())) {
      return SqlState.NO_CURRENT_ROW.exception(
          where + "there is no current row. Call next() until it returns false.", 0, thrown);
    }
    if (thrown instanceof SQLException || thrown instanceof RuntimeException) {
      // What follows in brackets is the accessor's own name and address.
      String reason = what.split(" \\(", 2)[0];
      return SqlState.INVALID_VALUE.exception(where + reason + ".", 0, thrown);
    }
    return thrown;
  }
}
