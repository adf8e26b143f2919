package dev.roster.codegen.spec;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which failures an operation has, and where an error's body names its type. */
final class FailureReader {

  private final Types types;

  FailureReader(Types types) {
    this.types = types;
  }

  Call.ErrorShape shape(@Nullable Components components, String type) {
    Place place = types.type(type).place();
    Schema<?> schema = components == null ? null : components.getSchemas().get(type);
    Extensions extensions = new Extensions(place, schema == null ? null : schema.getExtensions());
    List<String> typeAt = extensions.texts("x-error-type-at");
    List<String> messageAt = extensions.texts("x-error-message-at");
    if (typeAt.isEmpty() || messageAt.isEmpty()) {
      throw place.error(
          "is an error's body and lacks x-error-type-at or x-error-message-at, the dotted paths to"
              + " its type and message");
    }
    return new Call.ErrorShape(type, typeAt, messageAt);
  }

  /** Returns one failure for each error type of a response, or one without a type. */
  List<Call.Failure> read(Place place, String status, ApiResponse response, Call.ErrorShape shape) {
    if (!status.matches("[1-5][0-9][0-9]")) {
      throw place.error("is no HTTP status; ranges such as 4XX are not supported");
    }
    int code = Integer.parseInt(status);
    String description = Texts.described(place, response.getDescription());
    List<String> errorTypes =
        new Extensions(place, response.getExtensions()).texts("x-error-types");
    if (errorTypes.isEmpty()) {
      return List.of(new Call.Failure(code, null, description));
    }
    Type.EnumType documented = documented(shape);
    if (documented == null) {
      throw place.error(
          "has x-error-types, but no path of x-error-type-at in "
              + shape.type()
              + " leads to an enum that describes them");
    }
    return errorTypes.stream()
        .map(type -> new Call.Failure(code, type, description(place, documented, type)))
        .toList();
  }

  private static String description(Place place, Type.EnumType documented, String type) {
    return documented.values().stream()
        .filter(value -> value.value().equals(type))
        .findFirst()
        .orElseThrow(
            () ->
                place
                    .in("x-error-types")
                    .error("names " + type + ", which is no value of " + documented.name()))
        .description();
  }

  /**
   * Finds the enumeration that describes the error types: where the error's body names its type.
   */
  private Type.@Nullable EnumType documented(Call.ErrorShape shape) {
    for (String path : shape.typeAt()) {
      Type type = types.type(shape.type());
      for (String name : path.split("\\.", -1)) {
        type = member(type, name);
      }
      if (type instanceof Type.EnumType found) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Type member(@Nullable Type type, String name) {
    if (type instanceof Type.ObjectType object) {
      for (Property property : object.properties()) {
        if (property.name().equals(name)) {
          return property.shape() instanceof Shape.ModelOf model
              ? types.type(model.type())
              : property.shape() instanceof Shape.EnumOf known ? types.type(known.type()) : null;
        }
      }
    }
    return null;
  }
}
