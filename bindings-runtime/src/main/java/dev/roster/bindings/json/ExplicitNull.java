package dev.roster.bindings.json;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;

/** Null that is written: of a property that must be there but may be null. */
public final class ExplicitNull {

  private ExplicitNull() {}

  /** Writes null after a name, though the writer leaves members out that are null. */
  public static void write(JsonWriter writer) throws IOException {
    boolean before = writer.getSerializeNulls();
    writer.setSerializeNulls(true);
    try {
      writer.nullValue();
    } finally {
      writer.setSerializeNulls(before);
    }
  }
}
