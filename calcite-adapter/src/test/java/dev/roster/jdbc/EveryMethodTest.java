package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.error.SqlState;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every method of every interface of JDBC that the driver hands out, on objects in each state of
 * their life, with ordinary and wrong arguments: a value, or an SQLException with one of Roster's
 * SQLSTATEs. None asks a provider but those that execute.
 */
class EveryMethodTest {

  private static final Set<String> EXECUTE =
      Set.of(
          "execute",
          "executeQuery",
          "executeUpdate",
          "executeLargeUpdate",
          "executeBatch",
          "executeLargeBatch");

  // What JDBC allows on a closed object, or leaves to its default.
  private static final Set<String> WORK_WHEN_CLOSED =
      Set.of(
          "close",
          "isClosed",
          "abort",
          "isValid",
          "unwrap",
          "isWrapperFor",
          "free",
          "beginRequest",
          "endRequest",
          "enquoteLiteral",
          "enquoteIdentifier",
          "enquoteNCharLiteral",
          "isSimpleIdentifier");

  // After these, if they succeed, an object is in another state than before.
  private static final List<String> CHANGE_THE_STATE =
      List.of(
          "close",
          "abort",
          "cancel",
          "execute",
          "clear",
          "free",
          "getMoreResults",
          "next",
          "previous",
          "first",
          "last",
          "absolute",
          "relative",
          "before",
          "after",
          "moveTo",
          "insert",
          "delete",
          "refresh",
          "truncate",
          "setReadOnly",
          "setSchema",
          "setMaxRows",
          "setLargeMaxRows",
          "setQueryTimeout");

  private static final JdbcState<Connection> CONNECTION =
      JdbcState.open("connection", Connection.class, connection -> connection);
  private static final JdbcState<Statement> EXECUTED =
      JdbcState.open("statement, executed", Statement.class, JdbcState::executed);
  private static final JdbcState<PreparedStatement> BOUND =
      JdbcState.open("prepared statement, bound", PreparedStatement.class, JdbcState::bound);
  private static final JdbcState<CallableStatement> CALLED =
      JdbcState.open("callable statement, executed", CallableStatement.class, JdbcState::called);
  private static final JdbcState<ResultSet> ON_A_ROW =
      JdbcState.open(
          "rows, on a row", ResultSet.class, connection -> JdbcState.rows(connection, 1));
  private static final JdbcState<ResultSetMetaData> COLUMNS =
      JdbcState.open(
          "columns",
          ResultSetMetaData.class,
          connection -> JdbcState.rows(connection, 0).getMetaData());
  private static final JdbcState<ParameterMetaData> PARAMETERS =
      JdbcState.open(
          "parameters",
          ParameterMetaData.class,
          connection -> JdbcState.prepared(connection).getParameterMetaData());
  private static final JdbcState<DatabaseMetaData> META_DATA =
      JdbcState.open("metadata", DatabaseMetaData.class, Connection::getMetaData);
  private static final JdbcState<Array> ARRAY =
      JdbcState.open(
          "array",
          Array.class,
          connection -> connection.createArrayOf("VARCHAR", new Object[] {"a", "b"}));
  private static final JdbcState<Clob> CLOB =
      JdbcState.open("clob", Clob.class, connection -> JdbcState.rows(connection, 1).getClob(1));
  private static final JdbcState<java.sql.Driver> DRIVER =
      JdbcState.open("driver", java.sql.Driver.class, connection -> new Driver());

  /** An object of each kind in the state in which most of its methods work. */
  private static final List<JdbcState<?>> AT_WORK =
      List.of(
          CONNECTION,
          EXECUTED,
          BOUND,
          CALLED,
          ON_A_ROW,
          COLUMNS,
          PARAMETERS,
          META_DATA,
          ARRAY,
          CLOB,
          DRIVER);

