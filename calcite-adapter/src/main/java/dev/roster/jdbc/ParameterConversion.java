package dev.roster.jdbc;

import dev.roster.calcite.procedure.JsonLists;
import dev.roster.jdbc.rows.WallClock;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Turns a {@link GivenValue} into the Java value that a parameter's type has in Calcite. Each
 * method throws an {@link ArithmeticException} if the value is out of the type's range, and another
 * runtime exception if it is no value of that type.
 */
final class ParameterConversion {

  // 2026-11-01, then perhaps a time after T or a blank, then perhaps an offset or zone.
  private static final DateTimeFormatter TIME_TEXT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][ ]")
          .appendOptional(
              new DateTimeFormatterBuilder()
                  .append(DateTimeFormatter.ISO_LOCAL_TIME)
                  .appendPattern("[ ][XXX][XX][X]['['VV']'][VV]")
                  .toFormatter(Locale.ROOT))
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  // As ResultSet.getString shows a TIMESTAMP.
  private static final DateTimeFormatter CLOCK =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern(" HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  // Digits of a number that are written out; more would be an attack rather than a number.
  private static final int MOST_ZEROS = 1000;

  private ParameterConversion() {}

  static String text(Object given) {
    if (given instanceof byte[] utf8) {
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      } catch (CharacterCodingException otherBytes) {
        throw new IllegalArgumentException("no UTF-8", otherBytes);
      }
    }
    if (given instanceof LocalDateTime clock) {
      return CLOCK.format(clock);
    }
    if (given instanceof BigDecimal number && Math.abs((long) number.scale()) <= MOST_ZEROS) {
      return number.toPlainString();
    }
    if (given instanceof String
        || given instanceof Number
        || given instanceof Boolean
        || given instanceof TemporalAccessor) {
      return given.toString();
    }
    throw unreadable(given);
  }

  static Boolean bool(Object given) {
    if (given instanceof Boolean truth) {
      return truth;
    }
    if (given instanceof Number) {
      return bool(number(given).stripTrailingZeros().toString());
    }
    return switch (text(given).trim().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw unreadable(given);
    };
  }

  private static BigDecimal number(Object given) {
    if (given instanceof BigDecimal decimal) {
      return decimal;
    }
    if (given instanceof Boolean truth) {
      return truth ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    if (given instanceof Number || given instanceof String) {
      return new BigDecimal(given.toString().trim());
    }
    throw unreadable(given);
  }

  /** Returns a whole number between two bounds, both included. */
  static Long whole(Object given, long least, long most) {
    BigDecimal number = number(given);
    if (number.signum() != 0 && number.stripTrailingZeros().scale() > 0) {
      throw unreadable(given);
    }
    if (number.compareTo(BigDecimal.valueOf(least)) < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new ArithmeticException();
    }
    return number.longValue();
  }

  static BigDecimal decimal(Object given) {
    return number(given);
  }

  static Double floating(Object given, double most) {
    if (given instanceof Double || given instanceof Float) {
      double number = ((Number) given).doubleValue();
      // Infinity and NaN are values of these types.
      if (Double.isFinite(number) && Math.abs(number) > most) {
        throw new ArithmeticException();
      }
      return number;
    }
    double number = number(given).doubleValue();
    if (Math.abs(number) > most) {
      throw new ArithmeticException();
    }
    return number;
  }

  /** Returns the milliseconds of a wall clock since the epoch. */
  static Long timestamp(Object given) {
    LocalDateTime clock;
    if (given instanceof LocalDate date) {
      clock = date.atStartOfDay();
    } else {
      clock = given instanceof LocalDateTime local ? local : clock(given);
    }
    return WallClock.millis(clock);
  }

  /** Returns the days since the epoch. */
  static Integer date(Object given) {
    LocalDate date;
    if (given instanceof LocalDateTime clock) {
      date = clock.toLocalDate();
    } else {
      date = given instanceof LocalDate local ? local : clock(given).toLocalDate();
    }
    return Math.toIntExact(date.toEpochDay());
  }

  /** Returns the milliseconds since midnight. */
  static Integer time(Object given) {
    LocalTime time;
    if (given instanceof LocalDateTime clock) {
      time = clock.toLocalTime();
    } else if (given instanceof LocalTime local) {
      time = local;
    } else {
      String text = ((String) given).trim();
      time = text.indexOf('-') > 0 ? clock(text).toLocalTime() : LocalTime.parse(text);
    }
    return time.get(ChronoField.MILLI_OF_DAY);
  }

  private static LocalDateTime clock(Object given) {
    TemporalAccessor time =
        TIME_TEXT.parseBest(
            ((String) given).trim(), ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
    if (time instanceof ZonedDateTime zoned) {
      return zoned.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }
    return time instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) time;
  }

  static byte[] bytes(Object given) {
    return (byte[]) given;
  }

  static List<?> list(Object given) {
    return given instanceof List<?> list ? list : JsonLists.list(text(given));
  }

  /** Returns a list as JSON text; its elements that JSON does not know are texts. */
  static String json(Object given) {
    if (!(given instanceof List<?>)) {
      String text = text(given);
      JsonLists.list(text);
      return text;
    }
    return JsonLists.text(list(given).stream().map(ParameterConversion::element).toList());
  }

  private static @Nullable Object element(@Nullable Object element) {
    if (element instanceof List<?> inner) {
      return inner.stream().map(ParameterConversion::element).toList();
    }
    return element == null || element instanceof Number || element instanceof Boolean
        ? element
        : text(element);
  }

  private static RuntimeException unreadable(Object given) {
    return new IllegalArgumentException(given.getClass().getName());
  }
}
