package dev.roster.jdbc.metadata;

import dev.roster.calcite.table.SqlType;
import org.jspecify.annotations.Nullable;

/** What the metadata tell of a type besides its precision; null where it has no meaning. */
final class Sizes {

  // Of a character in UTF-8, at most.
  private static final int BYTES_OF_A_CHARACTER = 4;

  private Sizes() {}

  /** Returns the digits behind the point, or behind the seconds. */
  static @Nullable Integer digits(SqlType type) {
    return switch (type) {
      case TINYINT, SMALLINT, INTEGER, BIGINT, DECIMAL, TIME, TIMESTAMP -> type.scale();
      default -> null;
    };
  }

  /** Returns {@link #digits} where JDBC wants a {@code short}. */
  static @Nullable Short shortDigits(SqlType type) {
    Integer digits = digits(type);
    return digits == null ? null : (Short) digits.shortValue();
  }

  /** Returns what the digits of a number count: all are decimal. */
  static @Nullable Integer radix(SqlType type) {
    return switch (type) {
      case TINYINT, SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, FLOAT, DOUBLE -> 10;
      default -> null;
    };
  }

  /** Returns {@link #radix} where JDBC wants a {@code short}. */
  static @Nullable Short shortRadix(SqlType type) {
    return radix(type) == null ? null : (Short) (short) 10;
  }

  /** Returns the greatest number of bytes of a text or a binary. */
  static @Nullable Integer octets(SqlType type) {
    return switch (type) {
      case CHAR, VARCHAR -> BYTES_OF_A_CHARACTER * type.precision();
      case BINARY, VARBINARY -> type.precision();
      default -> null;
    };
  }

  /** Returns the bytes of a value: of a number and a time as in Java, of a decimal its digits. */
  static int bytes(SqlType type) {
    Integer octets = octets(type);
    if (octets != null) {
      return octets;
    }
    return switch (type) {
      case BOOLEAN, TINYINT -> 1;
      case SMALLINT -> 2;
      case INTEGER, REAL -> 4;
      case DECIMAL -> type.precision();
      default -> 8;
    };
  }
}
