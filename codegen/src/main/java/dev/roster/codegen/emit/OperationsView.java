package dev.roster.codegen.emit;

import dev.roster.codegen.spec.Api;
import dev.roster.codegen.spec.Call;
import dev.roster.codegen.spec.Spec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the template prints of all operations: their descriptions as constants. */
record OperationsView(
    String title,
    String baseUrl,
    String credentialHeader,
    String credentialPrefix,
    List<String> imports,
    List<OperationView> operations) {

  /** A constant: its name, comment and the arguments of the constructor. */
  record OperationView(String constant, String doc, List<String> arguments) {}

  static OperationsView of(Spec spec, String modelPackage) {
    Set<String> seen =
        new HashSet<>(Set.of("ALL", "BASE_URL", "CREDENTIAL_HEADER", "CREDENTIAL_PREFIX"));
    Imports imports = new Imports().add("dev.roster.bindings.Operation", "java.util.List");
    List<OperationView> operations = new ArrayList<>();
    for (Api api : spec.apis()) {
      for (Call call : api.calls()) {
        String constant = JavaNames.constant(call.place(), call.id());
        if (!seen.add(constant)) {
          throw call.place().error("has the Java name " + constant + ", which is taken");
        }
        imports.add(modelPackage + "." + call.error().type());
        imports.addIf(call.rate() != null, "java.time.Duration");
        operations.add(
            new OperationView(
                constant,
                Javadoc.of(call.summary()).indented(2),
                arguments(spec.provider(), call)));
      }
    }
    return new OperationsView(
        Javadoc.escape(spec.title()),
        JavaText.literal(spec.baseUrl()),
        JavaText.literal(spec.credential().header()),
        JavaText.literal(spec.credential().prefix()),
        imports.sorted(),
        List.copyOf(operations));
  }

  public String list() {
    return Layout.call(
        6, "List.of", operations.stream().map(OperationView::constant).toList(), ";");
  }

  /** Returns the arguments of Operation's constructor, in its order. */
  private static List<String> arguments(String provider, Call call) {
    Call.Rate rate = call.rate();
    return List.of(
        JavaText.literal(provider),
        JavaText.literal(call.id()),
        JavaText.literal(call.name()),
        JavaText.literal(call.method()),
        JavaText.literal(call.path()),
        String.valueOf(call.readOnly()),
        String.valueOf(call.irreversible()),
        JavaText.literal(call.summary(), 10),
        JavaText.literal(call.description(), 10),
        JavaText.literal(call.source(), 10),
        rate == null
            ? "null"
            : "new Operation.Rate(%s, Duration.ofSeconds(%s))"
                .formatted(rate.requests(), rate.seconds()),
        envelope(call),
        error(call.error()),
        failures(call.failures()));
  }

  private static String envelope(Call call) {
    return call.envelope() == null
        ? "null"
        : "new Operation.Envelope(%s, %s)"
            .formatted(
                JavaText.literal(call.envelope().success()),
                JavaText.literal(call.envelope().payload()));
  }

  private static String error(Call.ErrorShape error) {
    return """
        new Operation.ErrorShape(
                      %s.class,
                      %s,
                      %s)"""
        .formatted(error.type(), JavaText.list(error.typeAt()), JavaText.list(error.messageAt()));
  }

  private static String failures(List<Call.Failure> failures) {
    List<String> each = new ArrayList<>();
    for (Call.Failure failure : failures) {
      String type = failure.type() == null ? "null" : JavaText.literal(failure.type());
      each.add(
          """
          new Operation.Failure(
                            %s,
                            %s,
                            %s)"""
              .formatted(failure.status(), type, JavaText.literal(failure.description(), 18)));
    }
    return each.isEmpty()
        ? "List.of()"
        : "List.of(\n              " + String.join(",\n              ", each) + ")";
  }
}
