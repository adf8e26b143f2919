package dev.roster.codegen.spec;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a body or an answer is made of. */
final class Contents {

  private Contents() {}

  static Map.Entry<String, MediaType> only(Place place, @Nullable Content content) {
    if (content == null || content.isEmpty()) {
      throw place.error("has no content; an operation without an answer is not supported");
    }
    if (content.size() > 1) {
      throw place.error(
          "has more than one content type, "
              + String.join(" and ", content.keySet())
              + "; keep the one that is sent");
    }
    return content.entrySet().iterator().next();
  }

  /** Returns the name of the component that a content holds. */
  static String component(Place place, MediaType content) {
    String ref =
        content.getSchema() == null ? null : Refs.schema(place, content.getSchema().get$ref());
    if (ref == null) {
      throw place.error("has a schema without a name; refer to one under components.schemas");
    }
    return ref;
  }

  /** Returns the name of the object or union that a content holds. */
  static String model(Place place, Types types, MediaType content) {
    String name = component(place, content);
    Type type = types.types().get(name);
    if (type == null || type instanceof Type.EnumType) {
      throw place.error("refers to " + name + ", which is no object or oneOf of this file");
    }
    return name;
  }
}
