package dev.roster.codegen.spec;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a path, query or header parameter. */
final class ParameterReader {

  /** OpenAPI lets these be ignored in parameters; the HTTP client sets them. */
  private static final Set<String> CLIENT_HEADERS =
      Set.of("accept", "content-type", "authorization");

  private final @Nullable Components components;
  private final ShapeReader shapes;

  ParameterReader(Types types, @Nullable Components components) {
    this.components = components;
    this.shapes = new ShapeReader(kinds(types));
  }

  private static Map<String, ComponentKind> kinds(Types types) {
    Map<String, ComponentKind> kinds = new LinkedHashMap<>();
    types
        .types()
        .forEach(
            (name, type) ->
                kinds.put(
                    name,
                    type instanceof Type.EnumType ? ComponentKind.ENUM : ComponentKind.OBJECT));
    return kinds;
  }

  Call.Parameter read(Place place, String path, Parameter given) {
    Parameter parameter = resolved(place, given);
    String name = parameter.getName();
    Place at = place.in("parameters").in(name);
    Call.In in = in(at, parameter);
    if (parameter.getSchema() == null) {
      throw at.error("has no schema; a parameter with content is not supported");
    }
    Schema<?> schema = parameter.getSchema();
    ShapeReader.Read read = shapes.read(at.in("schema"), schema);
    if (schema.getConst() != null) {
      throw at.in("schema").error("is a const, which a parameter cannot be");
    }
    if (read.nullable()) {
      throw at.in("schema").error("may be null; a parameter is there or not");
    }
    boolean required = Boolean.TRUE.equals(parameter.getRequired());
    if (in == Call.In.PATH && !(required && path.contains("{" + name + "}"))) {
      throw at.error("is in the path: it must be required and stand in " + path);
    }
    checkShape(at, in, read.shape());
    checkStyle(at, in, parameter);
    return new Call.Parameter(
        at,
        in,
        name,
        read.shape(),
        required,
        Texts.described(at, parameter.getDescription()),
        ObjectReader.limits(at, schema, read.shape()));
  }

  private Parameter resolved(Place place, Parameter given) {
    if (given.get$ref() == null) {
      return given;
    }
    String name = Refs.name(place.in("parameters"), "parameters", given.get$ref());
    Parameter found =
        components == null || components.getParameters() == null
            ? null
            : components.getParameters().get(name);
    if (found == null) {
      throw place.error("refers to the parameter " + name + ", which is not there");
    }
    return found;
  }

  private static Call.In in(Place place, Parameter parameter) {
    String in = String.valueOf(parameter.getIn());
    return switch (in) {
      case "path" -> Call.In.PATH;
      case "query" -> Call.In.QUERY;
      case "header" -> {
        if (CLIENT_HEADERS.contains(parameter.getName().toLowerCase(Locale.ROOT))) {
          throw place.error("is a header that the HTTP client sets by itself");
        }
        yield Call.In.HEADER;
      }
      default -> throw place.error("stands in " + in + "; supported are path, query and header");
    };
  }

  /** A list fits only into the query, as one pair of name and value an item. */
  private static void checkShape(Place place, Call.In in, Shape shape) {
    if (shape instanceof Shape.ListOf list && in == Call.In.QUERY) {
      checkShape(place, Call.In.HEADER, list.item());
      return;
    }
    boolean simple =
        shape instanceof Shape.EnumOf
            || (shape instanceof Shape.Scalar
                && shape != Shape.Scalar.ANY
                && shape != Shape.Scalar.BINARY);
    if (!simple) {
      throw place.error("holds more than a text, number, boolean or time; not supported here");
    }
  }

  /** Only the styles that are the defaults of OpenAPI 3.1: simple, and form with repeated names. */
  private static void checkStyle(Place place, Call.In in, Parameter parameter) {
    Parameter.StyleEnum usual =
        in == Call.In.QUERY ? Parameter.StyleEnum.FORM : Parameter.StyleEnum.SIMPLE;
    if (parameter.getStyle() != null && parameter.getStyle() != usual) {
      throw place.error(
          "has the style " + parameter.getStyle() + "; supported here is only " + usual);
    }
    boolean usualExplode = in == Call.In.QUERY;
    if (parameter.getExplode() != null && parameter.getExplode() != usualExplode) {
      throw place.error("has explode: " + !usualExplode + ", which is not supported here");
    }
    if (Boolean.TRUE.equals(parameter.getAllowReserved())) {
      throw place.error("has allowReserved, which is not supported");
    }
  }
}
