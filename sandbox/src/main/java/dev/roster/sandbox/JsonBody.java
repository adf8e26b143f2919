package dev.roster.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.function.Function;
import okio.ByteString;

/** Reads the JSON body of a request. */
final class JsonBody {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private JsonBody() {}

  /**
   * The body as a tree. An empty body reads as an empty object, whatever its content type (a client
   * may announce JSON and send nothing); any other body must be announced as JSON and be an object.
   *
   * @param refusal makes the refusal of a body that is none of these
   */
  static JsonNode read(Call call, Function<String, Refusal> refusal) {
    if (call.body().size() == 0) {
      return Answer.object();
    }
    if (!call.mediaType().equals(Answer.JSON)) {
      throw refusal.apply(
          "The Content-Type must be " + Answer.JSON + ", not \"" + call.mediaType() + "\".");
    }
    JsonNode body;
    try {
      body = MAPPER.readTree(call.body().toByteArray());
    } catch (JsonProcessingException e) {
      throw refusal.apply("The body is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory cannot be read", e);
    }
    if (!body.isObject()) {
      throw refusal.apply("The body must be a JSON object.");
    }
    return body;
  }

  /** The tree of a body that the sandbox wrote itself. */
  static JsonNode tree(ByteString written) {
    try {
      return MAPPER.readTree(written.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException("The sandbox wrote what is not JSON", e);
    }
  }
}
