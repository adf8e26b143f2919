package dev.roster.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import okhttp3.Headers;

/** An answer that a test received. */
record Reply(int status, Headers headers, String text) {

  private static final JsonMapper MAPPER = new JsonMapper();

  JsonNode json() {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + text, e);
    }
  }

  /** The payload of a Linked API answer that succeeded. */
  JsonNode result() {
    JsonNode json = json();
    if (status != 200 || !json.path("success").asBoolean()) {
      throw new AssertionError("Not a success: " + status + " " + text);
    }
    return json.get("result");
  }

  /** The error type, wherever the provider puts it. */
  String errorType() {
    JsonNode json = json();
    return json.at("/error/type").asText(json.path("type").asText());
  }
}
