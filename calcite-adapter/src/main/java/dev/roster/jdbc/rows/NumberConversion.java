package dev.roster.jdbc.rows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Locale;

/**
 * Values as numbers and truths. A text that is a number reads as that number; true is 1; a
 * TIMESTAMP is the milliseconds since 1970 in UTC. What is behind the point is cut off where whole
 * numbers are asked for.
 */
final class NumberConversion {

  // Digits that are written out; those of 1e999999999 would fill the memory.
  private static final int MOST_DIGITS = 1000;

  private NumberConversion() {}

  /** Returns a whole number from {@code least} to {@code most}. */
  static long integer(Cell cell, long least, long most, String asked) throws SQLException {
    long number;
    if (cell.value() instanceof Long || cell.value() instanceof Integer) {
      number = ((Number) cell.value()).longValue();
    } else {
      BigInteger whole = whole(cell, asked);
      if (whole.bitLength() >= Long.SIZE) {
        throw cell.outOfRange(asked);
      }
      number = whole.longValue();
    }
    if (number < least || number > most) {
      throw cell.outOfRange(asked);
    }
    return number;
  }

  static byte toByte(Cell cell) throws SQLException {
    return (byte) integer(cell, Byte.MIN_VALUE, Byte.MAX_VALUE, "byte");
  }

  static short toShort(Cell cell) throws SQLException {
    return (short) integer(cell, Short.MIN_VALUE, Short.MAX_VALUE, "short");
  }

  static int toInt(Cell cell) throws SQLException {
    return (int) integer(cell, Integer.MIN_VALUE, Integer.MAX_VALUE, "int");
  }

  static long toLong(Cell cell) throws SQLException {
    return integer(cell, Long.MIN_VALUE, Long.MAX_VALUE, "long");
  }

  static float toFloat(Cell cell) throws SQLException {
    double number = toDouble(cell, "float");
    float narrow = (float) number;
    if (Float.isInfinite(narrow) && !Double.isInfinite(number)) {
      throw cell.outOfRange("float");
    }
    return narrow;
  }

  static double toDouble(Cell cell) throws SQLException {
    return toDouble(cell, "double");
  }

  private static double toDouble(Cell cell, String asked) throws SQLException {
    // Also what no decimal number is: infinities, and what is not a number.
    if (cell.value() instanceof Double || cell.value() instanceof Float) {
      return ((Number) cell.value()).doubleValue();
    }
    double number = decimal(cell, asked).doubleValue();
    if (Double.isInfinite(number)) {
      throw cell.outOfRange(asked);
    }
    return number;
  }

  static BigDecimal toDecimal(Cell cell) throws SQLException {
    return decimal(cell, "BigDecimal");
  }

  /** Returns a number with so many digits behind the point, rounded half up. */
  static BigDecimal toDecimal(Cell cell, int scale) throws SQLException {
    BigDecimal number = toDecimal(cell);
    if (Math.max(Math.abs((long) scale), Math.abs((long) number.scale())) > MOST_DIGITS) {
      throw cell.outOfRange("BigDecimal of scale " + scale);
    }
    return number.setScale(scale, RoundingMode.HALF_UP);
  }

  static BigInteger toBigInteger(Cell cell) throws SQLException {
    return whole(cell, "BigInteger");
  }

  private static BigInteger whole(Cell cell, String asked) throws SQLException {
    BigDecimal number = decimal(cell, asked);
    long digits = (long) number.precision() - number.scale();
    if (number.signum() == 0 || digits <= 0) {
      return BigInteger.ZERO;
    }
    if (digits > MOST_DIGITS) {
      throw cell.outOfRange(asked);
    }
    return number.toBigInteger();
  }

  /** Returns whether a number is not 0, or what a text says: true, t, yes, y, on, or a number. */
  static boolean toBoolean(Cell cell) throws SQLException {
    if (cell.value() instanceof Boolean truth) {
      return truth;
    }
    if (cell.value() instanceof String text) {
      switch (text.trim().toLowerCase(Locale.ROOT)) {
        case "true", "t", "yes", "y", "on" -> {
          return true;
        }
        case "false", "f", "no", "n", "off" -> {
          return false;
        }
        default -> {}
      }
    } else if (!(cell.value() instanceof Number)) {
      throw cell.unreadable("boolean");
    }
    return decimal(cell, "boolean").signum() != 0;
  }

  private static BigDecimal decimal(Cell cell, String asked) throws SQLException {
    Object value = cell.value();
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    if (value instanceof Boolean truth) {
      return truth ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    if (value instanceof LocalDateTime time) {
      return BigDecimal.valueOf(WallClock.millis(time));
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      if (Double.isNaN(number) || Double.isInfinite(number)) {
        throw cell.outOfRange(asked);
      }
    }
    if (value instanceof Number || value instanceof String) {
      try {
        return new BigDecimal(value.toString().trim());
      } catch (NumberFormatException noNumber) {
        throw cell.unreadable(asked, noNumber);
      }
    }
    throw cell.unreadable(asked);
  }
}
