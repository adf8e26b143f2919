package dev.roster.codegen.spec;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a schema of {@code type: object}. */
final class ObjectReader {

  private final ShapeReader shapes;

  ObjectReader(ShapeReader shapes) {
    this.shapes = shapes;
  }

  Type.ObjectType read(Place place, String name, Schema<?> schema) {
    Keywords.check(place, schema);
    if (schema.getDiscriminator() != null) {
      throw place.error("has a discriminator without oneOf");
    }
    Map<String, Schema<?>> properties = properties(schema);
    List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
    List<Property> read = new ArrayList<>();
    properties.forEach(
        (key, value) ->
            read.add(property(place.in("properties").in(key), key, value, required.contains(key))));
    return new Type.ObjectType(place, name, description(place, schema), List.copyOf(read));
  }

  // The library declares the map without the parameter of Schema.
  @SuppressWarnings("unchecked")
  private static Map<String, Schema<?>> properties(Schema<?> schema) {
    Map<String, ?> properties = schema.getProperties();
    return properties == null ? Map.of() : (Map<String, Schema<?>>) properties;
  }

  private Property property(Place place, String name, Schema<?> schema, boolean required) {
    ShapeReader.Read read = shapes.read(place, schema);
    Object constant = constant(place, schema, read, required);
    return new Property(
        place,
        name,
        read.shape(),
        description(place, schema),
        required,
        read.nullable(),
        "password".equals(schema.getFormat()),
        constant,
        limits(place, schema, read.shape()));
  }

  /** A constant that may be absent would need a field of its own; nothing so far has one. */
  private static @Nullable Object constant(
      Place place, Schema<?> schema, ShapeReader.Read read, boolean required) {
    Object constant = schema.getConst();
    if (constant == null) {
      return null;
    }
    if (!required || read.nullable()) {
      throw place.error("is a const that may be absent or null; make it required");
    }
    if ((read.shape() == Shape.Scalar.TEXT && constant instanceof String)
        || (read.shape() == Shape.Scalar.BOOLEAN && constant instanceof Boolean)) {
      return constant;
    }
    throw place.error("has a const that is neither a string nor a boolean of its type");
  }

  /** A length that does not fit the type would be ignored, so that it is refused. */
  static Limits limits(Place place, Schema<?> schema, Shape shape) {
    boolean text = shape == Shape.Scalar.TEXT;
    boolean list = shape instanceof Shape.ListOf;
    if (!text && (schema.getMinLength() != null || schema.getMaxLength() != null)) {
      throw place.error("has a minLength or maxLength, but is no text");
    }
    if (!list && (schema.getMinItems() != null || schema.getMaxItems() != null)) {
      throw place.error("has a minItems or maxItems, but is no array");
    }
    return list
        ? new Limits(schema.getMinItems(), schema.getMaxItems())
        : new Limits(schema.getMinLength(), schema.getMaxLength());
  }

  static String description(Place place, Schema<?> schema) {
    return Texts.described(place, schema.getDescription());
  }
}
