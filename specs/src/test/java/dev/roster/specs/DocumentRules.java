package dev.roster.specs;

import java.util.Set;
import java.util.stream.Collectors;

/** What a document must keep as a whole. */
final class DocumentRules {

  private DocumentRules() {}

  /** The file name, the provider's id, the version of OpenAPI and the one base URL agree. */
  static void identity(SpecDocument document, Faults faults) {
    Place root = document.root();
    if (!root.text("openapi").equals("3.1.0")) {
      faults.add(root.at("openapi"), "must be 3.1.0");
    }
    String provider = document.file().replace(".yaml", "");
    if (!root.at("info").text("x-provider").equals(provider)) {
      faults.add(
          root.at("info").at("x-provider"), "must be " + provider + ", as the file name says");
    }
    if (root.at("servers").node().size() != 1) {
      faults.add(root.at("servers"), "must name one server, the default base URL");
    }
  }

  /** A reference stays in the document and leads to something. */
  static void references(SpecDocument document, Faults faults) {
    document
        .root()
        .tree()
        .filter(place -> place.name().equals("$ref"))
        .filter(place -> !document.resolve(place.node().asText()).exists())
        .forEach(place -> faults.add(place, "leads nowhere: " + place.node().asText()));
  }

  /** Whatever stands under components is used somewhere else. */
  static void componentsAreUsed(SpecDocument document, Faults faults) {
    Set<String> used =
        document
            .root()
            .tree()
            .filter(place -> place.name().equals("$ref"))
            .map(place -> place.node().asText())
            .collect(Collectors.toSet());
    OperationRules.requirements(document)
        .map(scheme -> "#/components/securitySchemes/" + scheme.name())
        .forEach(used::add);
    document
        .root()
        .at("components")
        .children()
        .flatMap(Place::children)
        .filter(component -> !used.contains("#" + component.pointer()))
        .forEach(component -> faults.add(component, "is used nowhere"));
  }
}
