package dev.roster.bindings.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import dev.roster.bindings.Upload;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The adapters of what is no model: values without structure, lists, files, open values. */
public final class Adapters {

  /** Texts. */
  public static final JsonAdapter<String> TEXT =
      new ScalarJsonAdapter<>("text", Scalars::text, JsonWriter::value);

  /** Booleans. */
  public static final JsonAdapter<Boolean> BOOLEAN =
      new ScalarJsonAdapter<>("boolean", Scalars::bool, JsonWriter::value);

  /** Whole numbers of 64 bits. */
  public static final JsonAdapter<Long> INTEGER =
      new ScalarJsonAdapter<>("integer", Scalars::integer, JsonWriter::value);

  /** Numbers. */
  public static final JsonAdapter<Double> NUMBER =
      new ScalarJsonAdapter<>("number", Scalars::number, JsonWriter::value);

  /** Points in time, as ISO 8601 text in UTC with at least milliseconds. */
  public static final JsonAdapter<Instant> INSTANT =
      new ScalarJsonAdapter<>(
          "instant", Scalars::instant, (writer, value) -> writer.value(Instants.format(value)));

  /** Files, with their content in base64. */
  public static final JsonAdapter<Upload> UPLOAD = new UploadJsonAdapter();

  /** Anything; whole numbers stay whole. */
  public static final JsonAdapter<Object> ANY = new AnyJsonAdapter();

  /** Lists of anything, nulls included. */
  public static final JsonAdapter<List<@Nullable Object>> ANY_LIST = new AnyListJsonAdapter(ANY);

  private Adapters() {}

  /**
   * Returns the adapter of lists of what {@code items} reads and writes. A null item is refused,
   * its path in the message; the lists it reads cannot be changed.
   */
  public static <E> JsonAdapter<List<E>> list(JsonAdapter<E> items) {
    return new ListJsonAdapter<>(items);
  }
}
