package dev.roster.specs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks the documents and examples of a folder against OpenAPI 3.1 and the rules of this house.
 */
final class SpecLint {

  private static final List<Rule> RULES =
      List.of(
          MetaSchemaRule::conformsToOpenApi,
          DocumentRules::identity,
          DocumentRules::references,
          DocumentRules::componentsAreUsed,
          DescriptionRules::everythingIsDescribed,
          ExtensionRules::extensionsAreKnown,
          OperationRules::names,
          OperationRules::pathParameters,
          OperationRules::security,
          OperationRules::sources,
          ResponseRules::oneSuccess,
          ResponseRules::oneErrorSchema,
          ResponseRules::errorTypes,
          ResponseRules::envelopes,
          SchemaRules::keywords,
          SchemaRules::types,
          SchemaRules::numberFormats,
          SchemaRules::requiredNames,
          SchemaRules::namedComponents,
          SchemaRules::secrets,
          EnumRules::values,
          EnumRules::descriptions,
          UnionRules::discriminators,
          UnionRules::markers);

  private final SpecFolder folder;

  SpecLint(SpecFolder folder) {
    this.folder = folder;
  }

  /** Everything that is wrong in one document and in the examples that it refers to. */
  List<Fault> faults(SpecDocument document) {
    Faults faults = new Faults(document.file());
    RULES.forEach(rule -> rule.check(document, faults));
    ExampleRules examples = new ExampleRules(folder, document);
    examples.check(faults);
    return faults.found();
  }

  /** Everything that is wrong in the folder, the examples that no document refers to included. */
  List<Fault> faults() {
    List<Fault> found = new ArrayList<>();
    Set<String> unused = new TreeSet<>(folder.examples());
    for (SpecDocument document : folder.documents()) {
      found.addAll(faults(document));
      ExampleRules.references(document).forEach(place -> unused.remove(place.node().asText()));
    }
    for (String example : unused) {
      found.add(new Fault(example, "", "no document refers to this example"));
    }
    return found;
  }
}
