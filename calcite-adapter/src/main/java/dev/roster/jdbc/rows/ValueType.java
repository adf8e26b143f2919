package dev.roster.jdbc.rows;

import dev.roster.calcite.table.SqlType;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Struct;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.util.ByteString;
import org.apache.calcite.avatica.util.DateTimeUtils;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.jspecify.annotations.Nullable;

/**
 * The type of a value.
 *
 * @param jdbcType its number in {@link Types}
 * @param name without length and nullability, such as VARCHAR
 * @param scalar the same type, or null if it is an array, a map, a row, an interval
 * @param precision what it was declared with, or {@link SqlType#UNDECLARED}
 * @param scale what it was declared with
 * @param element of an array, otherwise null
 * @param fields of a row, otherwise empty
 */
record ValueType(
    int jdbcType,
    String name,
    @Nullable SqlType scalar,
    int precision,
    int scale,
    @Nullable ValueType element,
    List<ResultColumn> fields) {

  private static final String INTERVAL = "INTERVAL_";

  /** Returns a type as Roster's own columns have it. */
  static ValueType of(SqlType type) {
    return new ValueType(
        type.jdbcType(), type.name(), type, SqlType.UNDECLARED, 0, null, List.of());
  }

  /** Returns a type of Calcite's. */
  static ValueType of(ColumnMetaData.AvaticaType type, int precision, int scale) {
    if (type instanceof ColumnMetaData.ArrayType array) {
      return of(array.getComponent(), SqlType.UNDECLARED, 0).array();
    }
    if (type instanceof ColumnMetaData.StructType row) {
      List<ResultColumn> fields = row.columns.stream().map(ResultColumn::of).toList();
      return new ValueType(Types.STRUCT, "ROW", null, precision, 0, null, fields);
    }
    SqlType scalar = SqlType.ofJdbc(type.id);
    String name = scalar == null ? type.getName() : scalar.name();
    return new ValueType(
        type.id, name.endsWith(" MAP") ? "MAP" : name, scalar, precision, scale, null, List.of());
  }

  /** Returns the type of arrays whose elements are of this type. */
  ValueType array() {
    return new ValueType(
        Types.ARRAY, name + " ARRAY", null, SqlType.UNDECLARED, 0, this, List.of());
  }

  /** Returns the class of what {@code getObject} gives. */
  Class<?> javaClass() {
    if (scalar != null) {
      return scalar.javaClass();
    }
    return switch (jdbcType) {
      case Types.ARRAY -> Array.class;
      case Types.STRUCT -> Struct.class;
      default ->
          name.equals("MAP") ? Map.class : name.startsWith(INTERVAL) ? String.class : Object.class;
    };
  }

  /**
   * Returns what Calcite represents in its own way: a Boolean, an Integer, a Long, a Float, a
   * Double, a BigDecimal, a String, a byte array, a LocalDate, LocalTime or LocalDateTime; a List
   * of such for an array or a row; a Map; an interval as text; anything else as it is.
   */
  Object value(Object calcite) {
    if (scalar != null) {
      return scalarValue(scalar, calcite);
    }
    if (element != null && calcite instanceof Iterable<?> elements) {
      List<@Nullable Object> values = new ArrayList<>();
      for (Object each : elements) {
        values.add(each == null ? null : element.value(each));
      }
      return values;
    }
    if (jdbcType == Types.STRUCT) {
      return fieldValues(calcite);
    }
    return name.startsWith(INTERVAL) ? interval((Number) calcite) : calcite;
  }

  private Object scalarValue(SqlType type, Object calcite) {
    return switch (type) {
      case BOOLEAN -> calcite;
      case TINYINT, SMALLINT, INTEGER -> ((Number) calcite).intValue();
      case BIGINT -> ((Number) calcite).longValue();
      case REAL -> ((Number) calcite).floatValue();
      case FLOAT, DOUBLE -> ((Number) calcite).doubleValue();
      case DECIMAL -> calcite instanceof BigDecimal ? calcite : new BigDecimal(calcite.toString());
      case CHAR -> padded(calcite.toString());
      case VARCHAR -> calcite.toString();
      case BINARY, VARBINARY ->
          calcite instanceof ByteString bytes ? bytes.getBytes() : (byte[]) calcite;
      case DATE -> LocalDate.ofEpochDay(((Number) calcite).longValue());
      case TIME -> LocalTime.ofNanoOfDay(((Number) calcite).longValue() * 1_000_000);
      case TIMESTAMP -> WallClock.ofMillis(((Number) calcite).longValue());
    };
  }

  // Calcite leaves it to who reads a CHAR to fill it up.
  private String padded(String text) {
    return text.length() >= precision ? text : text + " ".repeat(precision - text.length());
  }

  private List<@Nullable Object> fieldValues(Object calcite) {
    List<?> values = calcite instanceof List<?> list ? list : Arrays.asList((Object[]) calcite);
    List<@Nullable Object> fieldValues = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      Object each = values.get(i);
      fieldValues.add(each == null ? null : fields.get(i).type().value(each));
    }
    return fieldValues;
  }

  private String interval(Number calcite) {
    TimeUnitRange range = TimeUnitRange.valueOf(name.substring(INTERVAL.length()));
    return range.monthly()
        ? DateTimeUtils.intervalYearMonthToString(calcite.intValue(), range)
        : DateTimeUtils.intervalDayTimeToString(calcite.longValue(), range, Math.max(scale, 0));
  }
}
