package dev.roster.codegen.spec;

import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keywords of JSON Schema that no generated Java obeys: refused, so that none is lost. */
final class Keywords {

  private static final Map<String, Function<Schema<?>, @Nullable Object>> REFUSED =
      new LinkedHashMap<>();

  static {
    REFUSED.put("allOf", Schema::getAllOf);
    REFUSED.put("anyOf", Schema::getAnyOf);
    REFUSED.put("additionalProperties", Schema::getAdditionalProperties);
    REFUSED.put("patternProperties", Schema::getPatternProperties);
    REFUSED.put("unevaluatedProperties", Schema::getUnevaluatedProperties);
    REFUSED.put("propertyNames", Schema::getPropertyNames);
    REFUSED.put("prefixItems", Schema::getPrefixItems);
    REFUSED.put("contains", Schema::getContains);
    REFUSED.put("if", Schema::getIf);
    REFUSED.put("dependentSchemas", Schema::getDependentSchemas);
    REFUSED.put("dependentRequired", Schema::getDependentRequired);
    REFUSED.put("nullable", Schema::getNullable);
    REFUSED.put("pattern", Schema::getPattern);
    REFUSED.put("minimum", Schema::getMinimum);
    REFUSED.put("maximum", Schema::getMaximum);
    REFUSED.put("exclusiveMinimum", Schema::getExclusiveMinimumValue);
    REFUSED.put("exclusiveMaximum", Schema::getExclusiveMaximumValue);
    REFUSED.put("multipleOf", Schema::getMultipleOf);
    REFUSED.put("uniqueItems", Schema::getUniqueItems);
    REFUSED.put("minProperties", Schema::getMinProperties);
    REFUSED.put("maxProperties", Schema::getMaxProperties);
    REFUSED.put("default", Schema::getDefault);
    REFUSED.put("readOnly", Schema::getReadOnly);
    REFUSED.put("writeOnly", Schema::getWriteOnly);
    REFUSED.put("contentEncoding", Schema::getContentEncoding);
    REFUSED.put("deprecated", schema -> Boolean.TRUE.equals(schema.getDeprecated()) ? true : null);
  }

  private static final Map<String, String> INSTEAD =
      Map.of(
          "allOf", "write all properties into one object",
          "anyOf", "write a oneOf whose variants can be told apart",
          "additionalProperties", "unknown members are skipped anyway; list the known ones",
          "nullable", "write type: [..., 'null']");

  private Keywords() {}

  static void check(Place place, Schema<?> schema) {
    REFUSED.forEach(
        (name, getter) -> {
          if (getter.apply(schema) != null) {
            throw place.error(
                "uses "
                    + name
                    + ", which the generator cannot express; "
                    + INSTEAD.getOrDefault(name, "say it in the description"));
          }
        });
  }
}
