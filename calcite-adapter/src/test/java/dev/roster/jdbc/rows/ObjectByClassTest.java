package dev.roster.jdbc.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as the class that is asked for; the times are in {@link TimeZoneTest}. */
class ObjectByClassTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"7", "CAST('7' AS VARCHAR)", "CAST(7 AS DOUBLE)", "CAST(7.4 AS DECIMAL(3, 1))"})
  void numbersAreOfEveryClass(String expression) throws SQLException {
    Read.row(
        expression,
        rows -> {
          assertThat(rows.getObject(1, Byte.class)).isEqualTo((byte) 7);
          assertThat(rows.getObject(1, byte.class)).isEqualTo((byte) 7);
          assertThat(rows.getObject(1, Short.class)).isEqualTo((short) 7);
          assertThat(rows.getObject(1, short.class)).isEqualTo((short) 7);
          assertThat(rows.getObject(1, Integer.class)).isEqualTo(7);
          assertThat(rows.getObject(1, int.class)).isEqualTo(7);
          assertThat(rows.getObject(1, Long.class)).isEqualTo(7L);
          assertThat(rows.getObject(1, long.class)).isEqualTo(7L);
          assertThat(rows.getObject(1, BigInteger.class)).isEqualTo(7);
          assertThat(rows.getObject(1, Float.class)).isBetween(7f, 7.4f);
          assertThat(rows.getObject(1, float.class)).isBetween(7f, 7.4f);
          assertThat(rows.getObject(1, Double.class)).isBetween(7d, 7.4d);
          assertThat(rows.getObject(1, double.class)).isBetween(7d, 7.4d);
          assertThat(rows.getObject(1, BigDecimal.class))
              .isBetween(new BigDecimal("7"), new BigDecimal("7.4"));
          assertThat(rows.getObject(1, Boolean.class)).isTrue();
          assertThat(rows.getObject(1, boolean.class)).isTrue();
        });
  }

  @Test
  void textsAreOfEveryClassThatTheySay() throws SQLException {
    String uuid = "123e4567-e89b-12d3-a456-426614174000";
    Read.row(
        "CAST('http://localhost/a' AS VARCHAR) AS a, CAST('" + uuid + "' AS VARCHAR) AS id",
        rows -> {
          assertThat(rows.getObject(1, String.class)).isEqualTo("http://localhost/a");
          assertThat(rows.getObject(1, Object.class)).isEqualTo("http://localhost/a");
          assertThat(rows.getObject(1, CharSequence.class)).isEqualTo("http://localhost/a");
          assertThat(rows.getObject(1, URL.class)).hasToString("http://localhost/a");
          assertThat(rows.getObject(1, byte[].class)).asString().isEqualTo("http://localhost/a");
          assertThat(rows.getObject(1, Clob.class).getSubString(8, 9)).isEqualTo("localhost");
          assertThat(rows.getObject(1, NClob.class).length()).isEqualTo(18);
          assertThat(rows.getObject(1, Blob.class).getBytes(1, 4)).asString().isEqualTo("http");
          assertThat(rows.getObject("ID", UUID.class)).isEqualTo(UUID.fromString(uuid));
          assertThat(Read.failure(() -> rows.getObject(1, UUID.class)))
              .isEqualTo(
                  "22018 rows, column a: its VARCHAR cannot be read as UUID."
                      + " Use getString or getObject.");
          assertThat(rows.getObject(1, Map.of())).isEqualTo("http://localhost/a");
          assertThat(rows.getObject("a", Map.of())).isEqualTo("http://localhost/a");
        });
  }

  @Test
  void daysAndTimesAreOfEveryClass() throws SQLException {
    Read.row(
        "DATE '2026-02-20', TIME '11:11:51'",
        rows -> {
          assertThat(rows.getObject(1)).isEqualTo(Date.valueOf("2026-02-20"));
          assertThat(rows.getObject(1, Date.class)).isEqualTo(Date.valueOf("2026-02-20"));
          assertThat(rows.getObject(1, LocalDate.class)).isEqualTo("2026-02-20");
          assertThat(rows.getObject(2)).isEqualTo(Time.valueOf("11:11:51"));
          assertThat(rows.getObject(2, Time.class)).isEqualTo(Time.valueOf("11:11:51"));
          assertThat(rows.getObject(2, LocalTime.class)).isEqualTo("11:11:51");
          assertThat(rows.getObject(2, OffsetTime.class)).isEqualTo(OffsetTime.parse("11:11:51Z"));
          assertThat(rows.getObject(1, java.util.Date.class))
              .isEqualTo(Timestamp.valueOf("2026-02-20 00:00:00"));
        });
  }

  @Test
  void listsRowsAndMapsAreObjects() throws SQLException {
    Read.row(
        "CAST('[\"a\", \"b\"]' AS VARCHAR), ARRAY[1, 2], ROW(1, 'a'), MAP['k', 1]",
        rows -> {
          assertThat(rows.getObject(1, String[].class)).containsExactly("a", "b");
          assertThat((Object) rows.getObject(1, List.class)).isEqualTo(List.of("a", "b"));
          assertThat(rows.getObject(1, Array.class).getBaseTypeName()).isEqualTo("VARCHAR");
          assertThat(rows.getObject(2, Object[].class)).containsExactly(1, 2);
          assertThat(rows.getObject(2, String[].class)).containsExactly("1", "2");
          assertThat(rows.getObject(2)).isInstanceOf(Array.class);
          assertThat(Arrays.asList(rows.getObject(3, Struct.class).getAttributes()))
              .isEqualTo(List.of(1, "a"));
          assertThat((Object) rows.getObject(4, Map.class)).isEqualTo(Map.of("k", 1));
        });
  }
}
