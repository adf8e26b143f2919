package dev.roster.codegen.spec;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.Set;

/** What a schema under {@code components.schemas} is. */
enum ComponentKind {
  OBJECT,
  UNION,
  ENUM,
  /** A wrapper around the answers of operations, for which no Java type is made. */
  ENVELOPE;

  static ComponentKind of(Place place, Schema<?> schema) {
    if (schema.get$ref() != null) {
      throw place.error("is only a reference; refer to the other schema where this one is used");
    }
    Map<String, Object> extensions = schema.getExtensions();
    if (extensions != null && extensions.containsKey("x-envelope-payload")) {
      return ENVELOPE;
    }
    if (schema.getOneOf() != null) {
      return UNION;
    }
    if (schema.getEnum() != null) {
      return ENUM;
    }
    Keywords.check(place, schema);
    Set<String> types = ShapeReader.types(schema);
    if (types.equals(Set.of("object"))) {
      return OBJECT;
    }
    throw place.error(
        types.isEmpty()
            ? "has no type; every schema needs one"
            : "is no object, no oneOf and no enum; write it where it is used");
  }
}
