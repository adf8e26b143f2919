package dev.roster.calcite.procedure;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Lists as JSON text: the form in which a list reaches a procedure. */
public final class JsonLists {

  private JsonLists() {}

  /**
   * Returns a list as the text of a JSON array.
   *
   * @param list texts, numbers, booleans, nulls and lists of them
   * @throws IllegalArgumentException if it holds anything else
   */
  public static String text(List<?> list) {
    Buffer text = new Buffer();
    try (JsonWriter writer = JsonWriter.of(text)) {
      writer.jsonValue(new ArrayList<>(list));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.readUtf8();
  }

  /**
   * Returns the list that a text is.
   *
   * @throws IllegalArgumentException if the text is not one JSON array
   */
  public static List<?> list(String json) {
    try {
      if (parse(json) instanceof List<?> list) {
        return list;
      }
    } catch (IOException | RuntimeException unreadable) {
      throw new IllegalArgumentException("no JSON", unreadable);
    }
    throw new IllegalArgumentException("no JSON array");
  }

  /** Returns JSON without the blanks that mean nothing; the text itself if it is no JSON. */
  static String compact(String json) {
    Buffer text = new Buffer();
    try (JsonWriter writer = JsonWriter.of(text)) {
      writer.setLenient(true);
      writer.setSerializeNulls(true);
      writer.jsonValue(parse(json));
    } catch (IOException | RuntimeException unreadable) {
      return json;
    }
    return text.readUtf8();
  }

  static @Nullable Object parse(String json) throws IOException {
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json));
    Object value = reader.readJsonValue();
    if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
      throw new IllegalArgumentException("more than one JSON value");
    }
    return value;
  }
}
