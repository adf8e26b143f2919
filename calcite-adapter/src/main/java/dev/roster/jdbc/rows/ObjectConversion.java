package dev.roster.jdbc.rows;

import dev.roster.calcite.error.SqlState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.calcite.avatica.util.StructImpl;
import org.jspecify.annotations.Nullable;

/** Values as objects: of the class that belongs to their type, or of one that is asked for. */
final class ObjectConversion {

  private interface Conversion {
    Object of(Cell cell) throws SQLException;
  }

  private static final Map<Class<?>, Conversion> CONVERSIONS =
      Map.ofEntries(
          Map.entry(Object.class, ObjectConversion::toObject),
          Map.entry(String.class, TextConversion::toText),
          Map.entry(Boolean.class, NumberConversion::toBoolean),
          Map.entry(boolean.class, NumberConversion::toBoolean),
          Map.entry(Byte.class, NumberConversion::toByte),
          Map.entry(byte.class, NumberConversion::toByte),
          Map.entry(Short.class, NumberConversion::toShort),
          Map.entry(short.class, NumberConversion::toShort),
          Map.entry(Integer.class, NumberConversion::toInt),
          Map.entry(int.class, NumberConversion::toInt),
          Map.entry(Long.class, NumberConversion::toLong),
          Map.entry(long.class, NumberConversion::toLong),
          Map.entry(Float.class, NumberConversion::toFloat),
          Map.entry(float.class, NumberConversion::toFloat),
          Map.entry(Double.class, NumberConversion::toDouble),
          Map.entry(double.class, NumberConversion::toDouble),
          Map.entry(BigDecimal.class, NumberConversion::toDecimal),
          Map.entry(BigInteger.class, NumberConversion::toBigInteger),
          Map.entry(byte[].class, cell -> TextConversion.toBytes(cell, "byte[]")),
          Map.entry(Instant.class, cell -> TimeConversion.toInstant(cell, "Instant")),
          Map.entry(
              OffsetDateTime.class,
              cell -> TimeConversion.toOffsetDateTime(cell, "OffsetDateTime")),
          Map.entry(
              ZonedDateTime.class,
              cell -> TimeConversion.toOffsetDateTime(cell, "ZonedDateTime").toZonedDateTime()),
          Map.entry(LocalDateTime.class, cell -> TimeConversion.toDateTime(cell, "LocalDateTime")),
          Map.entry(LocalDate.class, cell -> TimeConversion.toDate(cell, "LocalDate")),
          Map.entry(LocalTime.class, cell -> TimeConversion.toTime(cell, "LocalTime")),
          Map.entry(
              OffsetTime.class,
              cell -> TimeConversion.toTime(cell, "OffsetTime").atOffset(ZoneOffset.UTC)),
          Map.entry(Date.class, cell -> TimeConversion.toSqlDate(cell, null)),
          Map.entry(Time.class, cell -> TimeConversion.toSqlTime(cell, null)),
          Map.entry(Timestamp.class, cell -> TimeConversion.toTimestamp(cell, null)),
          Map.entry(java.util.Date.class, cell -> TimeConversion.toTimestamp(cell, null)),
          Map.entry(Calendar.class, TimeConversion::toCalendar),
          Map.entry(UUID.class, TextConversion::toUuid),
          Map.entry(Clob.class, TextConversion::toClob),
          Map.entry(NClob.class, TextConversion::toClob),
          Map.entry(Blob.class, TextConversion::toBlob),
          Map.entry(URL.class, TextConversion::toUrl),
          Map.entry(Array.class, ListArray::of),
          Map.entry(String[].class, cell -> ListArray.of(cell).texts()),
          Map.entry(Object[].class, cell -> ListArray.of(cell).getArray()),
          Map.entry(List.class, cell -> Arrays.asList((Object[]) ListArray.of(cell).getArray())));

  private ObjectConversion() {}

  /** Returns an object of a class. */
  static Object toClass(Cell cell, @Nullable Class<?> type) throws SQLException {
    if (type == null) {
      throw SqlState.INVALID_ARGUMENT.exception("rows: there is no class for the value. Give one.");
    }
    Conversion conversion = CONVERSIONS.get(type);
    if (conversion != null) {
      return conversion.of(cell);
    }
    Object object = toObject(cell);
    if (type.isInstance(object)) {
      return object;
    }
    throw cell.unreadable(type.getName());
  }

  /** Returns an object of {@link ValueType#javaClass}. */
  static Object toObject(Cell cell) throws SQLException {
    Object value = cell.value();
    if (value instanceof LocalDateTime) {
      return TimeConversion.toTimestamp(cell, null);
    }
    if (value instanceof LocalDate) {
      return TimeConversion.toSqlDate(cell, null);
    }
    if (value instanceof LocalTime) {
      return TimeConversion.toSqlTime(cell, null);
    }
    if (value instanceof byte[] bytes) {
      return bytes.clone();
    }
    if (cell.type().element() != null) {
      return ListArray.of(cell);
    }
    return cell.type().fields().isEmpty() ? value : struct(cell);
  }

  private static StructImpl struct(Cell cell) throws SQLException {
    List<@Nullable Object> attributes = new ArrayList<>();
    List<?> values = (List<?>) cell.value();
    for (ResultColumn field : cell.type().fields()) {
      Object value = values.get(attributes.size());
      attributes.add(value == null ? null : toObject(new Cell(field.label(), field.type(), value)));
    }
    return new StructImpl(attributes);
  }
}
