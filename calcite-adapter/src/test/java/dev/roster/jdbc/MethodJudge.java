package dev.roster.jdbc;

import dev.roster.calcite.error.SqlState;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls a method of JDBC and says what is wrong with what it did. */
final class MethodJudge {

  /** What a call did: returned a value, or failed with a SQLSTATE. */
  record Outcome(@Nullable Object value, @Nullable SQLException failure) {
    boolean failedWith(SqlState state) {
      return failure != null && state.code().equals(failure.getSQLState());
    }
  }

  private static final Set<String> STATES =
      Arrays.stream(SqlState.values()).map(SqlState::code).collect(Collectors.toSet());

  // An address of an object, or a name of a library's class.
  private static final Pattern INTERNALS =
      Pattern.compile(
          "@[0-9a-f]{4,}|org\\.apache|avatica|\\bcalcite|okhttp|because \"|Cannot invoke",
          Pattern.CASE_INSENSITIVE);

  // Where JDBC itself says that null is an answer.
  private static final Set<String> MAY_BE_NULL =
      Set.of("getCatalog", "getSchema", "getWarnings", "getClientInfo", "unwrap");

  private MethodJudge() {}

  /**
   * Calls a method.
   *
   * @throws AssertionError if it threw what JDBC does not allow
   */
  static Outcome call(Object target, Method method, @Nullable Object[] arguments) {
    try {
      return new Outcome(method.invoke(target, arguments), null);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof SQLException failure) {
        return new Outcome(null, failure);
      }
      throw new AssertionError(
          shown(method, arguments) + " threw " + thrown.getCause(), thrown.getCause());
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(shown(method, arguments) + " is not accessible", impossible);
    }
  }

  /** Returns what is wrong with the outcome of a call, or null. */
  static @Nullable String fault(Method method, Outcome outcome) {
    SQLException failure = outcome.failure;
    if (failure == null) {
      return outcome.value == null && promisesValue(method) ? "returned null" : null;
    }
    for (SQLException next = failure; next != null; next = next.getNextException()) {
      String fault = fault(next);
      if (fault != null) {
        return fault + ": " + next.getClass().getSimpleName() + " " + next.getMessage();
      }
    }
    return failure instanceof BatchUpdateException batch && batch.getUpdateCounts() == null
        ? "has no update counts"
        : null;
  }

  private static @Nullable String fault(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null || !STATES.contains(state)) {
      return "has SQLSTATE " + state;
    }
    if (state.equals(SqlState.INTERNAL.code())) {
      return "was not foreseen";
    }
    String message = failure.getMessage();
    if (message == null || message.isBlank() || message.equals("null") || message.contains("\n")) {
      return "has no message in one line";
    }
    if (INTERNALS.matcher(message).find()) {
      return "shows internals";
    }
    return message.length() > 2500 ? "has a message of " + message.length() + " characters" : null;
  }

  private static boolean promisesValue(Method method) {
    Class<?> owner = method.getDeclaringClass();
    boolean describes =
        owner == DatabaseMetaData.class
            || owner == ResultSetMetaData.class
            || owner == ParameterMetaData.class
            || owner == Connection.class;
    return describes
        && (method.getReturnType() == String.class
            || method.getReturnType() == ResultSet.class
            || owner == Connection.class)
        && method.getReturnType() != void.class
        && !MAY_BE_NULL.contains(method.getName());
  }

  /** Returns a call as text. */
  static String shown(Method method, @Nullable Object[] arguments) {
    return method.getName()
        + Arrays.stream(arguments)
            .map(MethodJudge::shown)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String shown(@Nullable Object argument) {
    String text =
        argument instanceof Object[] all ? Arrays.toString(all) : String.valueOf(argument);
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
