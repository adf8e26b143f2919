package dev.roster.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import okio.ByteString;

/**
 * What the sandbox answers to one request.
 *
 * @param cut {@link Fault.Cut#HEADERS} or {@link Fault.Cut#MIDDLE} when a part of it is sent and
 *     the connection then cut; otherwise {@link Fault.Cut#NONE}
 */
record Answer(
    int status, String contentType, ByteString body, Map<String, String> headers, Fault.Cut cut) {

  static final String JSON = "application/json";
  static final String HTML = "text/html; charset=utf-8";
  static final String TEXT = "text/plain; charset=utf-8";

  private static final JsonMapper MAPPER = new JsonMapper();

  static Answer json(int status, JsonNode body) {
    try {
      return json(status, ByteString.of(MAPPER.writeValueAsBytes(body)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A JSON tree cannot be written", e);
    }
  }

  /** An answer whose JSON was written before. */
  static Answer json(int status, ByteString body) {
    return new Answer(status, JSON, body, Map.of(), Fault.Cut.NONE);
  }

  static Answer text(int status, String contentType, String body) {
    return new Answer(status, contentType, ByteString.encodeUtf8(body), Map.of(), Fault.Cut.NONE);
  }

  Answer withBody(String newContentType, String newBody) {
    return new Answer(status, newContentType, ByteString.encodeUtf8(newBody), headers, cut);
  }

  Answer withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, contentType, body, more, cut);
  }

  Answer cut(Fault.Cut newCut) {
    return new Answer(status, contentType, body, headers, newCut);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
