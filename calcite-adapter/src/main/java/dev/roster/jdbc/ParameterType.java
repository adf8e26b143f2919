package dev.roster.jdbc;

import dev.roster.calcite.table.SqlType;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types that a statement's parameters can have: how each is described, read and bound. */
enum ParameterType {
  VARCHAR(JDBCType.VARCHAR, "text, or a value with one text (number, boolean, time, UUID, enum)"),
  BOOLEAN(JDBCType.BOOLEAN, "true or false, as boolean, 1 or 0, or text"),
  TINYINT(JDBCType.TINYINT, "a whole number from -128 to 127, also as text"),
  SMALLINT(JDBCType.SMALLINT, "a whole number from -32768 to 32767, also as text"),
  INTEGER(JDBCType.INTEGER, "a whole number of at most 32 bits, also as text"),
  BIGINT(JDBCType.BIGINT, "a whole number of at most 64 bits, also as text"),
  DECIMAL(JDBCType.DECIMAL, "a number, also as text"),
  REAL(JDBCType.REAL, "a number, also as text"),
  DOUBLE(JDBCType.DOUBLE, "a number, also as text"),
  DATE(
      JDBCType.DATE,
      "a date or time of java.time, java.sql or java.util, or text such as '2026-11-01'"),
  TIME(JDBCType.TIME, "a time of java.time, java.sql or java.util, or text such as '07:12:30'"),
  TIMESTAMP(
      JDBCType.TIMESTAMP,
      "a date or time of java.time, java.sql or java.util, or text such as"
          + " '2026-11-01 07:12:30.123' (UTC) or '2026-11-01T07:12:30Z'"),
  VARBINARY(JDBCType.VARBINARY, "bytes: an array, a stream or a Blob"),
  ARRAY(
      JDBCType.ARRAY, "a list: an Array, a Java array or Collection, or the text of a JSON array"),
  /** What takes JSON text as well as an ARRAY; to a tool it is text. */
  LIST(
      JDBCType.VARCHAR,
      "a list: the text of a JSON array such as '[\"a\", \"b\"]', an Array, a Java array or"
          + " Collection"),
  /** A type that Roster's own columns and parameters do not have, such as an interval. */
  OTHER(JDBCType.OTHER, "a value of that type");

  // In Types there is no such thing; Calcite gives it to a parameter of any type.
  private static final int ANY = 2000;

  private final JDBCType jdbcType;
  private final String accepted;

  ParameterType(JDBCType jdbcType, String accepted) {
    this.jdbcType = jdbcType;
    this.accepted = accepted;
  }

  /** Returns the type of a parameter to which Calcite gives this number of {@link Types}. */
  static ParameterType of(int type) {
    return switch (type) {
      case Types.VARCHAR, Types.CHAR -> VARCHAR;
      case Types.BOOLEAN -> BOOLEAN;
      case Types.TINYINT -> TINYINT;
      case Types.SMALLINT -> SMALLINT;
      case Types.INTEGER -> INTEGER;
      case Types.BIGINT -> BIGINT;
      case Types.DECIMAL, Types.NUMERIC -> DECIMAL;
      case Types.REAL -> REAL;
      case Types.DOUBLE, Types.FLOAT -> DOUBLE;
      case Types.DATE -> DATE;
      case Types.TIME -> TIME;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> TIMESTAMP;
      case Types.VARBINARY, Types.BINARY -> VARBINARY;
      case Types.ARRAY -> ARRAY;
      case ANY -> LIST;
      default -> OTHER;
    };
  }

  /** Returns the type that a caller means by any number of {@link Types}. */
  static ParameterType ofTarget(int type) {
    return switch (type) {
      case Types.NVARCHAR,
          Types.NCHAR,
          Types.LONGVARCHAR,
          Types.LONGNVARCHAR,
          Types.CLOB,
          Types.NCLOB ->
          VARCHAR;
      case Types.BIT -> BOOLEAN;
      case Types.LONGVARBINARY, Types.BLOB -> VARBINARY;
      default -> of(type);
    };
  }

  JDBCType jdbcType() {
    return jdbcType;
  }

  /** Returns the SQL type, which knows sizes; null for ARRAY and OTHER, which have none. */
  @Nullable SqlType sqlType() {
    return SqlType.ofJdbc(jdbcType.getVendorTypeNumber());
  }

  /** Returns the class of java.sql or java.lang that JDBC has for the type. */
  Class<?> javaClass() {
    SqlType type = sqlType();
    if (type != null) {
      return type.javaClass();
    }
    return this == ARRAY ? Array.class : Object.class;
  }

  /** Returns which values are accepted, in a few words. */
  String accepted() {
    return accepted;
  }

  /** Returns a {@link GivenValue} as this type; throws as {@link ParameterConversion}. */
  Object convert(Object given) {
    return switch (this) {
      case VARCHAR -> ParameterConversion.text(given);
      case BOOLEAN -> ParameterConversion.bool(given);
      case TINYINT -> ParameterConversion.whole(given, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SMALLINT -> ParameterConversion.whole(given, Short.MIN_VALUE, Short.MAX_VALUE);
      case INTEGER -> ParameterConversion.whole(given, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case BIGINT -> ParameterConversion.whole(given, Long.MIN_VALUE, Long.MAX_VALUE);
      case DECIMAL -> ParameterConversion.decimal(given);
      case REAL -> ParameterConversion.floating(given, Float.MAX_VALUE);
      case DOUBLE -> ParameterConversion.floating(given, Double.MAX_VALUE);
      case DATE -> ParameterConversion.date(given);
      case TIME -> ParameterConversion.time(given);
      case TIMESTAMP -> ParameterConversion.timestamp(given);
      case VARBINARY -> ParameterConversion.bytes(given);
      case ARRAY -> ParameterConversion.list(given);
      case LIST -> ParameterConversion.json(given);
      case OTHER -> given;
    };
  }

  /** Sets a converted value. */
  void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    switch (this) {
      case VARCHAR, LIST -> statement.setString(index, (String) value);
      case BOOLEAN -> statement.setBoolean(index, (Boolean) value);
      case TINYINT -> statement.setByte(index, ((Long) value).byteValue());
      case SMALLINT -> statement.setShort(index, ((Long) value).shortValue());
      case INTEGER -> statement.setInt(index, ((Long) value).intValue());
      case BIGINT, TIMESTAMP -> statement.setLong(index, (Long) value);
      case DECIMAL -> statement.setBigDecimal(index, (BigDecimal) value);
      case REAL -> statement.setFloat(index, ((Double) value).floatValue());
      case DOUBLE -> statement.setDouble(index, (Double) value);
      // Calcite counts the days and milliseconds of these in an int.
      case DATE, TIME -> statement.setInt(index, (Integer) value);
      case VARBINARY -> statement.setBytes(index, (byte[]) value);
      case ARRAY -> bindArray(statement, index, value);
      case OTHER -> statement.setObject(index, value);
    }
  }

  private static void bindArray(PreparedStatement statement, int index, Object value)
      throws SQLException {
    // Its elements' type is in the declared type's name, such as VARCHAR ARRAY.
    String type = statement.getParameterMetaData().getParameterTypeName(index);
    String element = type.split(" ", 2)[0];
    statement.setArray(
        index, statement.getConnection().createArrayOf(element, ((List<?>) value).toArray()));
  }
}
