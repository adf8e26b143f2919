package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call of the metadata, on an open connection without credentials and on a closed one. */
class MetaDataCallsTest {

  // They are declared without an exception, or are about the object alone.
  private static final Set<String> WITHOUT_CONNECTION =
      Set.of("getDriverMajorVersion", "getDriverMinorVersion", "unwrap", "isWrapperFor");

  static Stream<Method> calls() {
    return Arrays.stream(DatabaseMetaData.class.getMethods());
  }

  private static @Nullable Object[] arguments(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(MetaDataCallsTest::argument).toArray();
  }

  private static @Nullable Object argument(Class<?> type) {
    if (type == int.class) {
      return 1;
    }
    if (type == boolean.class) {
      return true;
    }
    return type == Class.class ? DatabaseMetaData.class : null;
  }

  private static Connection open;
  private static DatabaseMetaData ofClosed;

  @BeforeAll
  static void connect() throws SQLException {
    open = DriverManager.getConnection("jdbc:roster:");
    Connection closed = DriverManager.getConnection("jdbc:roster:");
    ofClosed = closed.getMetaData();
    closed.close();
  }

  @AfterAll
  static void close() throws SQLException {
    open.close();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void hasAnAnswerWithoutCredentials(Method method) throws Exception {
    Object answer = method.invoke(open.getMetaData(), arguments(method));

    assertThat(answer).isNotNull();
    if (answer instanceof ResultSet rows) {
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          assertThat(String.valueOf(rows.getObject(i))).isNotEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void isRefusedOnAClosedConnection(Method method) {
    Throwable thrown = catchThrowable(() -> method.invoke(ofClosed, arguments(method)));

    if (WITHOUT_CONNECTION.contains(method.getName())) {
      assertThat(thrown).isNull();
    } else {
      assertThat(thrown).isInstanceOf(InvocationTargetException.class);
      assertThat(thrown.getCause())
          .isInstanceOfSatisfying(
              SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("08003"));
    }
  }
}
