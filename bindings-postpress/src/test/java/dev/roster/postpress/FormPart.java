package dev.roster.postpress;

import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One part of a form, as it was received or as an example of the specs writes it down.
 *
 * @param name its name, with brackets
 * @param text its text, or null if it is a file
 * @param fileName the file's name, or null if it is a text
 */
record FormPart(String name, @Nullable String text, @Nullable String fileName) {

  private static final Pattern DISPOSITION =
      Pattern.compile("form-data; name=\"([^\"]*)\"(?:; filename=\"([^\"]*)\")?");

  static FormPart text(String name, String text) {
    return new FormPart(name, text, null);
  }

  static FormPart file(String name, String fileName) {
    return new FormPart(name, null, fileName);
  }

  /** Returns the parts of an example. */
  static List<FormPart> ofExample(String example) throws IOException {
    List<Map<String, String>> parts =
        new Moshi.Builder()
            .build()
            .<List<Map<String, String>>>adapter(
                Types.newParameterizedType(
                    List.class, Types.newParameterizedType(Map.class, String.class, String.class)))
            .fromJson(PostpressServer.example(example));
    if (parts == null) {
      throw new AssertionError(example + " has no parts");
    }
    return parts.stream()
        .map(
            part ->
                new FormPart(String.valueOf(part.get("name")), part.get("value"), part.get("file")))
        .toList();
  }

  /**
   * Returns the parts of a request, in their order. Fails where a text has a media type, or a file
   * has none or other bytes than its own name.
   */
  static List<FormPart> of(RecordedRequest request) throws IOException {
    MediaType type = MediaType.parse(String.valueOf(request.getHeaders().get("Content-Type")));
    ByteString body = request.getBody();
    if (type == null || !(type.type() + "/" + type.subtype()).equals("multipart/form-data")) {
      throw new AssertionError("The request is " + type + " and no form");
    }
    String boundary = type.parameter("boundary");
    if (boundary == null || body == null) {
      throw new AssertionError("The form has no boundary or no body");
    }
    List<FormPart> parts = new ArrayList<>();
    try (MultipartReader reader = new MultipartReader(new Buffer().write(body), boundary)) {
      MultipartReader.Part part;
      while ((part = reader.nextPart()) != null) {
        parts.add(part(part.headers(), part.body().readUtf8()));
      }
    }
    return parts;
  }

  private static FormPart part(Headers headers, String content) {
    Matcher disposition = DISPOSITION.matcher(String.valueOf(headers.get("Content-Disposition")));
    if (!disposition.matches()) {
      throw new AssertionError("What part is this? " + headers);
    }
    String name = disposition.group(1);
    String fileName = disposition.group(2);
    boolean typed = headers.get("Content-Type") != null;
    if (typed != (fileName != null) || (fileName != null && !content.equals(fileName))) {
      throw new AssertionError("Part " + name + ": " + headers + content);
    }
    return new FormPart(name, fileName == null ? content : null, fileName);
  }
}
