package dev.roster.jdbc;

import dev.roster.calcite.error.SqlState;
import dev.roster.jdbc.rows.WallClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The many forms of a value that a program may set, as the few that {@link ParameterType} knows:
 * String, Boolean, Number, LocalDateTime, LocalDate, LocalTime, byte array and List. Texts, streams
 * and LOBs are read at once.
 *
 * <p>A point in time (Instant, OffsetDateTime, ZonedDateTime) becomes its wall clock in UTC. The
 * classes of {@code java.sql} and {@code java.util} mean the wall clock that they show in the
 * calendar's time zone, or in the JVM's where none is given, as JDBC has it.
 */
final class GivenValue {

  private GivenValue() {}

  /**
   * Returns the value in one of the forms; of a class that is not listed here, the value itself.
   *
   * @param calendar whose time zone a {@code java.sql} value is meant in, or null
   * @throws SQLException if a LOB or stream cannot be read
   */
  static Object of(Object value, @Nullable Calendar calendar) throws SQLException {
    if (value instanceof Date || value instanceof Calendar) {
      return clock(value, calendar);
    }
    if (value instanceof Instant
        || value instanceof OffsetDateTime
        || value instanceof OffsetTime
        || value instanceof ZonedDateTime) {
      return utc(value);
    }
    if (value instanceof Character
        || value instanceof UUID
        || value instanceof URL
        || value instanceof URI) {
      return value.toString();
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof byte[] bytes) {
      return bytes.clone();
    }
    if (value instanceof Collection<?>
        || value instanceof java.sql.Array
        || value.getClass().isArray()) {
      return list(value);
    }
    return read(value);
  }

  private static Object utc(Object value) {
    if (value instanceof OffsetTime time) {
      return time.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime();
    }
    Instant instant =
        value instanceof OffsetDateTime offset
            ? offset.toInstant()
            : value instanceof ZonedDateTime zoned ? zoned.toInstant() : (Instant) value;
    return instant.atOffset(ZoneOffset.UTC).toLocalDateTime();
  }

  private static Object clock(Object value, @Nullable Calendar calendar) {
    if (value instanceof Calendar own) {
      return WallClock.at(own.getTime(), own);
    }
    LocalDateTime clock = WallClock.at((Date) value, calendar);
    if (value instanceof java.sql.Date) {
      return clock.toLocalDate();
    }
    return value instanceof Time ? clock.toLocalTime() : clock;
  }

  private static List<@Nullable Object> list(Object value) throws SQLException {
    Object array = value instanceof java.sql.Array sql ? sql.getArray() : value;
    List<@Nullable Object> elements = new ArrayList<>();
    if (array instanceof Collection<?> collection) {
      elements.addAll(collection);
    } else {
      for (int i = 0; i < java.lang.reflect.Array.getLength(array); i++) {
        elements.add(java.lang.reflect.Array.get(array, i));
      }
    }
    for (int i = 0; i < elements.size(); i++) {
      Object element = elements.get(i);
      elements.set(i, element == null ? null : of(element, null));
    }
    return elements;
  }

  private static Object read(Object value) throws SQLException {
    if (value instanceof Clob clob) {
      return clob.getSubString(1, length(clob.length()));
    }
    if (value instanceof Blob blob) {
      return blob.getBytes(1, length(blob.length()));
    }
    if (value instanceof SQLXML xml) {
      return xml.getString();
    }
    if (value instanceof Reader reader) {
      return text(reader, Long.MAX_VALUE);
    }
    return value instanceof InputStream stream ? bytes(stream, Long.MAX_VALUE) : value;
  }

  /**
   * Returns what a reader holds.
   *
   * @param length the number of characters to read, or {@link Long#MAX_VALUE} for all
   * @throws SQLException 22023 if the length is negative or there are fewer; 22018 if reading fails
   */
  static String text(Reader reader, long length) throws SQLException {
    char[] buffer = new char[8192];
    StringWriter text = new StringWriter();
    try {
      long left = checked(length);
      while (left > 0) {
        int count = reader.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (count < 0) {
          break;
        }
        text.write(buffer, 0, count);
        left -= count;
      }
    } catch (IOException failed) {
      throw unreadable(failed);
    }
    enough(text.getBuffer().length(), length);
    return text.toString();
  }

  /** Returns what a stream holds; as {@link #text}, in bytes. */
  static byte[] bytes(InputStream stream, long length) throws SQLException {
    try {
      byte[] bytes = stream.readNBytes(length(checked(length)));
      enough(bytes.length, length);
      return bytes;
    } catch (IOException failed) {
      throw unreadable(failed);
    }
  }

  private static long checked(long length) throws SQLException {
    if (length < 0) {
      throw SqlState.INVALID_ARGUMENT.exception(
          "statement: the length of a stream is not negative.");
    }
    return length;
  }

  private static void enough(int read, long wanted) throws SQLException {
    if (wanted != Long.MAX_VALUE && read < wanted) {
      throw SqlState.INVALID_ARGUMENT.exception(
          "statement: a stream ended after " + read + " of " + wanted + ". Give its own length.");
    }
  }

  // No array is longer; what is has no chance of being sent.
  private static int length(long length) {
    return (int) Math.min(length, Integer.MAX_VALUE - 8);
  }

  private static SQLException unreadable(IOException failed) {
    return SqlState.INVALID_VALUE.exception(
        "statement: a stream that was given as parameter cannot be read: " + failed.getMessage(),
        0,
        failed);
  }
}
