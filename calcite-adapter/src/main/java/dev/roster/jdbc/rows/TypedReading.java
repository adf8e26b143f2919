package dev.roster.jdbc.rows;

import dev.roster.calcite.error.SqlState;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a row as the Java type that is asked for. A TIMESTAMP is a wall clock in UTC, so it is
 * the same instant in every JVM, whatever its time zone.
 */
final class TypedReading {

  /** Reads a value; what it returns does not count if the value was NULL. */
  private interface Reader {
    @Nullable Object of(ResultSet rows, int column) throws SQLException;
  }

  private static final Map<Class<?>, Reader> READERS =
      Map.ofEntries(
          Map.entry(Object.class, ResultSet::getObject),
          Map.entry(String.class, ResultSet::getString),
          Map.entry(Boolean.class, ResultSet::getBoolean),
          Map.entry(Short.class, ResultSet::getShort),
          Map.entry(Integer.class, ResultSet::getInt),
          Map.entry(Long.class, ResultSet::getLong),
          Map.entry(Float.class, ResultSet::getFloat),
          Map.entry(Double.class, ResultSet::getDouble),
          Map.entry(BigDecimal.class, ResultSet::getBigDecimal),
          Map.entry(byte[].class, ResultSet::getBytes),
          Map.entry(Timestamp.class, ResultSet::getTimestamp),
          Map.entry(Instant.class, TypedReading::instant),
          Map.entry(LocalDateTime.class, (rows, column) -> time(rows, column).toLocalDateTime()),
          Map.entry(LocalDate.class, (rows, column) -> time(rows, column).toLocalDate()),
          Map.entry(OffsetDateTime.class, TypedReading::time),
          Map.entry(ZonedDateTime.class, (rows, column) -> time(rows, column).toZonedDateTime()));

  private TypedReading() {}

  /** Returns the value, or null if it is NULL. */
  static <T> @Nullable T read(ResultSet rows, int column, Class<T> type) throws SQLException {
    Reader reader = READERS.get(type);
    if (reader == null) {
      throw SqlState.INVALID_VALUE.exception(
          "rows, getObject: no value is made a " + type.getName() + ".");
    }
    Object value = rows.getObject(column) == null ? null : reader.of(rows, column);
    return type.cast(value);
  }

  private static Instant instant(ResultSet rows, int column) throws SQLException {
    if (rows.getMetaData().getColumnType(column) != Types.TIMESTAMP) {
      throw SqlState.INVALID_VALUE.exception(
          "rows, getObject: column " + column + " is no TIMESTAMP.");
    }
    // Not by way of a Timestamp: it cannot hold what no clock of the JVM's own zone ever showed.
    return Instant.ofEpochMilli(rows.getLong(column));
  }

  private static OffsetDateTime time(ResultSet rows, int column) throws SQLException {
    return instant(rows, column).atOffset(ZoneOffset.UTC);
  }
}
