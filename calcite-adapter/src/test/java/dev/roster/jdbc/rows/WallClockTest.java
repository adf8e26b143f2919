package dev.roster.jdbc.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks in UTC, in New York where they are put forward and back, and in Kathmandu. */
class WallClockTest {

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
    "UTC,              2026-02-20T11:11:51.732, 2026-02-20T11:11:51.732Z",
    "America/New_York, 2026-02-20T11:11:51.732, 2026-02-20T16:11:51.732Z",
    "Asia/Kathmandu,   2026-02-20T11:11:51.732, 2026-02-20T05:26:51.732Z",
    // Before and after clocks are put forward.
    "America/New_York, 2025-03-09T01:59:59.999, 2025-03-09T06:59:59.999Z",
    "America/New_York, 2025-03-09T03:00:00,     2025-03-09T07:00:00Z",
    // Before and after they are put back.
    "America/New_York, 2025-11-02T00:59:59.999, 2025-11-02T04:59:59.999Z",
    "America/New_York, 2025-11-02T02:00:00,     2025-11-02T07:00:00Z",
    // Kathmandu had India's time until 1986, and is a quarter of an hour ahead of it since.
    "Asia/Kathmandu,   1985-12-31T23:59:59.001, 1985-12-31T18:29:59.001Z",
    "Asia/Kathmandu,   1986-01-01T00:15:00,     1985-12-31T18:30:00Z",
    "UTC,              1969-12-31T23:59:59.001, 1969-12-31T23:59:59.001Z",
    "America/New_York, 1931-06-01T12:00:00.999, 1931-06-01T16:00:00.999Z",
  })
  void aClockShowsAValueAtOneInstant(String zone, LocalDateTime shown, Instant instant) {
    Calendar calendar = in(zone);
    Timestamp timestamp = WallClock.timestamp(shown, calendar);
    assertThat(timestamp.toInstant()).isEqualTo(instant);
    assertThat(WallClock.at(timestamp, calendar)).isEqualTo(shown);
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    assertThat(WallClock.timestamp(shown, null)).isEqualTo(timestamp);
    assertThat(WallClock.timestamp(shown, null)).isEqualTo(Timestamp.valueOf(shown));
    assertThat(WallClock.at(timestamp, null)).isEqualTo(shown);
  }

  @Test
  void anHourThatClocksSkipIsAnHourLater() {
    Calendar newYork = in("America/New_York");
    LocalDateTime skipped = LocalDateTime.parse("2025-03-09T02:30:00.123");
    Timestamp timestamp = WallClock.timestamp(skipped, newYork);
    assertThat(timestamp.toInstant()).isEqualTo("2025-03-09T07:30:00.123Z");
    assertThat(WallClock.at(timestamp, newYork)).isEqualTo("2025-03-09T03:30:00.123");
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    assertThat(WallClock.timestamp(skipped, null)).hasToString("2025-03-09 03:30:00.123");
    assertThat(WallClock.timestamp(skipped, in("UTC")).toInstant())
        .isEqualTo("2025-03-09T02:30:00.123Z");
  }

  @Test
  void anHourThatClocksShowTwiceIsReadAsItWasSet() {
    Calendar newYork = in("America/New_York");
    LocalDateTime twice = LocalDateTime.parse("2025-11-02T01:30:00");
    Timestamp timestamp = WallClock.timestamp(twice, newYork);
    assertThat(timestamp.toInstant()).isEqualTo("2025-11-02T06:30:00Z");
    assertThat(WallClock.at(timestamp, newYork)).isEqualTo(twice);
    Timestamp first = Timestamp.from(Instant.parse("2025-11-02T05:30:00Z"));
    assertThat(WallClock.at(first, newYork)).isEqualTo(twice);
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    assertThat(timestamp).hasToString("2025-11-02 01:30:00.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland"})
  void daysAndTimesShowTheSameAsText(String zone) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    assertThat(WallClock.date(LocalDate.of(2025, 3, 9), null)).hasToString("2025-03-09");
    assertThat(WallClock.date(LocalDate.of(1500, 2, 3), null)).hasToString("1500-02-03");
    assertThat(WallClock.time(LocalTime.of(2, 30, 1), null)).hasToString("02:30:01");
    assertThat(WallClock.at(WallClock.time(LocalTime.parse("23:59:59.999"), null), null))
        .isEqualTo("1970-01-01T23:59:59.999");
  }

  @Test
  void aCalendarSaysTheZoneOfDaysAndTimesToo() {
    assertThat(WallClock.date(LocalDate.of(2025, 7, 1), in("Asia/Kathmandu")).getTime())
        .isEqualTo(Instant.parse("2025-06-30T18:15:00Z").toEpochMilli());
    assertThat(WallClock.time(LocalTime.of(2, 30), in("America/New_York")).getTime())
        .isEqualTo(Instant.parse("1970-01-01T07:30:00Z").toEpochMilli());
  }

  @Test
  void theGivenCalendarIsNotTouched() {
    Calendar calendar = in("Asia/Kathmandu");
    calendar.setTimeInMillis(5);
    WallClock.at(WallClock.timestamp(LocalDateTime.of(2025, 1, 1, 0, 0), calendar), calendar);
    assertThat(calendar.getTimeInMillis()).isEqualTo(5);
  }

  @Test
  void millisecondsAreThoseOfUtc() {
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
    assertThat(WallClock.ofMillis(-1)).isEqualTo("1969-12-31T23:59:59.999");
    assertThat(WallClock.millis(LocalDateTime.parse("1969-12-31T23:59:59.9999"))).isEqualTo(-1);
    assertThat(WallClock.millis(WallClock.ofMillis(1_771_585_911_732L)))
        .isEqualTo(1_771_585_911_732L);
  }
}
