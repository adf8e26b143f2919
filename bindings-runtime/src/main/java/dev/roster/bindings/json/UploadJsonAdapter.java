package dev.roster.bindings.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.roster.bindings.Upload;
import java.io.IOException;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes files as JSON: {@code {"fileName": ..., "contentType": ..., "content": ...}}
 * with the content in base64. No provider uses this form; requests built from JSON do.
 */
final class UploadJsonAdapter extends JsonAdapter<Upload> {

  private static final JsonReader.Options NAMES =
      JsonReader.Options.of("fileName", "contentType", "content");

  @Override
  public @Nullable Upload fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    String fileName = null;
    String contentType = null;
    ByteString content = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> fileName = Scalars.text(reader);
        case 1 -> contentType = Scalars.text(reader);
        case 2 -> content = content(reader);
        default -> {
          reader.skipName();
          reader.skipValue();
        }
      }
    }
    if (fileName == null) {
      throw Required.missing("fileName", reader);
    }
    if (contentType == null) {
      throw Required.missing("contentType", reader);
    }
    if (content == null) {
      throw Required.missing("content", reader);
    }
    reader.endObject();
    return new Upload(fileName, contentType, content);
  }

  private static @Nullable ByteString content(JsonReader reader) throws IOException {
    String base64 = Scalars.text(reader);
    if (base64 == null) {
      return null;
    }
    ByteString content = ByteString.decodeBase64(base64);
    if (content == null) {
      throw new JsonDataException("Expected base64 at path " + reader.getPath());
    }
    return content;
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Upload value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    writer.name("fileName").value(value.fileName());
    writer.name("contentType").value(value.contentType());
    writer.name("content").value(value.content().base64());
    writer.endObject();
  }

  @Override
  public String toString() {
    return "UploadJsonAdapter";
  }
}
