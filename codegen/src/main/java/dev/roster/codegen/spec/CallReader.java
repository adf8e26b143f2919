package dev.roster.codegen.spec;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one operation. */
final class CallReader {

  private final ParameterReader parameters;
  private final BodyReader bodies;
  private final ResponseReader responses;

  CallReader(Types types, @Nullable Components components) {
    this.parameters = new ParameterReader(types, components);
    this.bodies = new BodyReader(types, components);
    this.responses = new ResponseReader(types, components);
  }

  Call read(
      Place place, String path, PathItem item, PathItem.HttpMethod method, Operation operation) {
    String id = operation.getOperationId();
    if (id == null) {
      throw place.error("has no operationId, which names its method");
    }
    if (operation.getSecurity() != null) {
      throw place.error("has a security of its own; one credential serves all operations");
    }
    if (operation.getSummary() == null) {
      throw place.error("has no summary");
    }
    Extensions extensions = new Extensions(place, operation.getExtensions());
    List<io.swagger.v3.oas.models.parameters.Parameter> given = new ArrayList<>();
    if (item.getParameters() != null) {
      given.addAll(item.getParameters());
    }
    if (operation.getParameters() != null) {
      given.addAll(operation.getParameters());
    }
    ResponseReader.Success success = responses.success(place, operation);
    return new Call(
        place,
        id,
        extensions.text("x-operation-name", "the provider's own name for the operation"),
        method.name(),
        path,
        method == PathItem.HttpMethod.GET || extensions.flag("x-read-only"),
        extensions.flag("x-irreversible"),
        operation.getSummary().strip(),
        Texts.described(place, operation.getDescription()),
        source(extensions.object("x-source")),
        rate(extensions),
        given.stream().map(parameter -> parameters.read(place, path, parameter)).toList(),
        bodies.read(place, operation.getRequestBody()),
        success.type(),
        success.description(),
        success.envelope(),
        responses.error(place, operation),
        responses.failures(place, operation));
  }

  private static String source(Extensions source) {
    return source.text("document", "the provider's document")
        + ", section "
        + source.text("section", "the document's section")
        + " ("
        + source.text("evidence", "documented, observed or inferred")
        + ")";
  }

  private static Call.@Nullable Rate rate(Extensions extensions) {
    if (!extensions.has("x-request-rate")) {
      return null;
    }
    Extensions rate = extensions.object("x-request-rate");
    return new Call.Rate(rate.number("requests"), rate.number("seconds"));
  }
}
