package dev.roster.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a provider, as its document describes it.
 *
 * @param id the operationId
 * @param name the provider's own name, which control calls and the request log use
 * @param path the path template, without the path of the server
 * @param pointer the JSON pointer of the operation in its document
 * @param errorStatuses the HTTP status of each error type that the operation documents, in the
 *     document's order
 */
record Operation(
    String id,
    String name,
    String method,
    String path,
    String pointer,
    JsonNode node,
    Map<String, Integer> errorStatuses) {

  /** Reads the operation that stands at {@code path} and {@code method} of a document. */
  static Operation read(String path, String method, JsonNode node) {
    Map<String, Integer> errorStatuses = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> response : node.path("responses").properties()) {
      for (JsonNode type : response.getValue().path("x-error-types")) {
        errorStatuses.put(type.textValue(), Integer.valueOf(response.getKey()));
      }
    }
    String pointer = "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method;
    return new Operation(
        node.path("operationId").textValue(),
        node.path("x-operation-name").textValue(),
        method.toUpperCase(Locale.ROOT),
        path,
        pointer,
        node,
        errorStatuses);
  }

  /** The path parameters of a request path, or empty when the path belongs to another operation. */
  Optional<Map<String, String>> match(String requestPath) {
    List<String> expected = segments(path);
    List<String> actual = segments(requestPath);
    if (expected.size() != actual.size()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < expected.size(); i++) {
      String segment = expected.get(i);
      if (segment.startsWith("{")) {
        parameters.put(segment.substring(1, segment.length() - 1), Target.decode(actual.get(i)));
      } else if (!segment.equals(actual.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }

  /**
   * The file of the first example for an error status, below the folder of examples; null when
   * there is none.
   */
  @Nullable String errorExample(int status) {
    for (JsonNode type : node.path("responses").path(Integer.toString(status)).path("content")) {
      for (JsonNode example : type.path("examples")) {
        return status < 300
            ? null
            : example.path("externalValue").asText().replaceFirst("^examples/", "");
      }
    }
    return null;
  }

  /** The error types that may come with a status, empty when the operation names none. */
  List<String> errorTypes(int status) {
    List<String> types = new ArrayList<>();
    errorStatuses.forEach(
        (type, typeStatus) -> {
          if (typeStatus == status) {
            types.add(type);
          }
        });
    return types;
  }

  /** The media types of the request body, empty when the operation takes none. */
  Set<String> requestTypes() {
    Set<String> types = new LinkedHashSet<>();
    node.path("requestBody").path("content").fieldNames().forEachRemaining(types::add);
    return types;
  }

  /** The pointer of the request body's schema for a media type. */
  String requestSchema(String mediaType) {
    return pointer + "/requestBody/content/" + mediaType.replace("/", "~1") + "/schema";
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }
}
