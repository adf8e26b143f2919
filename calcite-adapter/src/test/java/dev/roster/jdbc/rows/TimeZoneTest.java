package dev.roster.jdbc.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times that are read and set in JVMs of different time zones. */
class TimeZoneTest {

  private final TimeZone before = TimeZone.getDefault();

  @AfterEach
  void restoreTimeZone() {
    TimeZone.setDefault(before);
  }

  private static Calendar in(String zone) {
    return Calendar.getInstance(TimeZone.getTimeZone(zone), Locale.ROOT);
  }

  @ParameterizedTest
  @CsvSource({
    "UTC,              2026-02-20 11:11:51.732, 2026-02-20 11:11:51.732",
    "UTC,              1969-12-31 23:59:59.001, 1969-12-31 23:59:59.001",
    "America/New_York, 2026-02-20 11:11:51.732, 2026-02-20 11:11:51.732",
    "America/New_York, 1969-12-31 23:59:59.001, 1969-12-31 23:59:59.001",
    "America/New_York, 2025-03-09 01:59:59.999, 2025-03-09 01:59:59.999",
    // Clocks are put forward: there it was never half past two.
    "America/New_York, 2025-03-09 02:30:00.123, 2025-03-09 03:30:00.123",
    "America/New_York, 2025-03-09 03:00:00.000, 2025-03-09 03:00:00.0",
    // They are put back: it was half past one twice.
    "America/New_York, 2025-11-02 01:30:00.123, 2025-11-02 01:30:00.123",
    "Asia/Kathmandu,   2026-02-20 11:11:51.732, 2026-02-20 11:11:51.732",
    "Asia/Kathmandu,   1969-12-31 23:59:59.001, 1969-12-31 23:59:59.001",
    "Asia/Kathmandu,   2025-03-09 02:30:00.123, 2025-03-09 02:30:00.123",
  })
  void aTimestampReadsAsTheSameTime(String zone, String utc, String timestamp) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    LocalDateTime clock = LocalDateTime.parse(utc.replace(' ', 'T'));
    Instant instant = clock.toInstant(ZoneOffset.UTC);
    Read.row(
        "TIMESTAMP '" + utc + "'",
        rows -> {
          assertThat(rows.getString(1)).isEqualTo(utc);
          assertThat(rows.getTimestamp(1)).hasToString(timestamp);
          assertThat(rows.getObject(1)).isEqualTo(rows.getTimestamp(1));
          assertThat(rows.getObject(1, Timestamp.class)).isEqualTo(rows.getTimestamp(1));
          assertThat(rows.getDate(1)).hasToString(utc.substring(0, 10));
          assertThat(rows.getTime(1)).hasToString(utc.substring(11, 19));
          // These are exact in every zone.
          assertThat(rows.getTimestamp(1, in("UTC")).toInstant()).isEqualTo(instant);
          assertThat(rows.getObject(1, Instant.class)).isEqualTo(instant);
          assertThat(rows.getObject(1, OffsetDateTime.class))
              .isEqualTo(instant.atOffset(ZoneOffset.UTC));
          assertThat(rows.getObject(1, ZonedDateTime.class))
              .isEqualTo(instant.atZone(ZoneOffset.UTC));
          assertThat(rows.getObject(1, LocalDateTime.class)).isEqualTo(clock);
          assertThat(rows.getObject(1, LocalDate.class)).isEqualTo(clock.toLocalDate());
          assertThat(rows.getObject(1, LocalTime.class)).isEqualTo(clock.toLocalTime());
          assertThat(rows.getObject(1, Calendar.class).getTimeInMillis())
              .isEqualTo(instant.toEpochMilli());
          assertThat(rows.getLong(1)).isEqualTo(instant.toEpochMilli());
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu"})
  void aCalendarSaysWhoseClockItIs(String zone) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    Read.row(
        "TIMESTAMP '2025-07-01 00:10:20.5', DATE '2025-07-01', TIME '00:10:20'",
        rows -> {
          assertThat(rows.getTimestamp(1, in("America/New_York")).toInstant())
              .isEqualTo("2025-07-01T04:10:20.5Z");
          assertThat(rows.getTimestamp(1, in("Asia/Kathmandu")).toInstant())
              .isEqualTo("2025-06-30T18:25:20.5Z");
          assertThat(rows.getDate(2, in("Asia/Kathmandu")).getTime())
              .isEqualTo(Instant.parse("2025-06-30T18:15:00Z").toEpochMilli());
          assertThat(rows.getTime(3, in("UTC")).getTime()).isEqualTo(620_000);
          assertThat(rows.getDate(2)).hasToString("2025-07-01");
          assertThat(rows.getTime(3)).hasToString("00:10:20");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "UTC,              2025-03-09T02:30:00.123Z",
    "America/New_York, 2025-03-09T06:59:59.999Z",
    "America/New_York, 2025-03-09T07:00:00Z",
    "America/New_York, 2025-11-02T06:30:00.001Z",
    "America/New_York, 1969-12-31T23:59:59.999Z",
    "Asia/Kathmandu,   2025-03-09T02:30:00.123Z",
    "Asia/Kathmandu,   1985-12-31T18:29:59.999Z",
  })
  void whatIsSetIsReadWithTheSameCalendar(String zone, Instant instant) throws SQLException {
    for (String own : new String[] {"UTC", "America/New_York", "Asia/Kathmandu"}) {
      TimeZone.setDefault(TimeZone.getTimeZone(own));
      Timestamp timestamp = Timestamp.from(instant);
      try (Connection connection = Read.connection();
          PreparedStatement statement =
              connection.prepareStatement("SELECT CAST(? AS TIMESTAMP(3))")) {
        statement.setTimestamp(1, timestamp, in(zone));
        try (ResultSet rows = statement.executeQuery()) {
          assertThat(rows.next()).isTrue();
          assertThat(rows.getTimestamp(1, in(zone))).as(own).isEqualTo(timestamp);
          assertThat(rows.getObject(1, LocalDateTime.class))
              .as(own)
              .isEqualTo(LocalDateTime.ofInstant(instant, TimeZone.getTimeZone(zone).toZoneId()));
        }
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        statement.setTimestamp(1, timestamp);
        try (ResultSet rows = statement.executeQuery()) {
          assertThat(rows.next()).isTrue();
          assertThat(rows.getTimestamp(1)).as(own).isEqualTo(timestamp);
        }
      }
    }
  }
}
