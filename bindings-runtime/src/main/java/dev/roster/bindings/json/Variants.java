package dev.roster.bindings.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;

/** Tells which variant of a union comes next, without moving the reader. */
public final class Variants {

  private Variants() {}

  /**
   * Returns the text under the union's label, such as {@code LINKEDIN} under {@code provider}.
   *
   * @param label the one name that tells the variants apart
   * @param name that name again, for the message
   * @throws com.squareup.moshi.JsonDataException if it is absent or null
   */
  public static String label(JsonReader reader, JsonReader.Options label, String name)
      throws IOException {
    try (JsonReader ahead = SeenDrift.ahead(reader)) {
      if (!Expected.object(ahead)) {
        throw Required.missing(reader);
      }
      while (ahead.hasNext()) {
        if (ahead.selectName(label) >= 0) {
          String value = Scalars.text(ahead);
          if (value != null) {
            return value;
          }
        } else {
          ahead.skipName();
          ahead.skipValue();
        }
      }
      throw Required.missing(name, ahead);
    }
  }

  /**
   * Returns the index of the first marker in the object that comes next, or -1 where it has none. A
   * marker that is null does not count; what is no object has none.
   *
   * @param markers the names that tell the variants apart
   */
  public static int marker(JsonReader reader, JsonReader.Options markers) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
      return -1;
    }
    try (JsonReader ahead = reader.peekJson()) {
      ahead.beginObject();
      while (ahead.hasNext()) {
        int marker = ahead.selectName(markers);
        if (marker < 0) {
          ahead.skipName();
        } else if (ahead.peek() != JsonReader.Token.NULL) {
          return marker;
        }
        ahead.skipValue();
      }
      return -1;
    }
  }
}
