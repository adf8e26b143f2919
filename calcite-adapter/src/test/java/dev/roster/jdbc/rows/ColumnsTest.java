package dev.roster.jdbc.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rows say of their columns. */
class ColumnsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "true                            | 16   | BOOLEAN   | 1        | 0 | 5        |"
            + " java.lang.Boolean",
        "CAST(1 AS TINYINT)              | -6   | TINYINT   | 3        | 0 | 4        |"
            + " java.lang.Integer",
        "CAST(1 AS SMALLINT)             | 5    | SMALLINT  | 5        | 0 | 6        |"
            + " java.lang.Integer",
        "1                               | 4    | INTEGER   | 10       | 0 | 11       |"
            + " java.lang.Integer",
        "5000000000                      | -5   | BIGINT    | 19       | 0 | 20       |"
            + " java.lang.Long",
        "CAST(1 AS DECIMAL(5, 2))        | 3    | DECIMAL   | 5        | 2 | 7        |"
            + " java.math.BigDecimal",
        "CAST(1 AS REAL)                 | 7    | REAL      | 9        | 0 | 15       |"
            + " java.lang.Float",
        "CAST(1 AS FLOAT)                | 6    | FLOAT     | 17       | 0 | 24       |"
            + " java.lang.Double",
        "CAST(1 AS DOUBLE)               | 8    | DOUBLE    | 17       | 0 | 24       |"
            + " java.lang.Double",
        "'abc'                           | 1    | CHAR      | 3        | 0 | 3        |"
            + " java.lang.String",
        "CAST('a' AS VARCHAR)            | 12   | VARCHAR   | 65536    | 0 | 65536    |"
            + " java.lang.String",
        "CAST('a' AS VARCHAR(36))        | 12   | VARCHAR   | 36       | 0 | 36       |"
            + " java.lang.String",
        "X'41'                           | -2   | BINARY    | 1        | 0 | 2        | [B",
        "CAST(X'41' AS VARBINARY(9))     | -3   | VARBINARY | 9        | 0 | 18       | [B",
        "DATE '2026-02-20'               | 91   | DATE      | 10       | 0 | 10       |"
            + " java.sql.Date",
        "TIME '11:11:51'                 | 92   | TIME      | 8        | 0 | 8        |"
            + " java.sql.Time",
        "CAST(NULL AS TIMESTAMP(3))      | 93   | TIMESTAMP | 23       | 3 | 23       |"
            + " java.sql.Timestamp",
        "TIMESTAMP '2026-02-20 11:11:51' | 93   | TIMESTAMP | 19       | 0 | 19       |"
            + " java.sql.Timestamp",
        "ARRAY['a']                      | 2003 | CHAR ARRAY | 65536   | 0 | 65536    |"
            + " java.sql.Array",
        "MAP['a', 1]                     | 1111 | MAP       | 65536    | 0 | 65536    |"
            + " java.util.Map",
        "ROW(1, 'a')                     | 2002 | ROW       | 65536    | 0 | 65536    |"
            + " java.sql.Struct",
        "INTERVAL '3' DAY                | 1111 | INTERVAL_DAY | 65536 | 0 | 65536    |"
            + " java.lang.String",
      })
  void aTypeHasItsPlainNameAndItsSizes(
      String expression,
      int type,
      String name,
      int precision,
      int scale,
      int displaySize,
      String className)
      throws SQLException {
    Read.row(
        expression + " AS c",
        rows -> {
          ResultSetMetaData columns = rows.getMetaData();
          assertThat(columns.getColumnType(1)).isEqualTo(type);
          assertThat(columns.getColumnTypeName(1)).isEqualTo(name);
          assertThat(columns.getPrecision(1)).isEqualTo(precision);
          assertThat(columns.getScale(1)).isEqualTo(scale);
          assertThat(columns.getColumnDisplaySize(1)).isEqualTo(displaySize);
          assertThat(columns.getColumnClassName(1)).isEqualTo(className);
          Object value = rows.getObject(1);
          if (value != null) {
            Class<?> told = assertDoesNotThrow(() -> Class.forName(className));
            assertThat(told.isInstance(value)).as("%s", value.getClass()).isTrue();
          }
        });
  }

  @Test
  void theOriginOfAColumnIsToldBeforeItIsRead() throws SQLException {
    try (Connection connection = Read.connection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT a.id AS x, a.connected_at, 1 AS n FROM linkedapi.accounts a")) {
      ResultSetMetaData columns = statement.getMetaData();
      assertThat(columns.getColumnCount()).isEqualTo(3);
      assertThat(columns.getColumnLabel(1)).isEqualTo("x");
      assertThat(columns.getColumnName(1)).isEqualTo("id");
      assertThat(columns.getTableName(1)).isEqualTo("accounts");
      assertThat(columns.getSchemaName(1)).isEqualTo("linkedapi");
      assertThat(columns.getCatalogName(1)).isEmpty();
      assertThat(columns.isNullable(1)).isEqualTo(ResultSetMetaData.columnNoNulls);
      assertThat(columns.isNullable(2)).isEqualTo(ResultSetMetaData.columnNoNulls);
      assertThat(columns.getColumnName(2)).isEqualTo("connected_at");
      assertThat(columns.getColumnTypeName(2)).isEqualTo("TIMESTAMP");
      assertThat(columns.getPrecision(2)).isEqualTo(23);
      assertThat(columns.getColumnName(3)).isEqualTo("n");
      assertThat(columns.getTableName(3)).isEmpty();
      assertThat(columns.getSchemaName(3)).isEmpty();
      assertThat(columns.isSigned(1)).isFalse();
      assertThat(columns.isSigned(3)).isTrue();
      assertThat(columns.isCaseSensitive(1)).isTrue();
      assertThat(columns.isCaseSensitive(3)).isFalse();
      assertThat(columns.isSearchable(1)).isTrue();
      assertThat(columns.isReadOnly(1)).isTrue();
      assertThat(columns.isWritable(1)).isFalse();
      assertThat(columns.isDefinitelyWritable(1)).isFalse();
      assertThat(columns.isAutoIncrement(1)).isFalse();
      assertThat(columns.isCurrency(1)).isFalse();
      assertThat(columns.unwrap(ResultSetMetaData.class)).isSameAs(columns);
      assertThat(columns.isWrapperFor(String.class)).isFalse();
    }
  }

  @Test
  void aColumnThatIsNotThereIsSaidByEveryMethod() throws SQLException {
    Read.row(
        "1",
        rows -> {
          ResultSetMetaData columns = rows.getMetaData();
          for (Method method : ResultSetMetaData.class.getMethods()) {
            if (method.getParameterCount() == 1 && method.getParameterTypes()[0] == int.class) {
              for (int column : new int[] {0, 2}) {
                assertThat(failure(method, columns, column))
                    .isEqualTo(
                        "42S22 rows: there is no column "
                            + column
                            + ". There are 1, and the first is number 1.");
              }
            }
          }
        });
  }

  private static String failure(Method method, ResultSetMetaData columns, int column) {
    try {
      return method + " gave " + method.invoke(columns, column);
    } catch (InvocationTargetException thrown) {
      SQLException failure = (SQLException) thrown.getTargetException();
      return failure.getSQLState() + " " + failure.getMessage();
    } catch (IllegalAccessException inaccessible) {
      throw new AssertionError(inaccessible);
    }
  }
}
