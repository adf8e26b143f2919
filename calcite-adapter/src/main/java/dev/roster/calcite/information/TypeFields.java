package dev.roster.calcite.information;

import dev.roster.bindings.Field;
import dev.roster.calcite.table.SqlType;
import java.util.List;
import java.util.function.Function;

/** The columns that say what type a column or parameter has. */
final class TypeFields {

  // Of a character in UTF-8, at most.
  private static final long BYTES_OF_A_CHARACTER = 4;

  private TypeFields() {}

  /** Returns the columns for rows of which each has a type. */
  static <M> List<Field<M>> of(Function<M, SqlType> type) {
    return List.of(
        Field.<M>text(
            "data_type", "The name of its type, as in CAST.", row -> type.apply(row).name()),
        Field.<M>integer(
                "character_maximum_length",
                "The most characters of a text, or bytes of a binary, that tools need to make room"
                    + " for; NULL for other types.",
                row -> isLong(type.apply(row)) ? (Long) (long) type.apply(row).precision() : null)
            .orNull(),
        Field.<M>integer(
                "character_octet_length",
                "The same in bytes.",
                row -> isLong(type.apply(row)) ? (Long) octets(type.apply(row)) : null)
            .orNull(),
        Field.<M>integer(
                "numeric_precision",
                "The digits of a number; NULL for other types.",
                row -> isNumber(type.apply(row)) ? (Long) (long) type.apply(row).precision() : null)
            .orNull(),
        Field.<M>integer(
                "numeric_precision_radix",
                "10, since digits are decimal; NULL for other types than numbers.",
                row -> isNumber(type.apply(row)) ? 10L : null)
            .orNull(),
        Field.<M>integer(
                "numeric_scale",
                "The digits behind the point of an exact number; NULL for other types.",
                row -> isExact(type.apply(row)) ? (Long) (long) type.apply(row).scale() : null)
            .orNull(),
        Field.<M>integer(
                "datetime_precision",
                "The digits behind the seconds of a time; NULL for other types.",
                row -> isTime(type.apply(row)) ? (Long) (long) type.apply(row).scale() : null)
            .orNull());
  }

  private static boolean isLong(SqlType type) {
    return switch (type) {
      case CHAR, VARCHAR, BINARY, VARBINARY -> true;
      default -> false;
    };
  }

  private static long octets(SqlType type) {
    boolean text = type == SqlType.CHAR || type == SqlType.VARCHAR;
    return type.precision() * (text ? BYTES_OF_A_CHARACTER : 1);
  }

  private static boolean isExact(SqlType type) {
    return switch (type) {
      case TINYINT, SMALLINT, INTEGER, BIGINT, DECIMAL -> true;
      default -> false;
    };
  }

  private static boolean isNumber(SqlType type) {
    return switch (type) {
      case REAL, FLOAT, DOUBLE -> true;
      default -> isExact(type);
    };
  }

  private static boolean isTime(SqlType type) {
    return type == SqlType.TIME || type == SqlType.TIMESTAMP;
  }
}
