package dev.roster.bindings.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as ISO 8601 text, such as {@code 2025-11-05T10:30:00.000Z}.
 *
 * <p>{@link Instant#parse} takes half the time of decoding a list of accounts and three quarters of
 * its memory. The form that providers send is read by hand; all others go the library's way.
 */
public final class Instants {

  private static final int SECONDS_PER_DAY = 86_400;

  private Instants() {}

  static Instant read(JsonReader reader) throws IOException {
    String text = reader.nextString();
    try {
      return parse(text);
    } catch (DateTimeException e) {
      throw new JsonDataException(
          "Expected a time such as 2025-11-05T10:30:00.000Z but was '"
              + text
              + "' at path "
              + reader.getPath(),
          e);
    }
  }

  /**
   * Returns the point in time that {@code text} names, in UTC or with an offset.
   *
   * @throws DateTimeException if it names none
   */
  static Instant parse(String text) {
    Instant usual = usual(text);
    return usual != null ? usual : OffsetDateTime.parse(text).toInstant();
  }

  /** Returns the text of {@code instant}, in UTC and with at least milliseconds. */
  public static String format(Instant instant) {
    String text = instant.toString();
    // Instant leaves out a fraction of zero, providers write it.
    return text.indexOf('.') < 0 ? text.substring(0, text.length() - 1) + ".000Z" : text;
  }

  /**
   * Reads {@code yyyy-MM-ddTHH:mm:ssZ} with no fraction or one of three digits. Returns null for
   * everything else, also for days that only some months have: the library knows which.
   */
  private static @Nullable Instant usual(String text) {
    int length = text.length();
    boolean millis = length == 24 && text.charAt(19) == '.';
    if (!(millis || length == 20)
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':'
        || text.charAt(length - 1) != 'Z') {
      return null;
    }
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 7);
    int day = digits(text, 8, 10);
    int hour = digits(text, 11, 13);
    int minute = digits(text, 14, 16);
    int second = digits(text, 17, 19);
    int milli = millis ? digits(text, 20, 23) : 0;
    if ((year | month | day | hour | minute | second | milli) < 0
        || month < 1
        || month > 12
        || day < 1
        || day > 28
        || hour > 23
        || minute > 59
        || second > 59) {
      return null;
    }
    long seconds =
        epochDay(year, month, day) * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second;
    return Instant.ofEpochSecond(seconds, milli * 1_000_000L);
  }

  /** Returns the number in {@code text} from {@code start} to {@code end}, or less than 0. */
  private static int digits(String text, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** Days since 1970-01-01, counting years from March so that the leap day comes last. */
  private static long epochDay(int year, int month, int day) {
    int shifted = month > 2 ? year : year - 1;
    long era = Math.floorDiv(shifted, 400);
    long yearOfEra = shifted - era * 400;
    long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097 + dayOfEra - 719_468;
  }
}
