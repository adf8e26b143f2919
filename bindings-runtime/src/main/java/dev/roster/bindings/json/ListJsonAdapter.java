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
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    List<E> list = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      if (reader.peek() == JsonReader.Token.NULL) {
        throw new JsonDataException("Required value missing at " + reader.getPath());
      }
      E item = items.fromJson(reader);
      if (item == null) {
        throw new JsonDataException("Required value missing before " + reader.getPath());
      }
      list.add(item);
    }
    reader.endArray();
    return Collections.unmodifiableList(list);
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
