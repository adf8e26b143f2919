package dev.roster.codegen.spec;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the answers of an operation: its success, the shape of its errors, its failures. */
final class ResponseReader {

  /** What a success holds, unwrapped. */
  record Success(String type, String description, @Nullable Envelope envelope) {}

  private final Types types;
  private final @Nullable Components components;
  private final FailureReader failures;

  ResponseReader(Types types, @Nullable Components components) {
    this.types = types;
    this.components = components;
    this.failures = new FailureReader(types);
  }

  /** Reads the one success; what an envelope holds is the answer, the envelope is no type. */
  Success success(Place place, Operation operation) {
    Success success = null;
    for (Map.Entry<String, ApiResponse> entry : responses(place, operation).entrySet()) {
      if (!isSuccess(entry.getKey())) {
        continue;
      }
      Place at = place.in("responses").in(entry.getKey());
      if (success != null) {
        throw at.error("is a second success of this operation; only one is supported");
      }
      MediaType content = json(at, entry.getValue());
      Envelope envelope = types.envelopes().get(Contents.component(at, content));
      success =
          new Success(
              envelope == null ? Contents.model(at, types, content) : envelope.type(),
              Texts.described(at, entry.getValue().getDescription()),
              envelope);
    }
    if (success == null) {
      throw place.in("responses").error("has no success");
    }
    return success;
  }

  /** Reads what all failures have in common, default included: one type of body. */
  Call.ErrorShape error(Place place, Operation operation) {
    String type = null;
    for (Map.Entry<String, ApiResponse> entry : responses(place, operation).entrySet()) {
      if (isSuccess(entry.getKey())) {
        continue;
      }
      Place at = place.in("responses").in(entry.getKey());
      String found = Contents.model(at, types, json(at, entry.getValue()));
      if (type != null && !type.equals(found)) {
        throw at.error(
            "has the error schema "
                + found
                + " beside "
                + type
                + "; one operation has one error schema");
      }
      type = found;
    }
    if (type == null) {
      throw place.in("responses").error("has no failure; add at least default");
    }
    return failures.shape(components, type);
  }

  /** Reads the failures that are documented; default documents none. */
  List<Call.Failure> failures(Place place, Operation operation) {
    List<Call.Failure> read = new ArrayList<>();
    Call.ErrorShape shape = error(place, operation);
    responses(place, operation)
        .forEach(
            (status, response) -> {
              if (!isSuccess(status) && !status.equals("default")) {
                Place at = place.in("responses").in(status);
                read.addAll(failures.read(at, status, response, shape));
              }
            });
    return List.copyOf(read);
  }

  private static boolean isSuccess(String status) {
    return status.startsWith("2");
  }

  private static MediaType json(Place place, ApiResponse response) {
    Map.Entry<String, MediaType> content = Contents.only(place, response.getContent());
    if (!content.getKey().equals("application/json")) {
      throw place.error(
          "has the content type " + content.getKey() + "; supported is application/json");
    }
    return content.getValue();
  }

  private Map<String, ApiResponse> responses(Place place, Operation operation) {
    if (operation.getResponses() == null) {
      throw place.error("has no responses");
    }
    Map<String, ApiResponse> resolved = new LinkedHashMap<>();
    operation
        .getResponses()
        .forEach((status, response) -> resolved.put(status, resolved(place, response)));
    return resolved;
  }

  private ApiResponse resolved(Place place, ApiResponse given) {
    if (given.get$ref() == null) {
      return given;
    }
    String name = Refs.name(place.in("responses"), "responses", given.get$ref());
    ApiResponse found =
        components == null || components.getResponses() == null
            ? null
            : components.getResponses().get(name);
    if (found == null) {
      throw place.error("refers to the response " + name + ", which is not there");
    }
    return found;
  }
}
