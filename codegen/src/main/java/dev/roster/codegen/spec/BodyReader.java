package dev.roster.codegen.spec;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a request body: JSON, or form parts with names in brackets. */
final class BodyReader {

  private final Types types;
  private final @Nullable Components components;

  BodyReader(Types types, @Nullable Components components) {
    this.types = types;
    this.components = components;
  }

  /** Reads the body, or null where there is none. */
  Call.@Nullable Body read(Place place, @Nullable RequestBody given) {
    if (given == null) {
      return null;
    }
    Place at = place.in("requestBody");
    RequestBody body = resolved(at, given);
    Map.Entry<String, MediaType> content = Contents.only(at, body.getContent());
    boolean multipart = content.getKey().equals("multipart/form-data");
    if (multipart) {
      String notation =
          new Extensions(at, content.getValue().getExtensions())
              .optionalText("x-multipart-notation");
      if (!"bracket".equals(notation)) {
        throw at.error(
            "is multipart/form-data without x-multipart-notation: bracket; other notations are not"
                + " supported");
      }
    } else if (!content.getKey().equals("application/json")) {
      throw at.error(
          "has the content type "
              + content.getKey()
              + "; supported are application/json and multipart/form-data");
    }
    if (!Boolean.TRUE.equals(body.getRequired())) {
      throw at.error("is optional, which is not supported; write required: true");
    }
    String type = Contents.model(at, types, content.getValue());
    return new Call.Body(type, multipart, Texts.described(at, body.getDescription()));
  }

  private RequestBody resolved(Place place, RequestBody given) {
    if (given.get$ref() == null) {
      return given;
    }
    String name = Refs.name(place, "requestBodies", given.get$ref());
    RequestBody found =
        components == null || components.getRequestBodies() == null
            ? null
            : components.getRequestBodies().get(name);
    if (found == null) {
      throw place.error("refers to the request body " + name + ", which is not there");
    }
    return found;
  }
}