  private static final List<JdbcState<?>> OTHERWISE =
      List.of(
          CONNECTION.closedBy("closed", Connection::close),
          CONNECTION.closedBy("aborted", connection -> connection.abort(Runnable::run)),
          JdbcState.open("statement, fresh", Statement.class, Connection::createStatement),
          EXECUTED.closedBy("closed", Statement::close),
          EXECUTED.closedWithItsConnection(),
          JdbcState.open("prepared statement, fresh", PreparedStatement.class, JdbcState::prepared),
          BOUND.closedBy("closed", Statement::close),
          BOUND.closedWithItsConnection(),
          JdbcState.open("callable statement, fresh", CallableStatement.class, JdbcState::callable),
          CALLED.closedBy("closed", Statement::close),
          CALLED.closedWithItsConnection(),
          JdbcState.open(
              "rows, before the first",
              ResultSet.class,
              connection -> JdbcState.rows(connection, 0)),
          JdbcState.open(
              "rows, after the last", ResultSet.class, connection -> JdbcState.rows(connection, 4)),
          JdbcState.open(
              "rows of metadata",
              ResultSet.class,
              connection -> {
                ResultSet rows = connection.getMetaData().getTables(null, null, "%", null);
                rows.next();
                return rows;
              }),
          ON_A_ROW.closedBy("closed", ResultSet::close),
          ON_A_ROW.closedBy("statement closed", rows -> rows.getStatement().close()),
          ON_A_ROW.closedWithItsConnection(),
          JdbcState.open(
              "columns of a prepared statement",
              ResultSetMetaData.class,
              connection -> JdbcState.prepared(connection).getMetaData()),
          JdbcState.open(
              "parameters of a call",
              ParameterMetaData.class,
              connection -> JdbcState.callable(connection).getParameterMetaData()));

  static Stream<JdbcState<?>> states() {
    return Stream.concat(AT_WORK.stream(), OTHERWISE.stream());
  }

  private static Stream<Method> methods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .sorted(Comparator.comparing(EveryMethodTest::signature));
  }

  private static String signature(Method method) {
    return method.getName()
        + Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("states")
  void everyMethodAnswersOrSaysWhyNot(JdbcState<?> state) throws SQLException {
    List<String> faults = new ArrayList<>();
    try (Subject subject = new Subject(state)) {
      for (Method method : methods(state.type()).toList()) {
        for (@Nullable Object[] arguments : ArgumentVariants.of(method)) {
          String fault = subject.fault(method, arguments);
          if (fault != null) {
            faults.add(MethodJudge.shown(method, arguments) + " " + fault);
          }
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  /** An object in a state; made anew when a call has changed that. */
  private static final class Subject implements AutoCloseable {
    private final JdbcState<?> state;
    private @Nullable Roster roster;
    private @Nullable Object object;

    Subject(JdbcState<?> state) {
      this.state = state;
    }

    @Nullable String fault(Method method, @Nullable Object[] arguments) throws SQLException {
      Roster open = roster;
      Object target = object;
      if (open == null || target == null) {
        open = Roster.writing();
        roster = open;
        target = state.opening().of(open.connection);
        object = target;
      }
      open.provider.forget();
      MethodJudge.Outcome outcome;
      try {
        outcome = MethodJudge.call(target, method, arguments);
      } catch (AssertionError thrown) {
        close();
        return String.valueOf(thrown.getMessage());
      }
      List<String> requests = open.requests();
      if (!state.closed() && outcome.failure() == null && changesTheState(method)) {
        close();
      }
      String fault = MethodJudge.fault(method, outcome);
      if (fault != null) {
        return fault;
      }
      if (state.closed() && !saysThatItIsClosed(method, outcome)) {
        return "does not say that it is closed";
      }
      return requests.isEmpty() || EXECUTE.contains(method.getName()) ? null : "asked " + requests;
    }

    private static boolean saysThatItIsClosed(Method method, MethodJudge.Outcome outcome) {
      return WORK_WHEN_CLOSED.contains(method.getName())
          || outcome.failedWith(SqlState.CLOSED)
          || outcome.failedWith(SqlState.NOT_SUPPORTED);
    }

    @Override
    public void close() throws SQLException {
      if (roster != null) {
        roster.close();
      }
      roster = null;
      object = null;
    }
  }

  private static boolean changesTheState(Method method) {
    return CHANGE_THE_STATE.stream().anyMatch(method.getName()::startsWith);
  }

  /** The list is for readers too: after a change that is meant, copy what the test prints. */
  @Test
  void whatIsNotSupportedIsListed() throws Exception {
    TreeSet<String> unsupported = new TreeSet<>();
    for (JdbcState<?> state : AT_WORK) {
      for (Method method : methods(state.type()).toList()) {
        if (method.getDeclaringClass() == Wrapper.class) {
          continue;
        }
        try (Roster roster = Roster.writing()) {
          Object target = state.opening().of(roster.connection);
          if (MethodJudge.call(target, method, ArgumentVariants.ordinary(method))
              .failedWith(SqlState.NOT_SUPPORTED)) {
            unsupported.add(state.type().getSimpleName() + "." + signature(method));
          }
        }
      }
    }
    String listed;
    try (InputStream file =
        Objects.requireNonNull(
            EveryMethodTest.class.getResourceAsStream("unsupported-methods.txt"))) {
      listed = new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
    assertThat(String.join("\n", unsupported)).isEqualTo(listed);
  }
}
