package dev.roster.bindings.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes lists whose items are all there; what it reads cannot be changed. */
final class ListJsonAdapter<E> extends JsonAdapter<List<E>> {

  private final JsonAdapter<E> items;

  ListJsonAdapter(JsonAdapter<E> items) {
    this.items = items;
  }

  @Override
  public @Nullable List<E> fromJson(JsonReader reader) throws IOException {
    if (!Expected.list(reader)) {
      return null;
    }
    Gaps gaps = reader.tag(Gaps.class);
    List<E> list = new ArrayList<>();
    while (reader.hasNext()) {
      E item = gaps == null ? item(reader, items) : gaps.read(reader, items);
      if (item != null) {
        list.add(item);
      }
    }
    reader.endArray();
    return Collections.unmodifiableList(list);
  }

  /**
   * Reads an item.
   *
   * @throws JsonDataException if it is null, or cannot be read
   */
  static <E> E item(JsonReader reader, JsonAdapter<E> items) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      throw Required.missing(reader);
    }
    E item = items.fromJson(reader);
    if (item == null) {
      throw new JsonDataException("Required value missing before " + reader.getPath());
    }
    return item;
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable List<E> value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginArray();
    for (E item : value) {
      items.toJson(writer, item);
    }
    writer.endArray();
  }

  @Override
  public String toString() {
    return "ListJsonAdapter(" + items + ")";
  }
}
