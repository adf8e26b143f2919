package dev.roster.codegen.spec;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one operation. */
final class CallReader {

  private static final Set<PathItem.HttpMethod> METHODS =
      EnumSet.of(
          PathItem.HttpMethod.GET,
          PathItem.HttpMethod.POST,
          PathItem.HttpMethod.PUT,
          PathItem.HttpMethod.PATCH,
          PathItem.HttpMethod.DELETE);

  private static final Set<PathItem.HttpMethod> BODILESS =
      EnumSet.of(PathItem.HttpMethod.GET, PathItem.HttpMethod.DELETE);

  private static final Pattern NAME_IN_PATH = Pattern.compile("\\{([^}]*)}");

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
    if (operation.getCallbacks() != null || operation.getServers() != null) {
      throw place.error("has callbacks or servers of its own, which are not supported");
    }
    if (Boolean.TRUE.equals(operation.getDeprecated())) {
      throw place.error("is deprecated, which the generator cannot express; say it in words");
    }
    if (!METHODS.contains(method)) {
      throw place.error("is a " + method + "; supported are " + METHODS);
    }
    if (operation.getRequestBody() != null && BODILESS.contains(method)) {
      throw place.error("is a " + method + " with a body, which Retrofit does not send");
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
        parameters(place, path, given),
        bodies.read(place, operation.getRequestBody()),
        success.type(),
        success.description(),
        success.envelope(),
        responses.error(place, operation),
        responses.failures(place, operation));
  }

  /** Retrofit would find a name in the path without a parameter only when it is called. */
  private List<Call.Parameter> parameters(
      Place place, String path, List<io.swagger.v3.oas.models.parameters.Parameter> given) {
    List<Call.Parameter> read =
        given.stream().map(parameter -> parameters.read(place, path, parameter)).toList();
    Matcher names = NAME_IN_PATH.matcher(path);
    while (names.find()) {
      String name = names.group(1);
      if (read.stream().noneMatch(one -> one.in() == Call.In.PATH && one.name().equals(name))) {
        throw place.error("has the path " + path + ", but no path parameter " + name);
      }
    }
    return read;
  }

  /** Says in one line where the provider says so, and how sure that is. */
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
