package dev.roster.bindings.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.roster.bindings.AnswerWithJson;
import dev.roster.bindings.json.RawJson;
import dev.roster.bindings.json.SeenDrift;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a model by its own adapter, and keeps the text that it was read from. */
final class WithJson<T> extends JsonAdapter<AnswerWithJson<T>> {

  private final JsonAdapter<T> adapter;

  WithJson(JsonAdapter<T> adapter) {
    this.adapter = adapter;
  }

  @Override
  public @Nullable AnswerWithJson<T> fromJson(JsonReader reader) throws IOException {
    // The model first: what is wrong with it is said with its path in the whole answer.
    T model = adapter.fromJson(SeenDrift.ahead(reader));
    String json = RawJson.read(reader);
    return model == null ? null : new AnswerWithJson<>(model, json);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable AnswerWithJson<T> answer) throws IOException {
    if (answer == null) {
      writer.nullValue();
    } else {
      RawJson.write(writer, answer.json());
    }
  }

  @Override
  public String toString() {
    return adapter + " with its JSON";
  }
}
