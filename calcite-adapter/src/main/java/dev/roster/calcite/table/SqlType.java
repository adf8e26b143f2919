package dev.roster.calcite.table;

import dev.roster.bindings.Field;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * The SQL types that a value can have, with their sizes as JDBC's metadata tell them. Roster's
 * columns and parameters are VARCHAR, BOOLEAN, BIGINT, DOUBLE, TIMESTAMP and VARBINARY; expressions
 * give the others.
 */
public enum SqlType {
  /** True or false. */
  BOOLEAN(SqlTypeName.BOOLEAN, Boolean.class, Size.FIXED, 1, 5),
  /** An integer of 8 bits. */
  TINYINT(SqlTypeName.TINYINT, Integer.class, Size.FIXED, 3, 4),
  /** An integer of 16 bits. */
  SMALLINT(SqlTypeName.SMALLINT, Integer.class, Size.FIXED, 5, 6),
  /** An integer of 32 bits. */
  INTEGER(SqlTypeName.INTEGER, Integer.class, Size.FIXED, 10, 11),
  /** An integer of 64 bits. */
  BIGINT(SqlTypeName.BIGINT, Long.class, Size.FIXED, 19, 20),
  /** A decimal number; shown with a sign and a point. */
  DECIMAL(SqlTypeName.DECIMAL, BigDecimal.class, Size.DECLARED, 19, 21),
  /** A float. */
  REAL(SqlTypeName.REAL, Float.class, Size.FIXED, 9, 15),
  /** A double, as {@link #DOUBLE}. */
  FLOAT(SqlTypeName.FLOAT, Double.class, Size.FIXED, 17, 24),
  /** A double. */
  DOUBLE(SqlTypeName.DOUBLE, Double.class, Size.FIXED, 17, 24),
  /** Text of a fixed length, such as a literal. */
  CHAR(SqlTypeName.CHAR, String.class, Size.DECLARED, 65_536, 65_536),
  /**
   * Text; lists and objects too, as JSON text, because tools cannot read ARRAY and STRUCT. It has
   * no greatest length: what tools are told makes room for any.
   */
  VARCHAR(SqlTypeName.VARCHAR, String.class, Size.DECLARED, 65_536, 65_536),
  /** Bytes of a fixed length; shown in hexadecimal. */
  BINARY(SqlTypeName.BINARY, byte[].class, Size.DECLARED, 16_777_216, 33_554_432),
  /** Bytes, such as a file's; of Roster's own, parameters only. */
  VARBINARY(SqlTypeName.VARBINARY, byte[].class, Size.DECLARED, 16_777_216, 33_554_432),
  /** A day: {@code 2026-02-20}. */
  DATE(SqlTypeName.DATE, Date.class, Size.FIXED, 10, 10),
  /** A time of a day: {@code 11:11:51}, with as many digits after a point as were declared. */
  TIME(SqlTypeName.TIME, Time.class, Size.SECONDS, 8, 8),
  /**
   * A point in time as UTC wall clock; in Roster's columns to the millisecond, TIMESTAMP(3): {@code
   * 2026-02-20 11:11:51.732}.
   */
  TIMESTAMP(SqlTypeName.TIMESTAMP, Timestamp.class, Size.SECONDS, 19, 19);

  /** What stands for the precision of a type that was declared without one. */
  public static final int UNDECLARED = -1;

  // In Roster's columns, and the most that Calcite can hold.
  private static final int DIGITS_OF_SECONDS = 3;

  /** What the precision in a type's declaration, as 3 in TIMESTAMP(3), does to its size. */
  private enum Size {
    /** There is none. */
    FIXED,
    /** It is the size. */
    DECLARED,
    /** It is the number of digits behind the seconds. */
    SECONDS
  }

  private final SqlTypeName typeName;
  private final Class<?> javaClass;
  private final Size size;
  private final int precision;
  private final int displaySize;

  SqlType(SqlTypeName typeName, Class<?> javaClass, Size size, int precision, int displaySize) {
    this.typeName = typeName;
    this.javaClass = javaClass;
    this.size = size;
    this.precision = precision;
    this.displaySize = displaySize;
  }

