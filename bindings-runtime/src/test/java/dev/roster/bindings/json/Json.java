package dev.roster.bindings.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import okio.Buffer;

/** Readers of texts, and adapters for tests. */
final class Json {

  /** What a test does with a reader or a writer. */
  interface Step<T> {
    void run(T stream) throws IOException;
  }

  private Json() {}

  static JsonReader reader(String json) {
    return JsonReader.of(new Buffer().writeUtf8(json));
  }

  static String written(Step<JsonWriter> step) throws IOException {
    Buffer buffer = new Buffer();
    step.run(JsonWriter.of(buffer));
    return buffer.readUtf8();
  }

  /** Returns what comes out of reading and writing. */
  static <T> String again(JsonAdapter<T> adapter, String json) throws IOException {
    return adapter.toJson(adapter.fromJson(json));
  }
}
