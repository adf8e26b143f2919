package dev.roster.codegen.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Yaml31;
import java.util.Map;

/**
 * Refuses a schema that requires a property it does not have. The parser drops such names without a
 * word, so that only the text of the document shows them.
 */
final class RequiredNames {

  private RequiredNames() {}

  static void check(Place place, String text) {
    JsonNode document;
    try {
      document = Yaml31.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw place.error("is no YAML: " + e.getOriginalMessage());
    }
    Place schemas = place.in("components").in("schemas");
    for (Map.Entry<String, JsonNode> schema :
        document.path("components").path("schemas").properties()) {
      for (JsonNode name : schema.getValue().path("required")) {
        if (!schema.getValue().path("properties").has(name.asText())) {
          throw schemas
              .in(schema.getKey())
              .in("required")
              .error("names " + name.asText() + ", which is no property of this schema");
        }
      }
    }
  }
}
