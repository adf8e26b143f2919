package dev.roster.bindings.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
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

  private static final String WHOLE = "a whole number of 64 bits";
  private static final String TIME = "a time in ISO 8601";

  private Scalars() {}

  /** Reads a text. */
  public static @Nullable String text(JsonReader reader) throws IOException {
    return isNull(reader, Token.STRING, "a text") ? null : reader.nextString();
  }

  /** Reads a boolean. */
  public static @Nullable Boolean bool(JsonReader reader) throws IOException {
    return isNull(reader, Token.BOOLEAN, "a boolean") ? null : (Boolean) reader.nextBoolean();
  }

  /** Reads a whole number of 64 bits. */
  public static @Nullable Long integer(JsonReader reader) throws IOException {
    if (isNull(reader, Token.NUMBER, WHOLE)) {
      return null;
    }
    boolean number = reader.peek() == Token.NUMBER;
    try {
      return reader.nextLong();
    } catch (JsonDataException e) {
      if (number) {
        SeenDrift.wrongType(reader, WHOLE, Token.NUMBER);
      }
      throw e;
    }
  }

  /** Reads a number. */
  public static @Nullable Double number(JsonReader reader) throws IOException {
    return isNull(reader, Token.NUMBER, "a number") ? null : (Double) reader.nextDouble();
  }

  /**
   * Reads a point in time in ISO 8601.
   *
   * @throws com.squareup.moshi.JsonDataException if the text is none; the message names its path
   */
  public static @Nullable Instant instant(JsonReader reader) throws IOException {
    if (isNull(reader, Token.STRING, TIME)) {
      return null;
    }
    boolean text = reader.peek() == Token.STRING;
    try {
      return Instants.read(reader);
    } catch (JsonDataException e) {
      if (text) {
        SeenDrift.wrongType(reader, TIME, Token.STRING);
      }
      throw e;
    }
  }

  /** Reads null if that comes next, and notes what is neither null nor of the type. */
  private static boolean isNull(JsonReader reader, Token type, String expected) throws IOException {
    Token token = reader.peek();
    if (token == type) {
      return false;
    }
    if (token == Token.NULL) {
      reader.nextNull();
      return true;
    }
    SeenDrift.wrongType(reader, expected, token);
    return false;
  }
}
