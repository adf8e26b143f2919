package dev.roster.jdbc.rows;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * What a DATE, TIME or TIMESTAMP says, and what stands for it in {@code java.sql}; both ways, for
 * rows and for parameters.
 *
 * <p>A value in SQL is what a clock on the wall shows, in Roster's columns one in UTC. The classes
 * of {@code java.sql} are instants that show as text what a clock in the JVM's time zone shows. As
 * JDBC has it, a value is read as the instant at which the clock of the calendar that is given, or
 * else of the JVM's zone, shows the same: so the text of a {@link Timestamp} is that of the value,
 * and with a calendar in UTC it is the true instant.
 *
 * <p>Where clocks are put forward they skip an hour, and the instant is that of the clock as if it
 * had not been put yet: 02:30 is given as 03:30. Where they are put back they show an hour twice,
 * and the instant is one of the two. Neither happens in UTC, or in a type of {@code java.time}.
 */
// JDBC's classes are kinds of java.util.Date.
@SuppressWarnings("JavaUtilDate")
public final class WallClock {

  private WallClock() {}

  /** Returns what a TIMESTAMP says that is so many milliseconds after 1970-01-01 00:00. */
  public static LocalDateTime ofMillis(long millis) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }

  /** Returns the milliseconds after 1970-01-01 00:00 of a TIMESTAMP; smaller parts are cut off. */
  public static long millis(LocalDateTime clock) {
    return clock.toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  /**
   * Returns what a clock shows at an instant, to the nanosecond.
   *
   * @param calendar says the clock's time zone; null is the JVM's
   */
  public static LocalDateTime at(java.util.Date instant, @Nullable Calendar calendar) {
    GregorianCalendar clock = clock(calendar);
    clock.setTimeInMillis(instant.getTime());
    int year = clock.get(Calendar.YEAR);
    return LocalDateTime.of(
        clock.get(Calendar.ERA) == GregorianCalendar.BC ? 1 - year : year,
        clock.get(Calendar.MONTH) + 1,
        clock.get(Calendar.DAY_OF_MONTH),
        clock.get(Calendar.HOUR_OF_DAY),
        clock.get(Calendar.MINUTE),
        clock.get(Calendar.SECOND),
        instant instanceof Timestamp timestamp
            ? timestamp.getNanos()
            : clock.get(Calendar.MILLISECOND) * 1_000_000);
  }

  /**
   * Returns the instant at which a clock shows this.
   *
   * @param calendar says the clock's time zone; null is the JVM's
   */
  public static Timestamp timestamp(LocalDateTime shown, @Nullable Calendar calendar) {
    Timestamp timestamp = new Timestamp(instant(shown, calendar));
    timestamp.setNanos(shown.get(ChronoField.NANO_OF_SECOND));
    return timestamp;
  }

  /**
   * Returns the instant at which a day begins by a clock.
   *
   * @param calendar says the clock's time zone; null is the JVM's
   */
  public static Date date(LocalDate day, @Nullable Calendar calendar) {
    return new Date(instant(day.atStartOfDay(), calendar));
  }

  /**
   * Returns the instant on 1970-01-01 at which a clock shows this time, to the millisecond.
   *
   * @param calendar says the clock's time zone; null is the JVM's
   */
  public static Time time(LocalTime shown, @Nullable Calendar calendar) {
    return new Time(instant(shown.atDate(LocalDate.EPOCH), calendar));
  }

  private static long instant(LocalDateTime shown, @Nullable Calendar calendar) {
    GregorianCalendar clock = clock(calendar);
    clock.clear();
    clock.set(
        shown.getYear(),
        shown.getMonthValue() - 1,
        shown.getDayOfMonth(),
        shown.getHour(),
        shown.getMinute(),
        shown.getSecond());
    clock.set(Calendar.MILLISECOND, shown.get(ChronoField.MILLI_OF_SECOND));
    return clock.getTimeInMillis();
  }

  // The given calendar is not touched. What it is of a calendar does not matter, as JDBC has it.
  private static GregorianCalendar clock(@Nullable Calendar calendar) {
    return new GregorianCalendar(
        calendar == null ? TimeZone.getDefault() : calendar.getTimeZone(), Locale.ROOT);
  }
}
