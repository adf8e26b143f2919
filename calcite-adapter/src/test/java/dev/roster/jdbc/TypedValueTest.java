package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values as the Java types that are asked for, in a JVM far from UTC. */
class TypedValueTest {

  // Twenty minutes after two: in New York there was no such time on that night.
  private static final String TIME = "TIMESTAMP '2026-03-08 02:20:30.123'";
  private static final Instant INSTANT = Instant.parse("2026-03-08T02:20:30.123Z");

  private final TimeZone zone = TimeZone.getDefault();
  private Roster roster;

  @BeforeEach
  void open() throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    roster = Roster.reading();
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
    TimeZone.setDefault(zone);
  }

  @Test
  void aTimeIsTheSameInstantInEveryTimeZone() throws SQLException {
    try (Statement statement = roster.connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT " + TIME + " AS t")) {
      rows.next();
      assertThat(rows.getString(1)).startsWith("2026-03-08 02:20:30");
      assertThat(rows.getObject(1, Instant.class)).isEqualTo(INSTANT);
      assertThat(rows.getObject("T", LocalDateTime.class))
          .isEqualTo(LocalDateTime.ofInstant(INSTANT, ZoneOffset.UTC));
      assertThat(rows.getObject(1, LocalDate.class)).isEqualTo(LocalDate.of(2026, 3, 8));
      assertThat(rows.getObject(1, OffsetDateTime.class))
          .isEqualTo(INSTANT.atOffset(ZoneOffset.UTC));
      assertThat(rows.getObject(1, ZonedDateTime.class).toInstant()).isEqualTo(INSTANT);
    }
  }

  @Test
  void aTimeThatIsSetIsTheSameInstantToo() throws SQLException {
    Object[] values = {
      INSTANT,
      LocalDateTime.ofInstant(INSTANT, ZoneOffset.UTC),
      INSTANT.atOffset(ZoneOffset.ofHours(9)),
      INSTANT.atZone(ZoneOffset.UTC)
    };
    try (PreparedStatement statement =
        roster.connection.prepareStatement(
            "SELECT 1 FROM (VALUES (" + TIME + ")) v(t) WHERE t = ?")) {
      for (Object value : values) {
        statement.setObject(1, value);
        try (ResultSet rows = statement.executeQuery()) {
          assertThat(rows.next()).as("%s", value).isTrue();
        }
      }
    }
  }

  @Test
  void otherValuesAndNullsAreWhatIsAskedFor() throws SQLException {
    try (Statement statement = roster.connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT 7 AS n, 'x' AS x, true AS b, CAST(NULL AS INTEGER)")) {
      rows.next();
      assertThat(rows.getObject(1, Integer.class)).isEqualTo(7);
      assertThat(rows.getObject(1, Long.class)).isEqualTo(7L);
      assertThat(rows.getObject(1, BigDecimal.class)).isEqualByComparingTo("7");
      assertThat(rows.getObject(2, String.class)).isEqualTo("x");
      assertThat(rows.getObject(3, Boolean.class)).isTrue();
      assertThat(rows.getObject(4, Integer.class)).isNull();
      assertThat(rows.wasNull()).isTrue();
      assertThat(rows.getObject(4, Instant.class)).isNull();
      assertThat(failure(rows, 1, Instant.class))
          .isEqualTo(
              "22018 rows, column n: its INTEGER cannot be read as Instant."
                  + " Use getString or getObject.");
      assertThat(failure(rows, 2, Thread.class))
          .isEqualTo(
              "22018 rows, column x: its CHAR cannot be read as java.lang.Thread."
                  + " Use getString or getObject.");
    }
  }

  private static String failure(ResultSet rows, int column, Class<?> type) {
    SQLException failure =
        catchThrowableOfType(SQLException.class, () -> rows.getObject(column, type));
    return failure.getSQLState() + " " + failure.getMessage();
  }
}
