package dev.roster.specs;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every operation must keep. */
final class OperationRules {

  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]*)}");

  private OperationRules() {}

  /**
   * An operation has an id, the provider's name for it and one tag, and shares the first two with
   * no other.
   */
  static void names(SpecDocument document, Faults faults) {
    Map<String, Place> known = new HashMap<>();
    document
        .operations()
        .forEach(
            operation -> {
              for (String kind : new String[] {"operationId", "x-operation-name"}) {
                Place name = operation.at(kind);
                if (!name.exists()) {
                  faults.add(name, "is missing");
                  continue;
                }
                Place first = known.putIfAbsent(kind + " " + name.node().asText(), name);
                if (first != null) {
                  faults.add(name, "is taken by " + first.pointer());
                }
              }
              if (operation.at("tags").node().size() != 1) {
                faults.add(operation.at("tags"), "must be one tag, which becomes an interface");
              }
            });
  }

  /** The parameters in braces are those that are declared for the path. */
  static void pathParameters(SpecDocument document, Faults faults) {
    document
        .operations()
        .forEach(
            operation -> {
              Place path = path(document, operation);
              Set<String> inBraces =
                  PATH_PARAMETER
                      .matcher(path.name())
                      .results()
                      .map((MatchResult match) -> match.group(1))
                      .collect(Collectors.toSet());
              Map<String, Place> declared =
                  Stream.of(path, operation)
                      .flatMap(owner -> owner.at("parameters").children())
                      .map(document::follow)
                      .filter(parameter -> parameter.text("in").equals("path"))
                      .collect(Collectors.toMap(p -> p.text("name"), p -> p, (a, b) -> b));
              inBraces.stream()
                  .filter(name -> !declared.containsKey(name))
                  .forEach(name -> faults.add(operation, "declares no path parameter " + name));
              declared.forEach(
                  (name, parameter) -> {
                    if (!inBraces.contains(name)) {
                      faults.add(parameter, "is not in the path " + path.name());
                    }
                  });
            });
  }

  /** Every operation needs a credential, by a scheme that is defined. */
  static void security(SpecDocument document, Faults faults) {
    Place schemes = document.root().at("components").at("securitySchemes");
    requirements(document)
        .filter(scheme -> !schemes.has(scheme.name()))
        .forEach(scheme -> faults.add(scheme, "is no security scheme of this document"));
    if (document.root().at("security").node().isEmpty()) {
      document
          .operations()
          .filter(operation -> operation.at("security").node().isEmpty())
          .forEach(
              operation -> faults.add(operation, "needs no credential; name a security scheme"));
    }
  }

  /** The names of schemes in the security requirements of the document and its operations. */
  static Stream<Place> requirements(SpecDocument document) {
    return Stream.concat(Stream.of(document.root()), document.operations())
        .flatMap(owner -> owner.at("security").children())
        .flatMap(Place::children);
  }

  /** Every operation names the document that it was read from. */
  static void sources(SpecDocument document, Faults faults) {
    document
        .operations()
        .map(operation -> operation.at("x-source"))
        .filter(source -> !source.exists())
        .forEach(source -> faults.add(source, "is missing; name document, section and evidence"));
  }

  private static Place path(SpecDocument document, Place operation) {
    String pointer = operation.pointer().substring(0, operation.pointer().lastIndexOf('/'));
    return document.resolve("#" + pointer);
  }
}
