package dev.roster.specs;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the responses of an operation must keep, so that one Java method can answer for all of them.
 */
final class ResponseRules {

  private ResponseRules() {}

  /** One response is a success, with a JSON body. */
  static void oneSuccess(SpecDocument document, Faults faults) {
    document
        .operations()
        .map(operation -> operation.at("responses"))
        .forEach(
            responses -> {
              if (responses.children().filter(ResponseRules::isSuccess).count() != 1) {
                faults.add(responses, "must have one success, which becomes the method's result");
              }
            });
  }

  /**
   * All failures of an operation carry the same schema, and the schema says where its type and
   * message are.
   */
  static void oneErrorSchema(SpecDocument document, Faults faults) {
    document.operations().forEach(operation -> errorSchema(document, operation, faults));
  }

  private static void errorSchema(SpecDocument document, Place operation, Faults faults) {
    Place responses = operation.at("responses");
    if (!responses.has("default")) {
      faults.add(responses, "has no default, for a failure that the document does not name");
    }
    Set<String> references =
        failures(operation)
            .map(ResponseRules::jsonSchema)
            .map(schema -> schema.text("$ref"))
            .collect(Collectors.toSet());
    if (references.size() != 1 || references.contains("")) {
      faults.add(responses, "must refer to one error schema, not to " + references);
      return;
    }
    Place schema = document.resolve(references.iterator().next());
    Stream.of("x-error-type-at", "x-error-message-at")
        .filter(extension -> !schema.has(extension))
        .forEach(extension -> faults.add(schema, "is an error without " + extension));
  }

  /**
   * Error types are those of the component ErrorType; each is named once an operation and used by
   * one at least.
   */
  static void errorTypes(SpecDocument document, Faults faults) {
    Place errorType = document.component("ErrorType");
    Set<String> known = Set.copyOf(errorType.at("enum").texts());
    Set<String> used = new HashSet<>();
    document
        .operations()
        .forEach(
            operation -> {
              Set<String> named = new HashSet<>();
              failures(operation).forEach(failure -> check(failure, known, named, faults));
              used.addAll(named);
            });
    errorType
        .at("enum")
        .children()
        .filter(type -> !used.contains(type.node().asText()))
        .forEach(type -> faults.add(type, "is an error type that no response carries"));
  }

  private static void check(Place failure, Set<String> known, Set<String> named, Faults faults) {
    Place types = failure.at("x-error-types");
    if (!known.isEmpty() && !types.exists() && !failure.name().equals("default")) {
      faults.add(types, "is missing; name the error types of this status");
    }
    types
        .children()
        .forEach(
            type -> {
              if (!known.contains(type.node().asText())) {
                faults.add(type, "is no value of ErrorType");
              } else if (!named.add(type.node().asText())) {
                faults.add(type, "stands under two statuses of this operation");
              }
            });
  }

  /** Where one success is wrapped, all are, and a wrapper has the members that it names. */
  static void envelopes(SpecDocument document, Faults faults) {
    if (document.components().noneMatch(schema -> schema.has("x-envelope-payload"))) {
      return;
    }
    document
        .operations()
        .flatMap(operation -> operation.at("responses").children())
        .filter(ResponseRules::isSuccess)
        .map(response -> document.follow(jsonSchema(response)))
        .distinct()
        .forEach(schema -> envelope(schema, faults));
  }

  private static void envelope(Place schema, Faults faults) {
    Place success = schema.at("properties").at(schema.text("x-envelope-success"));
    Place payload = schema.at("properties").at(schema.text("x-envelope-payload"));
    if (!success.at("const").node().asBoolean()) {
      faults.add(schema, "must name a member that is always true in x-envelope-success");
    }
    if (!payload.has("$ref")) {
      faults.add(schema, "must name a member that refers to a component in x-envelope-payload");
    }
  }

  static boolean isSuccess(Place response) {
    return response.name().startsWith("2");
  }

  static Stream<Place> failures(Place operation) {
    return operation.at("responses").children().filter(response -> !isSuccess(response));
  }

  static Place jsonSchema(Place response) {
    return response.at("content").at("application/json").at("schema");
  }
}
