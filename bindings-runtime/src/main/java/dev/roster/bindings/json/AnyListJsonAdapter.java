package dev.roster.bindings.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes lists of anything, nulls included; what it reads cannot be changed. */
final class AnyListJsonAdapter extends JsonAdapter<List<@Nullable Object>> {

  private final JsonAdapter<Object> items;

  AnyListJsonAdapter(JsonAdapter<Object> items) {
    this.items = items;
  }

  @Override
  public @Nullable List<@Nullable Object> fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    List<@Nullable Object> list = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      list.add(items.fromJson(reader));
    }
    reader.endArray();
    return Collections.unmodifiableList(list);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable List<@Nullable Object> value) throws IOException {
    items.toJson(writer, value);
  }

  @Override
  public String toString() {
    return "AnyListJsonAdapter";
  }
}
