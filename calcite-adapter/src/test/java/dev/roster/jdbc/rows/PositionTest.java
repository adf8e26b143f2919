package dev.roster.jdbc.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where rows stand, what cannot be done with them, and what they say when they are closed. */
class PositionTest {

  private static final String TWO = "SELECT n, n AS N FROM (VALUES (1), (2)) AS t(n)";

  private Connection connection;
  private Statement statement;

  @BeforeEach
  void open() throws SQLException {
    connection = Read.connection();
    statement = connection.createStatement();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private static String position(ResultSet rows) throws SQLException {
    return (rows.isBeforeFirst() ? "before " : "")
        + (rows.isFirst() ? "first " : "")
        + (rows.isAfterLast() ? "after " : "")
        + rows.getRow();
  }

  @Test
  void rowsKnowWhereTheyStand() throws SQLException {
    ResultSet rows = statement.executeQuery(TWO);
    List<String> positions = new ArrayList<>();
    positions.add(position(rows));
    while (rows.next()) {
      positions.add(position(rows) + ":" + rows.getInt("N"));
    }
    positions.add(position(rows));
    assertThat(rows.next()).isFalse();
    positions.add(position(rows));
    assertThat(positions).containsExactly("before 0", "first 1:1", "2:2", "after 0", "after 0");
  }

  @Test
  void noRowsHaveNoPosition() throws SQLException {
    ResultSet rows = statement.executeQuery(TWO + " WHERE 1 = 0");
    assertThat(position(rows)).isEqualTo("0");
    assertThat(rows.next()).isFalse();
    assertThat(position(rows)).isEqualTo("0");
  }

  @Test
  void rowsEndWhereTheStatementSays() throws SQLException {
    statement.setMaxRows(1);
    ResultSet rows = statement.executeQuery(TWO);
    assertThat(rows.isBeforeFirst()).isTrue();
    assertThat(rows.next()).isTrue();
    assertThat(rows.next()).isFalse();
    assertThat(rows.isAfterLast()).isTrue();
  }

  @Test
  void whatIsFixedIsTold() throws SQLException {
    ResultSet rows = statement.executeQuery(TWO);
    assertThat(rows.getType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
    assertThat(rows.getConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
    assertThat(rows.getHoldability()).isEqualTo(ResultSet.HOLD_CURSORS_OVER_COMMIT);
    rows.setFetchDirection(ResultSet.FETCH_FORWARD);
    assertThat(rows.getFetchDirection()).isEqualTo(ResultSet.FETCH_FORWARD);
    rows.setFetchSize(100);
    assertThat(rows.getFetchSize()).isEqualTo(100);
    assertThat((Object) rows.getWarnings()).isNull();
    rows.clearWarnings();
    assertThat(rows.isWrapperFor(ResultSet.class)).isTrue();
    assertThat(rows.isWrapperFor(String.class)).isFalse();
    assertThat(rows.unwrap(ResultSet.class)).isSameAs(rows);
    assertThat(Read.failure(() -> rows.unwrap(String.class)))
        .isEqualTo("22023 rows: they are no java.lang.String.");
    assertThat(Read.failure(() -> setFetchDirection(rows, ResultSet.FETCH_REVERSE)))
        .startsWith("0A000 rows: they come forward only.");
    assertThat(Read.failure(() -> setFetchDirection(rows, 7)))
        .isEqualTo("22023 rows: 7 is no fetch direction. Use ResultSet.FETCH_FORWARD.");
    assertThat(Read.failure(rows::getCursorName)).startsWith("0A000 rows: they have no cursor");
  }

  private static Object setFetchDirection(ResultSet rows, int direction) throws SQLException {
    rows.setFetchDirection(direction);
    return rows;
  }

  @Test
  void aLabelIsFoundInAnyCaseAndTheFirstOfTwo() throws SQLException {
    ResultSet rows = statement.executeQuery("SELECT 1 AS a, 2 AS \"A\", 3 AS b");
    rows.next();
    assertThat(rows.findColumn("A")).isEqualTo(1);
    assertThat(rows.findColumn("B")).isEqualTo(3);
    assertThat(rows.getInt("a")).isEqualTo(1);
    assertThat(Read.failure(() -> rows.getInt("c")))
        .isEqualTo("42S22 rows: there is no column c. There are: a, A, b.");
    assertThat(Read.failure(() -> rows.getInt(0)))
        .isEqualTo("42S22 rows: there is no column 0. There are 3, and the first is number 1.");
  }

  @Test
  void rowsEndTheStatementThatIsToCloseWithThem() throws SQLException {
    statement.closeOnCompletion();
    ResultSet rows = statement.executeQuery(TWO);
    rows.close();
    rows.close();
    assertThat(rows.isClosed()).isTrue();
    assertThat(statement.isClosed()).isTrue();
  }

  @Test
  void closedWithTheirStatementTheySaySo() throws SQLException {
    ResultSet rows = statement.executeQuery(TWO);
    rows.next();
    statement.close();
    assertThat(rows.isClosed()).isTrue();
    assertThat(Read.failure(() -> rows.getInt(1)))
        .isEqualTo("08003 rows: they are closed. Execute the statement again.");
  }

  // Methods that have a meaning without rows to read.
  private static final Set<String> ALWAYS =
      Set.of("close", "isClosed", "unwrap", "isWrapperFor", "toString", "hashCode", "equals");

  private static final Set<String> SCROLLING =
      Set.of(
          "previous",
          "first",
          "last",
          "absolute",
          "relative",
          "beforeFirst",
          "afterLast",
          "isLast");

  private static final Set<String> CHANGING =
      Set.of(
          "insertRow",
          "deleteRow",
          "refreshRow",
          "cancelRowUpdates",
          "moveToInsertRow",
          "moveToCurrentRow");

  @Test
  void theyAreNeitherChangedNorScrolled() throws SQLException {
    ResultSet rows = statement.executeQuery(TWO);
    rows.next();
    int tried = 0;
    for (Method method : ResultSet.class.getMethods()) {
      String name = method.getName();
      if (name.startsWith("update") || CHANGING.contains(name) || SCROLLING.contains(name)) {
        SQLException failure = failure(method, rows);
        assertThat(failure.getSQLState()).as("%s", method).isEqualTo("0A000");
        assertThat(failure.getMessage())
            .as("%s", method)
            .contains(SCROLLING.contains(name) ? "forward only" : "cannot be changed");
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(100);
    assertThat(rows.rowUpdated() || rows.rowDeleted() || rows.rowInserted()).isFalse();
    assertThat(rows.getInt(1)).isEqualTo(1);
  }

  @Test
  void closedTheyAnswerNothing() throws SQLException {
    ResultSet rows = statement.executeQuery(TWO);
    rows.next();
    rows.close();
    for (Method method : ResultSet.class.getMethods()) {
      if (!ALWAYS.contains(method.getName())) {
        assertThat(failure(method, rows).getSQLState()).as("%s", method).isEqualTo("08003");
      }
    }
  }

  private static SQLException failure(Method method, ResultSet rows) {
    @Nullable Object[] arguments =
        Arrays.stream(method.getParameterTypes()).map(PositionTest::argument).toArray();
    try {
      Object value = method.invoke(rows, arguments);
      throw new AssertionError(method + " gave " + value);
    } catch (InvocationTargetException thrown) {
      assertThat(thrown.getTargetException()).as("%s", method).isInstanceOf(SQLException.class);
      return (SQLException) thrown.getTargetException();
    } catch (IllegalAccessException inaccessible) {
      throw new AssertionError(inaccessible);
    }
  }

  private static @Nullable Object argument(Class<?> type) {
    if (type == int.class) {
      return 1;
    }
    if (type == String.class) {
      return "n";
    }
    if (type == long.class) {
      return 1L;
    }
    if (type == boolean.class) {
      return true;
    }
    if (type == byte.class) {
      return (byte) 1;
    }
    if (type == short.class) {
      return (short) 1;
    }
    if (type == float.class) {
      return 1f;
    }
    return type == double.class ? (Object) 1d : null;
  }
}
