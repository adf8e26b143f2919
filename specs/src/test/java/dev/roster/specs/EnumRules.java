package dev.roster.specs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What every enum must keep. */
final class EnumRules {

  private EnumRules() {}

  /** The values are different texts. */
  static void values(SpecDocument document, Faults faults) {
    enums(document)
        .forEach(
            schema -> {
              if (!schema.text("type").equals("string")) {
                faults.add(schema, "is an enum and must be of the type string");
              }
              Set<String> seen = new HashSet<>();
              schema
                  .at("enum")
                  .children()
                  .filter(value -> !value.node().isTextual() || !seen.add(value.node().asText()))
                  .forEach(value -> faults.add(value, "is no text, or stands in the enum twice"));
            });
  }

  /** Each value has its sentence, in the order of the values. */
  static void descriptions(SpecDocument document, Faults faults) {
    enums(document)
        .forEach(
            schema -> {
              Place descriptions = schema.at("x-enum-descriptions");
              List<String> values = schema.at("enum").texts();
              if (!descriptions.names().equals(values)) {
                faults.add(descriptions, "must describe the values " + values + ", in this order");
              }
              descriptions
                  .children()
                  .filter(description -> !description.node().asText("").endsWith("."))
                  .forEach(description -> faults.add(description, "must be a whole sentence"));
            });
  }

  private static Stream<Place> enums(SpecDocument document) {
    return document.schemas().map(SchemaPlace::at).filter(schema -> schema.has("enum"));
  }
}