  /** Returns the type that a field of this kind has. */
  public static SqlType of(Field.Kind kind) {
    return switch (kind) {
      case TEXT, LIST, OBJECT, ANY -> VARCHAR;
      case BOOLEAN -> BOOLEAN;
      case INTEGER -> BIGINT;
      case NUMBER -> DOUBLE;
      case INSTANT -> TIMESTAMP;
      case BINARY -> VARBINARY;
    };
  }

  /** Returns the type with this number in {@link Types}, or null for ARRAY, OTHER and the like. */
  public static @Nullable SqlType ofJdbc(int jdbcType) {
    for (SqlType type : values()) {
      if (type.jdbcType() == jdbcType) {
        return type;
      }
    }
    return switch (jdbcType) {
      case Types.BIT -> BOOLEAN;
      case Types.NUMERIC -> DECIMAL;
      case Types.NCHAR -> CHAR;
      case Types.NVARCHAR, Types.LONGVARCHAR, Types.LONGNVARCHAR -> VARCHAR;
      case Types.LONGVARBINARY -> VARBINARY;
      default -> null;
    };
  }

  /** Returns the type's number in {@link Types}. */
  public int jdbcType() {
    return typeName.getJdbcOrdinal();
  }

  /** Returns the class of what {@code getObject} gives. */
  public Class<?> javaClass() {
    return javaClass;
  }

  /** Returns the precision of Roster's columns of this type, as {@link #precision(int)}. */
  public int precision() {
    return precision(UNDECLARED);
  }

  /**
   * Returns the digits of a number, the characters of a text or of a time, the bytes of a binary.
   *
   * @param declared what the type was declared with, or {@link #UNDECLARED}
   */
  public int precision(int declared) {
    return switch (size) {
      case FIXED -> precision;
      case DECLARED -> declared > 0 ? declared : precision;
      case SECONDS -> precision + behindSeconds(declared);
    };
  }

  /** Returns the display size of Roster's columns of this type, as {@link #displaySize(int)}. */
  public int displaySize() {
    return displaySize(UNDECLARED);
  }

  /**
   * Returns how many characters the longest value takes as text.
   *
   * @param declared what the type was declared with, or {@link #UNDECLARED}
   */
  public int displaySize(int declared) {
    return switch (this) {
      case DECIMAL -> precision(declared) + displaySize - precision;
      case BINARY, VARBINARY -> (int) Math.min(2L * precision(declared), displaySize);
      default -> size == Size.FIXED ? displaySize : precision(declared);
    };
  }

  /** Returns the scale of Roster's columns of this type: 3 for TIMESTAMP, otherwise 0. */
  public int scale() {
    return scale(UNDECLARED, 0);
  }

  /**
   * Returns the digits behind the point of a decimal number, or behind the seconds of a time.
   *
   * @param declared the precision that the type was declared with, or {@link #UNDECLARED}
   * @param declaredScale the scale that it was declared with
   */
  public int scale(int declared, int declaredScale) {
    if (size == Size.SECONDS) {
      return digitsOfSeconds(declared);
    }
    return this == DECIMAL ? Math.max(declaredScale, 0) : 0;
  }

  private int digitsOfSeconds(int declared) {
    if (declared >= 0) {
      return declared;
    }
    return this == TIMESTAMP ? DIGITS_OF_SECONDS : 0;
  }

  private int behindSeconds(int declared) {
    int digits = digitsOfSeconds(declared);
    return digits == 0 ? 0 : 1 + digits;
  }

  /** Returns the type in Calcite, as Roster's columns and parameters have it. */
  public RelDataType relType(RelDataTypeFactory factory, boolean nullable) {
    RelDataType type =
        this == TIMESTAMP
            ? factory.createSqlType(typeName, DIGITS_OF_SECONDS)
            : factory.createSqlType(typeName);
    return factory.createTypeWithNullability(type, nullable);
  }
}
