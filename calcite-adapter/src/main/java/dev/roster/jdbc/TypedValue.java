package dev.roster.jdbc;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * A value of java.time as a parameter. A TIMESTAMP is a wall clock in UTC, so it is the same
 * instant in every JVM, whatever its time zone.
 */
final class TypedValue {

  private TypedValue() {}

  /** Returns a calendar of the time zone that TIMESTAMP is in. */
  static Calendar utc() {
    return Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
  }

  /** Returns the instant that a value of java.time stands for in a TIMESTAMP, or null. */
  static @Nullable Instant instant(@Nullable Object value) {
    if (value instanceof Instant instant) {
      return instant;
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (value instanceof ZonedDateTime time) {
      return time.toInstant();
    }
    return value instanceof LocalDateTime time ? time.toInstant(ZoneOffset.UTC) : null;
  }
}
