package dev.roster.bindings.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import dev.roster.bindings.Drift.Kind;
import java.io.IOException;

/** Reads what a spec says comes next, and notes where an answer has something else. */
public final class Expected {

  private Expected() {}

  /**
   * Goes into the object that comes next.
   *
   * @return whether there is one; false where there is null, which is read
   * @throws com.squareup.moshi.JsonDataException if it is something else
   */
  public static boolean object(JsonReader reader) throws IOException {
    Token token = reader.peek();
    if (token == Token.NULL) {
      reader.nextNull();
      return false;
    }
    if (token != Token.BEGIN_OBJECT) {
      SeenDrift.wrongType(reader, "an object", token);
    }
    reader.beginObject();
    return true;
  }

  /** Goes into the list that comes next; as {@link #object}. */
  static boolean list(JsonReader reader) throws IOException {
    Token token = reader.peek();
    if (token == Token.NULL) {
      reader.nextNull();
      return false;
    }
    if (token != Token.BEGIN_ARRAY) {
      SeenDrift.wrongType(reader, "a list", token);
    }
    reader.beginArray();
    return true;
  }

  /**
   * Reads over a value that is always the same; another one is no error.
   *
   * @param constant the value; a number or boolean as text
   */
  public static void constant(JsonReader reader, String constant) throws IOException {
    Token token = reader.peek();
    SeenDrift seen = SeenDrift.of(reader);
    boolean scalar = token == Token.STRING || token == Token.NUMBER || token == Token.BOOLEAN;
    if (seen == null || !scalar) {
      if (seen != null) {
        seen.note(Kind.WRONG_TYPE, reader.getPath(), null, "always " + constant, token);
      }
      reader.skipValue();
      return;
    }
    String value =
        token == Token.BOOLEAN ? String.valueOf(reader.nextBoolean()) : reader.nextString();
    if (!value.equals(constant)) {
      seen.note(Kind.UNKNOWN_VALUE, reader.getPath(), null, "always " + constant, token);
    }
  }
}
