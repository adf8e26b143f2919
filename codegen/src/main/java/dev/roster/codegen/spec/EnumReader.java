package dev.roster.codegen.spec;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a schema with {@code enum}. */
final class EnumReader {

  private EnumReader() {}

  /** Reads the values with their sentences, which become Javadoc and documentation. */
  static Type.EnumType read(Place place, String name, Schema<?> schema) {
    Keywords.check(place, schema);
    if (!ShapeReader.types(schema).equals(Set.of("string"))) {
      throw place.error("is an enum that is not of type: string");
    }
    Extensions descriptions =
        new Extensions(place, schema.getExtensions()).object("x-enum-descriptions");
    List<Type.EnumValue> values = new ArrayList<>();
    for (Object value : schema.getEnum()) {
      if (!(value instanceof String text)) {
        throw place.error("lists the value " + value + ", which is no text");
      }
      values.add(
          new Type.EnumValue(text, descriptions.text(text, "a sentence on what the value means")));
    }
    return new Type.EnumType(
        place, name, ObjectReader.description(place, schema), List.copyOf(values));
  }
}
