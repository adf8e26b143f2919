package dev.roster.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request line asks for.
 *
 * @param path the path as it was sent, still encoded
 * @param query the decoded query parameters, all values of each in their order
 */
record Target(String path, Map<String, List<String>> query) {

  static Target parse(String target) {
    int mark = target.indexOf('?');
    return mark < 0
        ? new Target(target, Map.of())
        : new Target(target.substring(0, mark), form(target.substring(mark + 1)));
  }

  /** The names and values of a query or of a URL-encoded form. */
  static Map<String, List<String>> form(String encoded) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      values.computeIfAbsent(decode(name), n -> new ArrayList<>()).add(decode(value));
    }
    return values;
  }

  /** The first segment of the path, or an empty text. */
  String area() {
    int end = path.indexOf('/', 1);
    return path.isEmpty() ? "" : end < 0 ? path.substring(1) : path.substring(1, end);
  }

  /** The decoded segments after the first one. */
  List<String> segments() {
    List<String> segments = new ArrayList<>();
    String[] parts = path.split("/", -1);
    for (int i = 2; i < parts.length; i++) {
      segments.add(decode(parts[i]));
    }
    return segments;
  }

  static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A per cent sign that encodes nothing stands for itself, so that a bad id is unknown and not
      // a crash.
      return encoded;
    }
  }
}
