package dev.roster.codegen.emit;

import dev.roster.codegen.spec.Call;
import dev.roster.codegen.spec.Limits;
import dev.roster.codegen.spec.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the template prints of an operation: a Retrofit method.
 *
 * @param parameters each with its annotations, type and name
 */
record CallView(Call call, String method, List<String> parameters) {

  /** Puts the body behind the parameters, as the last one. */
  static CallView of(Call call) {
    Set<String> seen = new HashSet<>();
    List<String> parameters = new ArrayList<>();
    for (Call.Parameter parameter : call.parameters()) {
      String name = JavaNames.member(parameter.place(), parameter.name());
      if (!seen.add(name)) {
        throw parameter.place().error("has the Java name " + name + " of another parameter");
      }
      parameters.add(declaration(parameter, name));
    }
    Call.Body body = call.body();
    if (body != null) {
      if (!seen.add("request")) {
        throw call.place().error("has a body and a parameter that both are called request in Java");
      }
      parameters.add(
          (body.bracketMultipart() ? "@Body @BracketMultipart " : "@Body ")
              + body.type()
              + " request");
    }
    return new CallView(call, JavaNames.member(call.place(), call.id()), List.copyOf(parameters));
  }

  private static String declaration(Call.Parameter parameter, String name) {
    ShapeCode code = new ShapeCode(parameter.shape());
    return annotation(parameter.in())
        + "("
        + JavaText.literal(parameter.name())
        + ") "
        + (parameter.required() ? code.plain() : "@Nullable " + code.boxed())
        + " "
        + name;
  }

  private static String annotation(Call.In in) {
    return switch (in) {
      case PATH -> "@Path";
      case QUERY -> "@Query";
      case HEADER -> "@Header";
    };
  }

  /** What the spec says of the operation, its source, its parameters and its answer. */
  public String doc() {
    Javadoc doc = Javadoc.of(call.summary()).text(call.description());
    if (call.irreversible()) {
      doc.html("<strong>This cannot be undone.</strong>");
    }
    doc.text("Source: " + call.source() + ".");
    for (Call.Parameter parameter : call.parameters()) {
      doc.tag(
          "@param " + JavaNames.member(parameter.place(), parameter.name()),
          parameter.description()
              + (parameter.required() ? "" : " Null leaves it out.")
              + limits(parameter.limits()));
    }
    Call.Body body = call.body();
    if (body != null) {
      doc.tag("@param request", body.description());
    }
    return doc.tag("@return", call.answerDescription()).indented(2);
  }

  /** Retrofit's parameters have no place for a check, so that their limits are said. */
  private static String limits(Limits limits) {
    return limit(" At least ", limits.least()) + limit(" At most ", limits.most());
  }

  private static String limit(String words, @Nullable Integer limit) {
    return limit == null ? "" : words + limit + (limit == 1 ? " character." : " characters.");
  }

  public String httpMethod() {
    return call.method();
  }

  /** The path without its leading slash, so that it stays below a base URL that has a path. */
  public String pathLiteral() {
    return JavaText.literal(call.path().substring(1));
  }

  public String idLiteral() {
    return JavaText.literal(call.id());
  }

  /** The method without its annotations. */
  public String declaration() {
    return Layout.call(2, "ApiCall<" + call.answer() + "> " + method, parameters, ";");
  }

  void addImports(Imports imports, String modelPackage) {
    imports
        .add("dev.roster.bindings.ApiCall", "dev.roster.bindings.ApiOperation")
        .add("retrofit2.http." + call.method(), modelPackage + "." + call.answer());
    Call.Body body = call.body();
    if (body != null) {
      imports.add("retrofit2.http.Body", modelPackage + "." + body.type());
      imports.addIf(body.bracketMultipart(), "dev.roster.bindings.BracketMultipart");
    }
    for (Call.Parameter parameter : call.parameters()) {
      imports.add("retrofit2.http." + annotation(parameter.in()).substring(1));
      imports.addIf(!parameter.required(), "org.jspecify.annotations.Nullable");
      Shape shape = parameter.shape();
      imports.addIf(shape instanceof Shape.ListOf, "java.util.List");
      Shape item = shape instanceof Shape.ListOf list ? list.item() : shape;
      imports.addIf(item == Shape.Scalar.INSTANT, "java.time.Instant");
      if (item instanceof Shape.EnumOf known) {
        imports.add(modelPackage + "." + known.type());
      }
    }
  }
}
