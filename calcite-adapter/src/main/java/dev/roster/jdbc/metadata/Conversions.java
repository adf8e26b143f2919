package dev.roster.jdbc.metadata;

import dev.roster.calcite.table.SqlType;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which types {@code {fn CONVERT(value, SQL_TYPE)}} turns into which. */
final class Conversions {

  private static final Set<SqlType> TEXTS = EnumSet.of(SqlType.CHAR, SqlType.VARCHAR);

  private static final Set<SqlType> BINARIES = EnumSet.of(SqlType.BINARY, SqlType.VARBINARY);

  private static final Set<SqlType> INTEGERS =
      EnumSet.of(SqlType.TINYINT, SqlType.SMALLINT, SqlType.INTEGER, SqlType.BIGINT);

  private static final Set<SqlType> NUMBERS =
      EnumSet.of(
          SqlType.TINYINT,
          SqlType.SMALLINT,
          SqlType.INTEGER,
          SqlType.BIGINT,
          SqlType.DECIMAL,
          SqlType.REAL,
          SqlType.FLOAT,
          SqlType.DOUBLE);

  private Conversions() {}

  /** Returns whether there is a conversion between two types of {@link java.sql.Types}. */
  static boolean exists(int fromType, int toType) {
    SqlType from = type(fromType);
    SqlType to = type(toType);
    if (from == null || to == null) {
      return false;
    }
    // Everything is written as text, and read from it.
    return from == to || TEXTS.contains(from) || TEXTS.contains(to) || convertible(from, to);
  }

  // A number is the milliseconds of a TIMESTAMP, or the bytes of a BINARY; a TIME becomes
  // a TIMESTAMP of today.
  private static boolean convertible(SqlType from, SqlType to) {
    return switch (from) {
      case BINARY, VARBINARY -> BINARIES.contains(to);
      case DATE, TIME -> to == SqlType.TIMESTAMP;
      case TIMESTAMP -> NUMBERS.contains(to) || to == SqlType.DATE || to == SqlType.TIME;
      case BOOLEAN -> false;
      default ->
          NUMBERS.contains(to)
              || to == SqlType.BOOLEAN
              || to == SqlType.TIMESTAMP
              || (INTEGERS.contains(from) && BINARIES.contains(to));
    };
  }

  private static @Nullable SqlType type(int jdbcType) {
    for (SqlType type : SqlType.values()) {
      if (type.jdbcType() == jdbcType) {
        return type;
      }
    }
    return null;
  }
}
