package dev.roster.bindings.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes values without structure. */
final class ScalarJsonAdapter<T> extends JsonAdapter<T> {

  interface Read<T> {
    @Nullable T read(JsonReader reader) throws IOException;
  }

  interface Write<T> {
    void write(JsonWriter writer, T value) throws IOException;
  }

  private final String name;
  private final Read<T> read;
  private final Write<T> write;

  ScalarJsonAdapter(String name, Read<T> read, Write<T> write) {
    this.name = name;
    this.read = read;
    this.write = write;
  }

  @Override
  public @Nullable T fromJson(JsonReader reader) throws IOException {
    return read.read(reader);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else {
      write.write(writer, value);
    }
  }

  @Override
  public String toString() {
    return "JsonAdapter(" + name + ")";
  }
}
