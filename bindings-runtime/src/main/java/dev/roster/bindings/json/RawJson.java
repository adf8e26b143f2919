package dev.roster.bindings.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import okio.BufferedSink;
import okio.BufferedSource;

/** JSON kept as the text it came in: of a variant that the spec does not know. */
public final class RawJson {

  private RawJson() {}

  /** Reads the next value, whatever it is, to its last character. */
  public static String read(JsonReader reader) throws IOException {
    try (BufferedSource source = reader.nextSource()) {
      return source.readUtf8();
    }
  }

  /** Writes {@code json}, which must be one whole value, as it is. */
  public static void write(JsonWriter writer, String json) throws IOException {
    try (BufferedSink sink = writer.valueSink()) {
      sink.writeUtf8(json);
    }
  }
}
