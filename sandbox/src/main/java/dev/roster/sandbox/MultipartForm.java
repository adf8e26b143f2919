package dev.roster.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Takes a multipart/form-data body apart (RFC 7578). It is written here and not taken from OkHttp,
 * so that a fault in the way clients write such bodies is not read back by the same code.
 */
final class MultipartForm {

  private static final ByteString BREAK = ByteString.encodeUtf8("\r\n");
  private static final ByteString BLANK_LINE = ByteString.encodeUtf8("\r\n\r\n");
  private static final Pattern BOUNDARY =
      Pattern.compile(";\\s*boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*([a-z]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final ByteString body;
  private final ByteString delimiter;
  private final Function<String, Refusal> refusal;

  private MultipartForm(ByteString body, String boundary, Function<String, Refusal> refusal) {
    this.body = body;
    this.delimiter = ByteString.encodeUtf8("--" + boundary);
    this.refusal = refusal;
  }

  /**
   * The parts of a call's body, in their order.
   *
   * @param refusal makes the refusal of a body that is no such form
   */
  static List<FormPart> read(Call call, Function<String, Refusal> refusal) {
    String contentType = call.headers().get("Content-Type");
    if (contentType == null || !call.mediaType().equals("multipart/form-data")) {
      throw refusal.apply(
          "The Content-Type must be multipart/form-data, not \"" + call.mediaType() + "\".");
    }
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw refusal.apply("The Content-Type names no boundary.");
    }
    String name = boundary.group(1) != null ? boundary.group(1) : boundary.group(2);
    return new MultipartForm(call.body(), name, refusal).parts();
  }

  private List<FormPart> parts() {
    if (!body.startsWith(delimiter)) {
      throw refusal.apply("The body does not begin with its boundary.");
    }
    ByteString separator = concat(BREAK, delimiter);
    List<FormPart> parts = new ArrayList<>();
    int position = delimiter.size();
    while (!at(position, "--")) {
      if (!at(position, "\r\n")) {
        throw refusal.apply("A boundary is followed by neither a part nor the end.");
      }
      // The search begins at the line break before the headers, so that a part without any is found
      // too.
      int headersEnd = body.indexOf(BLANK_LINE, position);
      int end = headersEnd < 0 ? -1 : body.indexOf(separator, headersEnd + 2);
      if (end < 0) {
        throw refusal.apply("The body ends inside a part.");
      }
      String headers = body.substring(position, headersEnd).utf8();
      int contentStart = Math.min(headersEnd + BLANK_LINE.size(), end);
      parts.add(part(headers, body.substring(contentStart, end)));
      position = end + separator.size();
    }
    return parts;
  }

  private FormPart part(String headers, ByteString content) {
    for (String line : headers.split("\r\n", -1)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
        String disposition = line.substring(line.indexOf(':') + 1).trim();
        String name = parameter(disposition, "name");
        if (name == null || !disposition.toLowerCase(Locale.ROOT).startsWith("form-data")) {
          break;
        }
        return new FormPart(name, parameter(disposition, "filename"), content);
      }
    }
    throw refusal.apply("A part has no Content-Disposition of form-data with a name.");
  }

  private static @Nullable String parameter(String disposition, String name) {
    Matcher matcher = PARAMETER.matcher(disposition);
    while (matcher.find()) {
      if (matcher.group(1).equals(name)) {
        // RFC 7578 quotes with per cent signs, older clients with backslashes.
        return matcher
            .group(2)
            .replaceAll("\\\\(.)", "$1")
            .replace("%22", "\"")
            .replace("%0D", "\r")
            .replace("%0A", "\n");
      }
    }
    return null;
  }

  private boolean at(int position, String expected) {
    ByteString bytes = ByteString.encodeUtf8(expected);
    return position + bytes.size() <= body.size()
        && body.rangeEquals(position, bytes, 0, bytes.size());
  }

  private static ByteString concat(ByteString first, ByteString second) {
    return new okio.Buffer().write(first).write(second).readByteString();
  }
}
