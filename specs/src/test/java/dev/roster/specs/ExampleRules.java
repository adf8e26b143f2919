package dev.roster.specs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** What the examples of one document must keep. */
final class ExampleRules {

  private final SpecFolder folder;
  private final SpecDocument document;
  private final ExampleValidator validator;

  ExampleRules(SpecFolder folder, SpecDocument document) {
    this.folder = folder;
    this.document = document;
    this.validator = new ExampleValidator(document);
  }

  /** Every place of a document that refers to an example file. */
  static Stream<Place> references(SpecDocument document) {
    return bodies(document)
        .flatMap(body -> body.at("examples").children())
        .map(example -> example.at("externalValue"))
        .filter(Place::exists);
  }

  void check(Faults faults) {
    bodies(document).forEach(body -> bodyHasExamples(body, faults));
    bodies(document).forEach(body -> examplesAreValid(body, faults));
    document.operations().forEach(operation -> parameterExamplesAreValid(operation, faults));
    references(document)
        .map(place -> place.node().asText())
        .distinct()
        .forEach(e -> noSecrets(e, faults));
  }

  /** Each body has an example, except the one of a failure that the document does not name. */
  private static void bodyHasExamples(Place body, Faults faults) {
    if (body.at("examples").node().isEmpty() && !body.pointer().contains("/responses/default/")) {
      faults.add(body.at("examples"), "is missing; name an example file in externalValue");
    }
  }

  /** Each example stands in a file that exists and is what the schema of the body demands. */
  private void examplesAreValid(Place body, Faults faults) {
    body.at("examples")
        .children()
        .forEach(
            example -> {
              String file = example.text("externalValue");
              if (file.isEmpty()) {
                faults.add(example, "must name a file in externalValue");
              } else if (!folder.hasExample(file)) {
                faults.add(example.at("externalValue"), "is no file: " + file);
              } else {
                exampleIsValid(body, file, faults);
              }
            });
  }

  private void exampleIsValid(Place body, String file, Faults faults) {
    JsonNode value = folder.example(file);
    if (body.name().equals("multipart/form-data")) {
      value = FormParts.assemble(value, body.at("schema"), document);
    }
    validator.check(
        body.at("schema"), value, (pointer, message) -> faults.addIn(file, pointer, message));
  }

  /** The example of a parameter stands beside it, because it is one word. */
  private void parameterExamplesAreValid(Place operation, Faults faults) {
    operation
        .at("parameters")
        .children()
        .filter(parameter -> parameter.has("example"))
        .forEach(
            parameter ->
                validator.check(
                    parameter.at("schema"),
                    parameter.at("example").node(),
                    (pointer, message) -> faults.add(parameter.at("example"), message)));
  }

  /** An example is public, so nothing in it may open a door. */
  private void noSecrets(String file, Faults faults) {
    if (folder.hasExample(file)) {
      List<String> names = ExampleSecrets.secretNames(document);
      ExampleSecrets.find(new Place("", folder.example(file)), names)
          .forEach(place -> faults.addIn(file, place.pointer(), "looks like a real secret"));
    }
  }

  /** Every media type object, of requests and of responses. */
  private static Stream<Place> bodies(SpecDocument document) {
    return document
        .operations()
        .flatMap(
            operation ->
                Stream.concat(
                    Stream.of(operation.at("requestBody")), operation.at("responses").children()))
        .flatMap(owner -> owner.at("content").children());
  }
}
