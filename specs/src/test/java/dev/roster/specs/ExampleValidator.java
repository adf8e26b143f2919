package dev.roster.specs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Compares examples with the schemas of a document. */
final class ExampleValidator {

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDialect(
          Dialects.getDraft202012(),
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder()
                      .formatAssertionsEnabled(true)
                      .locale(Locale.ENGLISH)
                      .build()));

  private final JsonNode components;

  ExampleValidator(SpecDocument document) {
    this.components = withoutUnknownMembers(document.root().at("components").node());
  }

  /** Reports each error with its pointer in the example and a sentence. */
  void check(Place schema, JsonNode example, BiConsumer<String, String> fault) {
    if (!schema.node().isObject()) {
      return;
    }
    ObjectNode whole = schema.node().deepCopy();
    whole.set("components", components);
    try {
      for (Error error : SCHEMAS.getSchema(whole).validate(example)) {
        String pointer = error.getInstanceLocation().toString();
        fault.accept(pointer, "does not fit its schema: " + error.getMessage());
      }
    } catch (SchemaException e) {
      fault.accept("", "cannot be compared with " + schema.pointer() + ": " + e.getMessage());
    }
  }

  /**
   * A copy whose objects have no members beyond their properties. Readers skip what they do not
   * know, but in an example an unknown member is a mistyped name.
   */
  private static JsonNode withoutUnknownMembers(JsonNode components) {
    JsonNode copy = components.deepCopy();
    for (JsonNode schema : copy.path("schemas")) {
      if (schema instanceof ObjectNode object && object.path("type").asText().equals("object")) {
        object.put("additionalProperties", false);
      }
    }
    return copy;
  }
}
