package dev.roster.specs;

import java.util.stream.Stream;

/** Descriptions become Javadoc, comments of SQL columns and pages, so nothing goes without one. */
final class DescriptionRules {

  private DescriptionRules() {}

  /** Each has a description of whole sentences in plain text. */
  static void everythingIsDescribed(SpecDocument document, Faults faults) {
    described(document).map(place -> place.at("description")).forEach(text -> check(text, faults));
    document
        .operations()
        .map(operation -> operation.at("summary"))
        .filter(summary -> summary.node().asText("").isBlank())
        .forEach(
            summary -> faults.add(summary, "is missing; say in one line what the operation does"));
  }

  private static Stream<Place> described(SpecDocument document) {
    Place root = document.root();
    return Stream.of(
            Stream.of(root.at("info")),
            root.at("servers").children(),
            root.at("tags").children(),
            root.at("components").at("securitySchemes").children(),
            document.operations().flatMap(DescriptionRules::partsOf),
            document
                .schemas()
                .filter(
                    schema ->
                        schema.part() == SchemaPlace.Part.COMPONENT
                            || schema.part() == SchemaPlace.Part.PROPERTY)
                .map(SchemaPlace::at))
        .flatMap(places -> places);
  }

  private static Stream<Place> partsOf(Place operation) {
    return Stream.of(
            Stream.of(operation),
            operation.at("parameters").children(),
            Stream.of(operation.at("requestBody")).filter(Place::exists),
            operation.at("responses").children())
        .flatMap(places -> places);
  }

  private static void check(Place description, Faults faults) {
    String text = description.node().asText("");
    if (text.isBlank()) {
      faults.add(description, "is missing; say what it is, with unit and format");
    } else if (!text.endsWith(".")) {
      faults.add(description, "must be whole sentences, the last of which ends with a full stop");
    } else if (text.contains("\n") || text.contains("|")) {
      faults.add(description, "must be plain text, without line breaks or tables");
    }
  }
}
