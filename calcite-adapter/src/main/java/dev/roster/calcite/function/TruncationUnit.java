package dev.roster.calcite.function;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The units of {@code date_trunc}, those of PostgreSQL; a week begins on Monday. */
public enum TruncationUnit {
  /** Times have milliseconds, so this is the time itself. */
  MICROSECONDS,
  /** The time itself. */
  MILLISECONDS,
  /** The second. */
  SECOND,
  /** The minute. */
  MINUTE,
  /** The hour. */
  HOUR,
  /** Midnight. */
  DAY,
  /** Monday. */
  WEEK,
  /** The first of the month. */
  MONTH,
  /** The first of January, April, July or October. */
  QUARTER,
  /** The first of January. */
  YEAR,
  /** The year that ends in 0. */
  DECADE,
  /** The year that ends in 01. */
  CENTURY,
  /** The year that ends in 001. */
  MILLENNIUM;

  /**
   * Returns the unit of a name, in any case, in the singular or with an s.
   *
   * @throws SqlStateException 22023 if there is none, naming those that there are
   */
  public static TruncationUnit named(String name) {
    String wanted = singular(name.trim());
    for (TruncationUnit unit : values()) {
      if (singular(unit.name()).equals(wanted)) {
        return unit;
      }
    }
    throw new SqlStateException(
        SqlState.INVALID_ARGUMENT,
        "date_trunc: there is no unit '"
            + name
            + "'. Use one of "
            + Arrays.stream(values())
                .map(unit -> unit.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "))
            + ".");
  }

  private static String singular(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.endsWith("S") ? upper.substring(0, upper.length() - 1) : upper;
  }

  /** Returns the beginning of the unit that a time lies in. */
  public LocalDateTime beginningOf(LocalDateTime time) {
    LocalDate day = time.toLocalDate();
    int year = time.getYear();
    return switch (this) {
      case MICROSECONDS, MILLISECONDS -> time;
      case SECOND -> time.truncatedTo(ChronoUnit.SECONDS);
      case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
      case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
      case DAY -> day.atStartOfDay();
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay();
      case MONTH -> firstOf(year, time.getMonthValue());
      case QUARTER -> firstOf(year, (time.getMonthValue() - 1) / 3 * 3 + 1);
      case YEAR -> firstOf(year, 1);
      case DECADE -> firstOf(Math.floorDiv(year, 10) * 10, 1);
      case CENTURY -> firstOf(Math.floorDiv(year - 1, 100) * 100 + 1, 1);
      case MILLENNIUM -> firstOf(Math.floorDiv(year - 1, 1000) * 1000 + 1, 1);
    };
  }

  private static LocalDateTime firstOf(int year, int month) {
    return LocalDate.of(year, month, 1).atStartOfDay();
  }
}
