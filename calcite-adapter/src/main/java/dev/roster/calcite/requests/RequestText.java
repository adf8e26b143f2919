package dev.roster.calcite.requests;

import dev.roster.bindings.ApiCall;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * A request as a person may see it: no credential and nothing else that its name says is a secret,
 * which is shown as {@code ***}.
 *
 * @param method the HTTP method
 * @param url the whole URL
 * @param headers the headers that the call sets, each a line {@code name: value}; without those
 *     that HTTP itself needs, such as Host
 * @param body the body, or null if there is none: JSON as it is sent; a form as a JSON list of its
 *     parts, {@code {"name": "location[id]", "value": "105015875"}}, a file in it with its name,
 *     {@code content_type}, {@code length} in bytes and {@code sha256} in place of its content
 */
public record RequestText(String method, String url, String headers, @Nullable String body) {

  /** Returns what a call sends, or would send. */
  public static RequestText of(ApiCall<?> call) {
    Request request = call.request();
    RequestBody body = request.body();
    return new RequestText(
        request.method(),
        url(request.url()),
        headers(request),
        body == null ? null : BodyText.of(body));
  }

  /** Returns a URL with the secrets in its query masked. */
  static String url(HttpUrl url) {
    HttpUrl.@Nullable Builder masked = null;
    for (String name : url.queryParameterNames()) {
      if (SecretNames.has(name)) {
        masked = masked == null ? url.newBuilder() : masked;
        masked.setQueryParameter(name, SecretNames.MASK);
      }
    }
    return masked == null ? url.toString() : masked.toString();
  }

  private static String headers(Request request) {
    List<String> lines = new ArrayList<>();
    request
        .headers()
        .forEach(
            header ->
                lines.add(header.getFirst() + ": " + value(header.getFirst(), header.getSecond())));
    RequestBody body = request.body();
    MediaType type = body == null ? null : body.contentType();
    if (type != null && request.header("Content-Type") == null) {
      // Without the boundary of a form, which is another one each time.
      boolean form = type.type().equals("multipart");
      lines.add("Content-Type: " + (form ? type.type() + "/" + type.subtype() : type));
    }
    return String.join("\n", lines);
  }

  private static String value(String name, String value) {
    if (!SecretNames.has(name)) {
      return value;
    }
    // What kind of credential it is, is none.
    boolean kind = value.startsWith("Bearer ") || value.startsWith("Basic ");
    return (kind ? value.substring(0, value.indexOf(' ') + 1) : "") + SecretNames.MASK;
  }
}
