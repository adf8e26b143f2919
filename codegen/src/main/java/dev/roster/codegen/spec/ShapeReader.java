package dev.roster.codegen.spec;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what a property, an item or a parameter holds. */
final class ShapeReader {

  /** Every type of JSON at once: how a spec says that a property may hold anything. */
  private static final Set<String> ALL_TYPES =
      Set.of("object", "array", "string", "number", "boolean", "null");

  /** A shape, and whether null is allowed beside it. */
  record Read(Shape shape, boolean nullable) {}

  private final Map<String, ComponentKind> components;

  ShapeReader(Map<String, ComponentKind> components) {
    this.components = components;
  }

  /** Reads a schema in place: a reference, a scalar, a list, or a reference or null. */
  Read read(Place place, Schema<?> schema) {
    Keywords.check(place, schema);
    if (schema.getNot() != null) {
      throw place.error("uses not, which the generator cannot express; say it in the description");
    }
    String ref = Refs.schema(place, schema.get$ref());
    if (ref != null) {
      checkAlone(place, schema);
      return new Read(named(place, ref), false);
    }
    if (schema.getOneOf() != null) {
      return new Read(orNull(place, schema.getOneOf()), true);
    }
    Set<String> types = types(schema);
    if (types.equals(ALL_TYPES)) {
      return new Read(Shape.Scalar.ANY, true);
    }
    if (types.isEmpty()) {
      throw place.error("has no type; every schema needs one");
    }
    boolean nullable = types.remove("null");
    if (types.size() != 1) {
      throw place.error("has the types " + types + "; give one, or one and 'null'");
    }
    if (schema.getEnum() != null) {
      throw place.error("is an enum without a name; make it a schema under components.schemas");
    }
    return new Read(ofType(place, schema, types.iterator().next()), nullable);
  }

  /** Numbers need a format, because type: number alone says neither how large nor how exact. */
  private Shape ofType(Place place, Schema<?> schema, String type) {
    return switch (type) {
      case "string" -> text(place, schema.getFormat());
      case "boolean" -> format(place, schema, null, Shape.Scalar.BOOLEAN);
      case "integer" -> format(place, schema, "int64", Shape.Scalar.INTEGER);
      case "number" -> format(place, schema, "double", Shape.Scalar.NUMBER);
      case "array" -> list(place, schema);
      case "object" ->
          throw place.error(
              "is an object without a name; make it a schema under components.schemas");
      default -> throw place.error("has the unknown type " + type);
    };
  }

  private static Shape text(Place place, @Nullable String format) {
    if (format == null || format.equals("password")) {
      return Shape.Scalar.TEXT;
    }
    return switch (format) {
      case "date-time" -> Shape.Scalar.INSTANT;
      case "binary" -> Shape.Scalar.BINARY;
      default ->
          throw place.error(
              "has the format "
                  + format
                  + "; of a string the generator knows date-time, binary and password");
    };
  }

  private static Shape format(
      Place place, Schema<?> schema, @Nullable String expected, Shape.Scalar shape) {
    String format = schema.getFormat();
    if (expected == null ? format == null : expected.equals(format)) {
      return shape;
    }
    if (expected == null) {
      throw place.error("has the format " + format + ", which this type does not have");
    }
    throw place.error(
        format == null
            ? "is a number without a format; write format: " + expected
            : "has the format " + format + "; of this type the generator knows " + expected);
  }

  private Shape list(Place place, Schema<?> schema) {
    Schema<?> items = schema.getItems();
    if (items == null) {
      throw place.error("is an array without items; write items: {} where they may be anything");
    }
    Place at = place.in("items");
    if (isOpen(items)) {
      return new Shape.ListOf(Shape.Scalar.ANY);
    }
    Read item = read(at, items);
    if (items.getConst() != null || "password".equals(items.getFormat()) || hasLengths(items)) {
      throw at.error("has a const, a length or a secret; these only properties may have");
    }
    if (item.nullable() && item.shape() != Shape.Scalar.ANY) {
      throw at.error("may be null; a list of values and nulls is not supported");
    }
    if (item.shape() instanceof Shape.ListOf) {
      throw at.error("is a list in a list, which is not supported; name an object between them");
    }
    return new Shape.ListOf(item.shape());
  }

  /** Beside a reference only a description may stand: what else is said there would be lost. */
  private static void checkAlone(Place place, Schema<?> schema) {
    if (!types(schema).isEmpty()
        || schema.getOneOf() != null
        || schema.getEnum() != null
        || schema.getConst() != null
        || schema.getFormat() != null
        || schema.getProperties() != null
        || schema.getItems() != null
        || hasLengths(schema)) {
      throw place.error("has a $ref and more than a description beside it");
    }
  }

  private static boolean hasLengths(Schema<?> schema) {
    return schema.getMinLength() != null
        || schema.getMaxLength() != null
        || schema.getMinItems() != null
        || schema.getMaxItems() != null;
  }

  /** Whether {@code items: {}} is meant: nothing but perhaps a description. */
  private static boolean isOpen(Schema<?> items) {
    return items.get$ref() == null
        && types(items).isEmpty()
        && items.getOneOf() == null
        && items.getAnyOf() == null
        && items.getAllOf() == null
        && items.getNot() == null
        && items.getEnum() == null
        && items.getConst() == null
        && items.getFormat() == null
        && items.getProperties() == null
        && items.getItems() == null;
  }

  /** The one oneOf that needs no name: a named schema or null. */
  @SuppressWarnings("rawtypes") // The library's own signature.
  private Shape orNull(Place place, List<Schema> variants) {
    if (variants.size() == 2) {
      Schema<?> first = variants.get(0);
      if (first.get$ref() != null && types(variants.get(1)).equals(Set.of("null"))) {
        return named(place, Refs.name(place, "schemas", first.get$ref()));
      }
    }
    throw place.error(
        "is a oneOf without a name; make it a schema under components.schemas (in place stands only"
            + " oneOf: [{$ref: ...}, {type: 'null'}])");
  }

  /** Returns the shape of a named schema, by what kind of schema it is. */
  private Shape named(Place place, String name) {
    ComponentKind kind = components.get(name);
    if (kind == null) {
      throw place.error("refers to the schema " + name + ", which is not there");
    }
    return switch (kind) {
      case ENUM -> new Shape.EnumOf(name);
      case OBJECT, UNION -> new Shape.ModelOf(name);
      case ENVELOPE ->
          throw place.error(
              "refers to " + name + ", an envelope; envelopes stand only around whole answers");
    };
  }

  /** Returns the types of a schema, sorted and free to change; the two versions differ here. */
  static Set<String> types(Schema<?> schema) {
    Set<String> types = new TreeSet<>();
    if (schema.getTypes() != null) {
      types.addAll(schema.getTypes());
    }
    if (schema.getType() != null) {
      types.add(schema.getType());
    }
    return types;
  }
}
