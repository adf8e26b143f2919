package dev.roster.jdbc.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each getter gives for a value of each type: the value, or the SQLSTATE of a refusal. */
class GetterTest {

  private static final String VALUES =
      "CAST('x' AS VARCHAR) AS text,"
          + " CAST('12' AS VARCHAR) AS digits,"
          + " true AS truth,"
          + " 7 AS n,"
          + " 5000000000 AS big,"
          + " CAST(1.50 AS DECIMAL(5, 2)) AS amount,"
          + " CAST(2.5 AS DOUBLE) AS score,"
          + " DATE '2026-02-20' AS d,"
          + " TIME '11:11:51' AS t,"
          + " TIMESTAMP '2026-02-20 11:11:51.732' AS ts,"
          + " X'4142' AS bytes,"
          + " ARRAY['a', 'b'] AS list";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "getString  | x | 12 | true | 7 | 5000000000 | 1.50 | 2.5 | 2026-02-20 | 11:11:51"
            + " | 2026-02-20 11:11:51.732 | 4142 | [\"a\",\"b\"]",
        "getNString | x | 12 | true | 7 | 5000000000 | 1.50 | 2.5 | 2026-02-20 | 11:11:51"
            + " | 2026-02-20 11:11:51.732 | 4142 | [\"a\",\"b\"]",
        "getObject  | x | 12 | true | 7 | 5000000000 | 1.50 | 2.5 | 2026-02-20 | 11:11:51"
            + " | 2026-02-20 11:11:51.732 | 4142 | [a, b]",
        "getBoolean | 22018 | true | true | true | true | true | true"
            + " | 22018 | 22018 | 22018 | 22018 | 22018",
        "getByte    | 22018 | 12 | 1 | 7 | 22003 | 1 | 2 | 22018 | 22018 | 22003 | 22018 | 22018",
        "getShort   | 22018 | 12 | 1 | 7 | 22003 | 1 | 2 | 22018 | 22018 | 22003 | 22018 | 22018",
        "getInt     | 22018 | 12 | 1 | 7 | 22003 | 1 | 2 | 22018 | 22018 | 22003 | 22018 | 22018",
        "getLong    | 22018 | 12 | 1 | 7 | 5000000000 | 1 | 2"
            + " | 22018 | 22018 | 1771585911732 | 22018 | 22018",
        "getFloat   | 22018 | 12.0 | 1.0 | 7.0 | 5.0E9 | 1.5 | 2.5"
            + " | 22018 | 22018 | 1.771585929216E12 | 22018 | 22018",
        "getDouble  | 22018 | 12.0 | 1.0 | 7.0 | 5.0E9 | 1.5 | 2.5"
            + " | 22018 | 22018 | 1.771585911732E12 | 22018 | 22018",
        "getBigDecimal | 22018 | 12 | 1 | 7 | 5000000000 | 1.50 | 2.5"
            + " | 22018 | 22018 | 1771585911732 | 22018 | 22018",
        "getBytes   | 78 | 3132 | 22018 | 22018 | 22018 | 22018 | 22018"
            + " | 22018 | 22018 | 22018 | 4142 | 22018",
        "getBlob    | 78 | 3132 | 22018 | 22018 | 22018 | 22018 | 22018"
            + " | 22018 | 22018 | 22018 | 4142 | 22018",
        "getBinaryStream | 78 | 3132 | 22018 | 22018 | 22018 | 22018 | 22018"
            + " | 22018 | 22018 | 22018 | 4142 | 22018",
        "getDate | 22018 | 22018 | 22018 | 22018 | 22018 | 22018 | 22018"
            + " | 2026-02-20 | 22018 | 2026-02-20 | 22018 | 22018",
        "getTime | 22018 | 22018 | 22018 | 22018 | 22018 | 22018 | 22018"
            + " | 22018 | 11:11:51 | 11:11:51 | 22018 | 22018",
        "getTimestamp | 22018 | 22018 | 22018 | 22018 | 22018 | 22018 | 22018"
            + " | 2026-02-20 00:00:00.0 | 1970-01-01 11:11:51.0 | 2026-02-20 11:11:51.732"
            + " | 22018 | 22018",
        "getClob  | x | 12 | true | 7 | 5000000000 | 1.50 | 2.5 | 2026-02-20 | 11:11:51"
            + " | 2026-02-20 11:11:51.732 | 4142 | [\"a\",\"b\"]",
        "getNClob | x | 12 | true | 7 | 5000000000 | 1.50 | 2.5 | 2026-02-20 | 11:11:51"
            + " | 2026-02-20 11:11:51.732 | 4142 | [\"a\",\"b\"]",
        "getCharacterStream | x | 12 | true | 7 | 5000000000 | 1.50 | 2.5 | 2026-02-20 | 11:11:51"
            + " | 2026-02-20 11:11:51.732 | 4142 | [\"a\",\"b\"]",
        "getNCharacterStream | x | 12 | true | 7 | 5000000000 | 1.50 | 2.5 | 2026-02-20 | 11:11:51"
            + " | 2026-02-20 11:11:51.732 | 4142 | [\"a\",\"b\"]",
        "getAsciiStream   | 78 | 3132 | 74727565 | 37 | 35303030303030303030 | 312e3530 | 322e35"
            + " | 323032362d30322d3230 | 31313a31313a3531"
            + " | 323032362d30322d32302031313a31313a35312e373332 | 34313432 | 5b2261222c2262225d",
        "getUnicodeStream | 0078 | 00310032 | 0074007200750065 | 0037"
            + " | 0035003000300030003000300030003000300030 | 0031002e00350030 | 0032002e0035"
            + " | 0032003000320036002d00300032002d00320030 | 00310031003a00310031003a00350031"
            + " | 0032003000320036002d00300032002d0032003000200031"
            + "0031003a00310031003a00350031002e003700330032 | 0034003100340032"
            + " | 005b002200610022002c002200620022005d",
        "getArray | 22018 | 22018 | 22018 | 22018 | 22018 | 22018 | 22018"
            + " | 22018 | 22018 | 22018 | 22018 | [a, b]",
        "getURL   | 22018 | 22018 | 22018 | 22018 | 22018 | 22018 | 22018"
            + " | 22018 | 22018 | 22018 | 22018 | 22018",
        "getSQLXML | 0A000 | 0A000 | 0A000 | 0A000 | 0A000 | 0A000 | 0A000"
            + " | 0A000 | 0A000 | 0A000 | 0A000 | 0A000",
        "getRef    | 0A000 | 0A000 | 0A000 | 0A000 | 0A000 | 0A000 | 0A000"
            + " | 0A000 | 0A000 | 0A000 | 0A000 | 0A000",
        "getRowId  | 0A000 | 0A000 | 0A000 | 0A000 | 0A000 | 0A000 | 0A000"
            + " | 0A000 | 0A000 | 0A000 | 0A000 | 0A000",
      })
  void aGetterReadsEveryType(
      String getter,
      String text,
      String digits,
      String truth,
      String n,
      String big,
      String amount,
      String score,
      String d,
      String t,
      String ts,
      String bytes,
      String list)
      throws Exception {
    List<String> expected =
        List.of(text, digits, truth, n, big, amount, score, d, t, ts, bytes, list);
    Method byNumber = ResultSet.class.getMethod(getter, int.class);
    Method byLabel = ResultSet.class.getMethod(getter, String.class);
    Read.row(
        VALUES,
        rows -> {
          List<String> numbered = new ArrayList<>();
          List<String> labelled = new ArrayList<>();
          for (int i = 1; i <= expected.size(); i++) {
            numbered.add(result(byNumber, rows, i));
            labelled.add(
                result(
                    byLabel, rows, rows.getMetaData().getColumnLabel(i).toUpperCase(Locale.ROOT)));
          }
          assertThat(numbered).isEqualTo(expected);
          assertThat(labelled).isEqualTo(expected);
        });
  }

  private static String result(Method getter, ResultSet rows, Object column) {
    try {
      return shown(getter.invoke(rows, column));
    } catch (InvocationTargetException thrown) {
      assertThat(thrown.getTargetException()).isInstanceOf(SQLException.class);
      return ((SQLException) thrown.getTargetException()).getSQLState();
    } catch (ReflectiveOperationException | SQLException | IOException thrown) {
      throw new AssertionError(thrown);
    }
  }

  private static String shown(Object value) throws SQLException, IOException {
    if (value instanceof Float number) {
      // The text of a float has other digits from Java 19 on; its value has not.
      return Double.toString(number);
    }
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    if (value instanceof Blob blob) {
      return HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
    }
    if (value instanceof InputStream stream) {
      return HexFormat.of().formatHex(stream.readAllBytes());
    }
    if (value instanceof Clob clob) {
      return clob.getSubString(1, (int) clob.length());
    }
    if (value instanceof Reader reader) {
      StringBuilder text = new StringBuilder();
      for (int next = reader.read(); next >= 0; next = reader.read()) {
        text.append((char) next);
      }
      return text.toString();
    }
    return value instanceof Array array
        ? Arrays.toString((Object[]) array.getArray())
        : value.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VARCHAR",
        "BOOLEAN",
        "INTEGER",
        "BIGINT",
        "DECIMAL(5, 2)",
        "DOUBLE",
        "DATE",
        "TIME",
        "TIMESTAMP(3)",
        "VARBINARY"
      })
  void ofNullAGetterGivesNullOrNothing(String type) throws SQLException {
    Read.row(
        "CAST(NULL AS " + type + "), 1",
        rows -> {
          for (Method getter : ResultSet.class.getMethods()) {
            boolean reads =
                getter.getName().startsWith("get")
                    && Arrays.equals(getter.getParameterTypes(), new Class<?>[] {int.class})
                    && !List.of("getSQLXML", "getRef", "getRowId").contains(getter.getName());
            if (reads) {
              assertThat(rows.getInt(2)).isEqualTo(1);
              assertThat(rows.wasNull()).isFalse();
              assertThat(nothing(getter, rows)).as(getter.getName()).isIn(null, false, 0L);
              assertThat(rows.wasNull()).as(getter.getName()).isTrue();
            }
          }
          assertThat(rows.getObject(1, Integer.class)).isNull();
          assertThat(rows.wasNull()).isTrue();
          assertThat(rows.getObject(1, int.class)).isNull();
        });
  }

  private static Object nothing(Method getter, ResultSet rows) {
    try {
      Object value = getter.invoke(rows, 1);
      return value instanceof Number number ? (Object) number.longValue() : value;
    } catch (ReflectiveOperationException thrown) {
      throw new LinkageError(getter.getName(), thrown);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "127, getByte, 127",
    "128, getByte, 22003",
    "-129, getByte, 22003",
    "32767, getShort, 32767",
    "32768, getShort, 22003",
    "2147483647, getInt, 2147483647",
    "2147483648, getInt, 22003",
    "9223372036854775807, getLong, 9223372036854775807",
    "9223372036854775808, getLong, 22003",
    "1e300, getFloat, 22003",
    "1e400, getDouble, 22003",
    "-1.9, getInt, -1",
    "' 12 ', getInt, 12",
    "1e3, getInt, 1000",
    "1e999999999, getInt, 22003",
    "-1e2147483647, getLong, 22003",
    "1e-999999999, getLong, 0",
    "0e999999999, getLong, 0",
    "yes, getBoolean, true",
    "F, getBoolean, false",
    "0, getBoolean, false",
    "maybe, getBoolean, 22018",
    "'', getInt, 22018",
    "2026-02-20, getDate, 2026-02-20",
    "2026-02-20T23:30:00-05:00, getDate, 2026-02-21",
    "2026-02-20 01:02:03, getTime, 01:02:03",
    "11:12:13, getTime, 11:12:13",
    "2026-02-20T11:12:13.5Z, getTimestamp, 2026-02-20 11:12:13.5",
    "http://localhost/a, getURL, http://localhost/a",
  })
  void aTextIsReadAsWhatItSays(String text, String getter, String expected) throws Exception {
    Method method = ResultSet.class.getMethod(getter, int.class);
    Read.row(
        "CAST('" + text + "' AS VARCHAR)",
        rows -> {
          assertThat(result(method, rows, 1)).isEqualTo(expected);
        });
  }

  @Test
  @SuppressWarnings("deprecation")
  void aDecimalIsRoundedToTheScaleThatIsAskedFor() throws SQLException {
    Read.row(
        "CAST(1.25 AS DECIMAL(5, 2))",
        rows -> assertThat(rows.getBigDecimal(1, 1)).isEqualTo("1.3"));
  }

  @Test
  @SuppressWarnings("deprecation")
  void aNumberOfABillionDigitsIsNotWrittenOut() throws SQLException {
    Read.row(
        "CAST('1e999999999' AS VARCHAR)",
        rows -> {
          assertThat(Read.failure(() -> rows.getBigDecimal(1, 2))).startsWith("22003 ");
          assertThat(Read.failure(() -> rows.getObject(1, BigInteger.class))).startsWith("22003 ");
          assertThat(rows.getBigDecimal(1)).isEqualTo("1e999999999");
        });
    Read.row(
        "1",
        rows ->
            assertThat(Read.failure(() -> rows.getBigDecimal(1, Integer.MIN_VALUE)))
                .startsWith("22003 "));
  }

  @Test
  void aCharIsFilledUp() throws SQLException {
    Read.row("CAST('a' AS CHAR(3))", rows -> assertThat(rows.getString(1)).isEqualTo("a  "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INTERVAL '1-2' YEAR TO MONTH | +1-02",
        "INTERVAL '3' DAY             | +3",
        "ROW(1, 'a')                  | {\"EXPR$0\":1,\"EXPR$1\":\"a\"}",
        "MAP['k', ARRAY[1, 2]]        | {\"k\":[1,2]}",
        "ARRAY[ARRAY[1.50], ARRAY[2]] | [[1.50],[2.00]]",
        "ARRAY[DATE '2026-02-20']     | [\"2026-02-20\"]",
      })
  void whatIsNoScalarReadsAsText(String expression, String text) throws SQLException {
    Read.row(expression, rows -> assertThat(rows.getString(1)).isEqualTo(text));
  }
}
