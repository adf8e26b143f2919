package dev.roster.jdbc.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The elements of arrays, which are JSON text in Roster's columns. */
class ArrayTest {

  private static String text(String json) {
    return "CAST('" + json + "' AS VARCHAR) AS list";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[\"a\", null, \"b\"]      | VARCHAR | [a, null, b]         | java.lang.String[]",
        "[]                        | VARCHAR | []                   | java.lang.String[]",
        "[null]                    | VARCHAR | [null]               | java.lang.String[]",
        "[1, 2]                    | BIGINT  | [1, 2]               | java.lang.Long[]",
        "[1, 2.5]                  | DOUBLE  | [1.0, 2.5]           | java.lang.Double[]",
        "[1, 99999999999999999999] | DECIMAL | [1, 99999999999999999999] | java.math.BigDecimal[]",
        "[0.5, 99999999999999999999] | VARCHAR | [0.5, 99999999999999999999] | java.lang.String[]",
        "[0.5, 1e400]              | VARCHAR | [0.5, 1E+400]        | java.lang.String[]",
        "[true, false, null]       | BOOLEAN | [true, false, null]  | java.lang.Boolean[]",
        "[1, \"a\", true]          | VARCHAR | [1, a, true]         | java.lang.String[]",
        "[{\"id\":\"x\"}, [1, 2]]  | VARCHAR | [{\"id\":\"x\"}, [1,2]] | java.lang.String[]",
      })
  void theElementsOfJsonAreOfOneType(String json, String type, String elements, String arrayClass)
      throws SQLException {
    Read.row(
        text(json),
        rows -> {
          Array array = rows.getArray("LIST");
          assertThat(array.getBaseTypeName()).isEqualTo(type);
          assertThat(Arrays.toString((Object[]) array.getArray())).isEqualTo(elements);
          assertThat(array.getArray().getClass().getCanonicalName()).isEqualTo(arrayClass);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "{\"a\":1}", "\"a\"", "1", "", "[1", "[1] [2]"})
  void whatIsNoJsonArrayIsRefused(String json) throws SQLException {
    Read.row(
        text(json),
        rows ->
            assertThat(Read.failure(() -> rows.getArray(1)))
                .isEqualTo(
                    "22018 rows, column list: its VARCHAR cannot be read as Array: it is no JSON"
                        + " array. Use getString or getObject."));
  }

  private static List<String> indexed(ResultSet rows) throws SQLException {
    List<String> indexed = new ArrayList<>();
    while (rows.next()) {
      indexed.add(rows.getInt("INDEX") + "=" + rows.getObject("VALUE"));
    }
    return indexed;
  }

  @Test
  void theElementsAreRowsTooAndPartsOfThem() throws SQLException {
    Read.row(
        text("[\"a\", null, \"c\"]"),
        rows -> {
          Array array = rows.getArray(1);
          ResultSetMetaData columns = array.getResultSet().getMetaData();
          assertThat(columns.getColumnCount()).isEqualTo(2);
          assertThat(columns.getColumnType(1)).isEqualTo(Types.INTEGER);
          assertThat(columns.getColumnType(2)).isEqualTo(Types.VARCHAR);
          assertThat(indexed(array.getResultSet())).containsExactly("1=a", "2=null", "3=c");
          assertThat(indexed(array.getResultSet(2, 5))).containsExactly("2=null", "3=c");
          assertThat(indexed(array.getResultSet(Map.of()))).hasSize(3);
          assertThat(indexed(array.getResultSet(1, 1, Map.of()))).containsExactly("1=a");
          assertThat((Object[]) array.getArray(2, 2)).containsExactly(null, "c");
          assertThat((Object[]) array.getArray(4, 2)).isEmpty();
          assertThat((Object[]) array.getArray(3, 1, Map.of())).containsExactly("c");
          assertThat((Object[]) array.getArray(Map.of())).containsExactly("a", null, "c");
          for (long first : new long[] {0, 5}) {
            assertThat(Read.failure(() -> array.getArray(first, 1)))
                .isEqualTo(
                    "22023 array: there is no part of length 1 from number "
                        + first
                        + ". Its elements are number 1 to 3.");
          }
          assertThat(Read.failure(() -> array.getResultSet(1, -1))).startsWith("22023 array");
          assertThat(array).hasToString("[\"a\",null,\"c\"]");
        });
  }

  @Test
  void aFreedArrayHasNoElements() throws SQLException {
    Read.row(
        text("[1]"),
        rows -> {
          Array array = rows.getArray(1);
          array.free();
          array.free();
          for (Read.Reading reading :
              List.<Read.Reading>of(
                  array::getArray,
                  array::getResultSet,
                  array::getBaseType,
                  array::getBaseTypeName)) {
            assertThat(Read.failure(reading))
                .isEqualTo("08003 array: it was freed. Read it from the rows again.");
          }
        });
  }

  @Test
  void anArrayOfSqlHasTheTypeOfItsElements() throws SQLException {
    Read.row(
        "ARRAY[TIMESTAMP '2026-02-20 11:11:51.732'], ARRAY[ARRAY[1, 2], ARRAY[3]]",
        rows -> {
          Array times = rows.getArray(1);
          assertThat(times.getBaseType()).isEqualTo(Types.TIMESTAMP);
          assertThat(((Object[]) times.getArray())[0]).hasToString("2026-02-20 11:11:51.732");
          assertThat(rows.getMetaData().getColumnType(1)).isEqualTo(Types.ARRAY);
          assertThat(rows.getMetaData().getColumnTypeName(1)).isEqualTo("TIMESTAMP ARRAY");
          Array nested = rows.getArray(2);
          assertThat(nested.getBaseTypeName()).isEqualTo("INTEGER ARRAY");
          Array second = (Array) ((Object[]) nested.getArray())[1];
          assertThat((Object[]) second.getArray()).containsExactly(3);
        });
  }
}
