package dev.roster.calcite.write;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.roster.bindings.Field;
import dev.roster.calcite.table.Column;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What a provider said of one thing, by the columns that show it, and its form in the ledger: a
 * JSON object without the secrets.
 *
 * @param values String, Boolean, Long or Double, times as ISO 8601 text, or null; by column
 * @param json the same without secrets
 * @param secretLeftOut whether the JSON lacks a secret
 */
public record Answer(Map<String, @Nullable Object> values, String json, boolean secretLeftOut) {

  /** Returns what a model says in these fields. */
  public static <M> Answer of(List<Field<M>> fields, M model) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Map<String, @Nullable Object> kept = new LinkedHashMap<>();
    boolean leftOut = false;
    for (Field<M> field : Field.flatten(fields)) {
      String column = Column.sqlName(field.path());
      Object value = value(field, model);
      values.put(column, value);
      if (field.secret()) {
        leftOut |= value != null;
      } else if (value != null) {
        kept.put(column, value);
      }
    }
    return new Answer(values, json(kept), leftOut);
  }

  private static <M> @Nullable Object value(Field<M> field, M model) {
    return switch (field.kind()) {
      case LIST, OBJECT, ANY -> field.json(model);
      default -> {
        Object value = field.value(model);
        yield value instanceof String || value instanceof Boolean || value instanceof Number
            ? value
            : (value == null ? null : value.toString());
      }
    };
  }

  private static String json(Map<String, @Nullable Object> values) {
    Buffer text = new Buffer();
    try (JsonWriter writer = JsonWriter.of(text)) {
      writer.jsonValue(values);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.readUtf8();
  }

  /**
   * Returns the answer that a ledger's JSON holds; null for null. Numbers come back as text, for
   * {@link #value} to be turned into what its column is.
   */
  static @Nullable Answer recorded(@Nullable String json) {
    if (json == null) {
      return null;
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json))) {
      reader.beginObject();
      while (reader.hasNext()) {
        String column = reader.nextName();
        values.put(
            column,
            reader.peek() == JsonReader.Token.BOOLEAN
                ? (Object) reader.nextBoolean()
                : reader.nextString());
      }
    } catch (IOException | RuntimeException unreadable) {
      // Somebody else wrote it; that the thing is done stands all the same.
      return null;
    }
    return new Answer(values, json, false);
  }

  /** Returns a value, or null if there is none; a number of a recorded answer as its text. */
  public @Nullable Object value(String column) {
    return values.get(column);
  }
}
