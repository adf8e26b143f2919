package dev.roster.calcite.requests;

import com.squareup.moshi.JsonWriter;
import dev.roster.bindings.json.Adapters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as text: JSON as it is, a form as a JSON list of its parts, anything else
 * as its length and digest. Secrets are masked by their names.
 */
final class BodyText {

  // A member's name in JSON; such a text inside a value is looked at in vain, and that is all.
  private static final Pattern MEMBER = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*:");
  private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("(?i)[; ]filename=\"([^\"]*)\"");

  private BodyText() {}

  /** Returns the body's text; empty if the body is. */
  static String of(RequestBody body) {
    try {
      if (body instanceof MultipartBody form) {
        return parts(form);
      }
      ByteString content = content(body);
      MediaType type = body.contentType();
      boolean json = type != null && type.subtype().endsWith("json");
      return json || content.size() == 0 ? masked(content.utf8()) : json(digest(body, content));
    } catch (IOException e) {
      // Nothing is read or written but memory.
      throw new UncheckedIOException(e);
    }
  }

  private static String parts(MultipartBody form) throws IOException {
    Buffer text = new Buffer();
    try (JsonWriter writer = JsonWriter.of(text)) {
      writer.beginArray();
      for (MultipartBody.Part part : form.parts()) {
        Adapters.ANY.toJson(writer, part(part));
      }
      writer.endArray();
    }
    return text.readUtf8();
  }

  private static Map<String, Object> part(MultipartBody.Part part) throws IOException {
    Map<String, Object> shown = new LinkedHashMap<>();
    Headers headers = part.headers();
    String disposition = String.valueOf(headers == null ? "" : headers.get("Content-Disposition"));
    String name = parameter(NAME, disposition);
    String file = parameter(FILE_NAME, disposition);
    shown.put("name", name == null ? "" : name);
    ByteString content = content(part.body());
    if (file != null) {
      shown.put("file", file);
      shown.putAll(digest(part.body(), content));
    } else if (name != null && SecretNames.has(name)) {
      shown.put("value", SecretNames.MASK);
    } else {
      shown.put("value", content.utf8());
    }
    return shown;
  }

  // Quotes and line ends are escaped in it as browsers do it.
  private static @Nullable String parameter(Pattern pattern, String disposition) {
    Matcher matcher = pattern.matcher(disposition);
    return matcher.find()
        ? matcher.group(1).replace("%22", "\"").replace("%0A", "\n").replace("%0D", "\r")
        : null;
  }

  private static Map<String, Object> digest(RequestBody body, ByteString content) {
    Map<String, Object> shown = new LinkedHashMap<>();
    MediaType type = body.contentType();
    if (type != null) {
      shown.put("content_type", type.toString());
    }
    shown.put("length", (long) content.size());
    shown.put("sha256", content.sha256().hex());
    return shown;
  }

  private static ByteString content(RequestBody body) throws IOException {
    Buffer content = new Buffer();
    body.writeTo(content);
    return content.readByteString();
  }

  private static String masked(String json) throws IOException {
    boolean secrets = MEMBER.matcher(json).results().anyMatch(m -> SecretNames.has(m.group(1)));
    return secrets ? json(masked(Adapters.ANY.fromJson(json))) : json;
  }

  private static @Nullable Object masked(@Nullable Object value) {
    if (value instanceof List<?> items) {
      return items.stream().map(BodyText::masked).toList();
    }
    if (value instanceof Map<?, ?> members) {
      Map<String, @Nullable Object> shown = new LinkedHashMap<>();
      members.forEach(
          (name, member) ->
              shown.put(
                  String.valueOf(name),
                  SecretNames.has(String.valueOf(name)) && member != null
                      ? SecretNames.MASK
                      : masked(member)));
      return shown;
    }
    return value;
  }

  private static String json(@Nullable Object value) {
    return Adapters.ANY.toJson(value);
  }
}
