package dev.roster.jdbc.rows;

import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * Values as times of a wall clock, and as the instants that they are in UTC. A text may be a time
 * as SQL or as ISO 8601 writes it; one with an offset is turned to UTC.
 */
final class TimeConversion {

  private TimeConversion() {}

  /** Returns day and time; a DATE is its first moment, a TIME is on 1970-01-01. */
  static LocalDateTime toDateTime(Cell cell, String asked) throws SQLException {
    Object value = cell.value();
    if (value instanceof LocalDateTime time) {
      return time;
    }
    if (value instanceof LocalDate day) {
      return day.atStartOfDay();
    }
    if (value instanceof LocalTime time) {
      return time.atDate(LocalDate.EPOCH);
    }
    if (value instanceof String text) {
      try {
        return dateTime(text.trim().replace(' ', 'T'));
      } catch (DateTimeException noTime) {
        throw cell.unreadable(asked, noTime);
      }
    }
    throw cell.unreadable(asked);
  }

  private static LocalDateTime dateTime(String text) {
    if (text.indexOf('T') < 0) {
      return text.indexOf(':') < 0
          ? LocalDate.parse(text).atStartOfDay()
          : LocalTime.parse(text).atDate(LocalDate.EPOCH);
    }
    // An offset comes after the time, whose last part is a digit otherwise.
    boolean offset = text.endsWith("Z") || text.substring(text.indexOf('T')).matches(".*[+-].*");
    return offset
        ? OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
        : LocalDateTime.parse(text);
  }

  /** Returns the day; a TIME has none. */
  static LocalDate toDate(Cell cell, String asked) throws SQLException {
    if (cell.value() instanceof LocalTime) {
      throw cell.unreadable(asked);
    }
    return toDateTime(cell, asked).toLocalDate();
  }

  /** Returns the time of the day; a DATE has none. */
  static LocalTime toTime(Cell cell, String asked) throws SQLException {
    if (cell.value() instanceof LocalDate) {
      throw cell.unreadable(asked);
    }
    return toDateTime(cell, asked).toLocalTime();
  }

  /** Returns the instant at which a clock in UTC shows the value; a TIME is none. */
  static Instant toInstant(Cell cell, String asked) throws SQLException {
    if (cell.value() instanceof LocalTime) {
      throw cell.unreadable(asked);
    }
    return toDateTime(cell, asked).toInstant(ZoneOffset.UTC);
  }

  static Date toSqlDate(Cell cell, @Nullable Calendar calendar) throws SQLException {
    return WallClock.date(toDate(cell, "Date"), calendar);
  }

  static Time toSqlTime(Cell cell, @Nullable Calendar calendar) throws SQLException {
    return WallClock.time(toTime(cell, "Time"), calendar);
  }

  static Timestamp toTimestamp(Cell cell, @Nullable Calendar calendar) throws SQLException {
    return WallClock.timestamp(toDateTime(cell, "Timestamp"), calendar);
  }

  static OffsetDateTime toOffsetDateTime(Cell cell, String asked) throws SQLException {
    return toInstant(cell, asked).atOffset(ZoneOffset.UTC);
  }

  static Calendar toCalendar(Cell cell) throws SQLException {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    calendar.setTimeInMillis(toInstant(cell, "Calendar").toEpochMilli());
    return calendar;
  }
}
