package dev.roster.bindings.json;

import com.squareup.moshi.JsonReader;
import dev.roster.bindings.Drift.Kind;
import java.io.IOException;

/** Reads what a spec does not know, and notes where it stands in the answer. */
public final class Unknown {

  private Unknown() {}

  /**
   * Skips a member of an object, its name and its value.
   *
   * @param model the model that has no such member
   */
  public static void member(JsonReader reader, String model) throws IOException {
    SeenDrift seen = SeenDrift.of(reader);
    if (seen == null) {
      reader.skipName();
      reader.skipValue();
    } else {
      named(reader, reader.nextName(), model);
    }
  }

  /** Skips the value of a member whose name was read. */
  public static void named(JsonReader reader, String name, String model) throws IOException {
    SeenDrift seen = SeenDrift.of(reader);
    if (seen != null) {
      String path = reader.getPath();
      String object = path.substring(0, path.length() - name.length() - 1);
      seen.note(Kind.UNKNOWN_FIELD, object, name, model + " has no such field", reader.peek());
    }
    reader.skipValue();
  }

  /**
   * Reads a value that is none of those listed, as text.
   *
   * @param model the enumeration
   */
  public static String text(JsonReader reader, String model, JsonReader.Options listed)
      throws IOException {
    JsonReader.Token token = reader.peek();
    if (token != JsonReader.Token.STRING) {
      SeenDrift.wrongType(reader, "a text", token);
      return reader.nextString();
    }
    SeenDrift seen = SeenDrift.of(reader);
    if (seen != null) {
      seen.note(
          Kind.UNKNOWN_VALUE,
          reader.getPath(),
          null,
          model + " is one of " + String.join(", ", listed.strings()),
          token);
    }
    return reader.nextString();
  }

  /**
   * Reads an object that is none of the variants of a union, and returns its JSON.
   *
   * @param union the union
   * @param label the member that tells its variants apart
   */
  public static String variant(JsonReader reader, String union, String label) throws IOException {
    SeenDrift seen = SeenDrift.of(reader);
    if (seen != null) {
      seen.note(
          Kind.UNKNOWN_VALUE,
          reader.getPath(),
          label,
          union + " has no variant of that name",
          JsonReader.Token.STRING);
    }
    return RawJson.read(reader);
  }

  /** Reads what has no marker of any variant of a union, and returns its JSON. */
  public static String variant(JsonReader reader, String union) throws IOException {
    SeenDrift seen = SeenDrift.of(reader);
    if (seen != null) {
      seen.note(
          Kind.UNKNOWN_VALUE,
          reader.getPath(),
          null,
          union + " has no variant with these fields",
          reader.peek());
    }
    return RawJson.read(reader);
  }
}
