package dev.roster.bindings.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.roster.bindings.AnswerWithGaps;
import dev.roster.bindings.AnswerWithGaps.Gap;
import dev.roster.bindings.json.Gaps;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a model by its own adapter, and says what the reader's {@link Gaps} left out of it. */
final class WithGaps<T> extends JsonAdapter<AnswerWithGaps<T>> {

  private final JsonAdapter<T> adapter;
  private final Failures failures;

  WithGaps(JsonAdapter<T> adapter, Failures failures) {
    this.adapter = adapter;
    this.failures = failures;
  }

  @Override
  public @Nullable AnswerWithGaps<T> fromJson(JsonReader reader) throws IOException {
    T model = adapter.fromJson(reader);
    Gaps gaps = reader.tag(Gaps.class);
    return model == null
        ? null
        : new AnswerWithGaps<>(
            model, gaps == null ? List.of() : gaps.gaps().stream().map(this::clean).toList());
  }

  // What an answer says may hold the credential that it was asked with.
  private Gap clean(Gap gap) {
    String id = gap.id();
    return new Gap(
        gap.item(),
        failures.clean(gap.pointer()),
        id == null ? null : failures.clean(id),
        failures.clean(gap.reason()));
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable AnswerWithGaps<T> answer) throws IOException {
    if (answer == null) {
      writer.nullValue();
    } else {
      adapter.toJson(writer, answer.model());
    }
  }

  @Override
  public String toString() {
    return adapter + " with gaps";
  }
}
