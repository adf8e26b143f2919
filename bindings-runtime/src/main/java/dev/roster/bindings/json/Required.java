package dev.roster.bindings.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.roster.bindings.Drift.Kind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The error of a value that the spec requires and the answer lacks. */
public final class Required {

  private Required() {}

  /**
   * Returns the error of a member that is absent or null. The message names the object's path:
   * {@code Required value 'id' missing at $.accounts[0]}.
   *
   * @param reader in the object, behind its last member; this method leaves the object
   */
  public static JsonDataException missing(String name, JsonReader reader) throws IOException {
    String object = leave(reader);
    note(reader, object, name);
    return new JsonDataException("Required value '" + name + "' missing at " + object);
  }

  /** Returns the error of a null that comes next where a list has items. */
  static JsonDataException missing(JsonReader reader) {
    note(reader, reader.getPath(), null);
    return new JsonDataException("Required value missing at " + reader.getPath());
  }

  /** Returns the error of a null that was read where a value must be. */
  public static JsonDataException isNull(JsonReader reader) {
    note(reader, reader.getPath(), null);
    return new JsonDataException("Required value is null at " + reader.getPath());
  }

  private static void note(JsonReader reader, String path, @Nullable String member) {
    SeenDrift seen = SeenDrift.of(reader);
    if (seen != null) {
      seen.note(Kind.MISSING_VALUE, path, member, "a required value", null);
    }
  }

  /**
   * Leaves the object that the reader is in and returns its path. Inside, the reader's path goes on
   * to the last member. Outside, in an array, it is already that of the next item; in an object it
   * is still that of the one left, which then is where the inside path started.
   */
  private static String leave(JsonReader reader) throws IOException {
    String inside = reader.getPath();
    reader.endObject();
    String outside = reader.getPath();
    if (inside.startsWith(outside + ".")) {
      return outside;
    }
    int start = outside.lastIndexOf('[') + 1;
    int next = Integer.parseInt(outside, start, outside.length() - 1, 10);
    return outside.substring(0, start) + (next - 1) + "]";
  }
}
