package dev.roster.bindings.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads values without structure; null is read as null.
 *
 * <p>As lenient as Moshi: a number is also read as text, and a text that is a number as a number.
 *
 * @see Adapters the same as adapters
 */
public final class Scalars {

  private Scalars() {}

  /** Reads a text. */
  public static @Nullable String text(JsonReader reader) throws IOException {
    return isNull(reader) ? null : reader.nextString();
  }

  /** Reads a boolean. */
  public static @Nullable Boolean bool(JsonReader reader) throws IOException {
    return isNull(reader) ? null : (Boolean) reader.nextBoolean();
  }

  /** Reads a whole number of 64 bits. */
  public static @Nullable Long integer(JsonReader reader) throws IOException {
    return isNull(reader) ? null : (Long) reader.nextLong();
  }

  /** Reads a number. */
  public static @Nullable Double number(JsonReader reader) throws IOException {
    return isNull(reader) ? null : (Double) reader.nextDouble();
  }

  /**
   * Reads a point in time in ISO 8601.
   *
   * @throws com.squareup.moshi.JsonDataException if the text is none; the message names its path
   */
  public static @Nullable Instant instant(JsonReader reader) throws IOException {
    return isNull(reader) ? null : Instants.read(reader);
  }

  private static boolean isNull(JsonReader reader) throws IOException {
    if (reader.peek() != JsonReader.Token.NULL) {
      return false;
    }
    reader.nextNull();
    return true;
  }
}
