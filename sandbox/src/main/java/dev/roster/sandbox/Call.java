package dev.roster.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One request to an operation, taken apart but not yet judged.
 *
 * @param pathParameters the decoded values of the path template's names
 * @param query the decoded query parameters, all values of each
 */
record Call(
    Operation operation,
    Map<String, String> pathParameters,
    Map<String, List<String>> query,
    Headers headers,
    ByteString body) {

  /**
   * The media type of the body in lower case without its parameters, or an empty text when the
   * request names none.
   */
  String mediaType() {
    String type = headers.get("Content-Type");
    if (type == null) {
      return "";
    }
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).trim().toLowerCase(Locale.ROOT);
  }

  /** A header's value, or null when the request has none or only white space there. */
  @Nullable String header(String name) {
    String value = headers.get(name);
    return value == null || value.isBlank() ? null : value.trim();
  }
}
