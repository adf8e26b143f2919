package dev.roster.codegen;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.codegen.spec.SpecException;
import org.junit.jupiter.api.Test;

/** Names of a spec of which no Java names can be made, or the same ones. */
class NameRefusalTest {

  private static final String SCHEMAS = "specs/tiny.yaml: components.schemas.";

  private static void refused(TinySpec spec, String message) {
    assertThatExceptionOfType(SpecException.class).isThrownBy(spec::read).withMessage(message);
  }

  @Test
  void propertiesOfOneJavaName() {
    refused(
        new TinySpec()
            .withProperty("a_b: {description: A., type: string}")
            .withProperty("aB: {description: A., type: string}"),
        SCHEMAS + "Thing.properties.aB has the Java name aB, which a_b has too");
  }

  @Test
  void propertyWithoutLetters() {
    refused(
        new TinySpec().withProperty("'+': {description: A., type: string}"),
        SCHEMAS + "Thing.properties.+ has the name '+', of which no Java name can be made");
  }

  @Test
  void enumValuesOfOneJavaName() {
    refused(
        new TinySpec()
            .with("enum: [bad]", "enum: [bad, BAD]")
            .with("{bad: It was bad.}", "{bad: B., BAD: B.}"),
        SCHEMAS + "Code lists BAD, whose Java name BAD is taken already");
  }

  @Test
  void enumValueThatIsCalledLikeTheUnknownOne() {
    refused(
        new TinySpec()
            .with("enum: [bad]", "enum: [bad, unknown]")
            .with("{bad: It was bad.}", "{bad: B., unknown: U.}"),
        SCHEMAS + "Code lists unknown, whose Java name UNKNOWN is taken already");
  }

  @Test
  void schemaThatIsNoClassName() {
    refused(
        new TinySpec().withSchemas("some-thing: {description: S., type: object}\n"),
        SCHEMAS + "some-thing is no Java class name; write it in PascalCase");
  }

  @Test
  void schemaThatHidesAJavaType() {
    refused(
        new TinySpec().withSchemas("List: {description: L., type: object}\n"),
        SCHEMAS + "List has the name of a Java type that generated code uses; rename it");
  }

  @Test
  void schemasOfOneFile() {
    refused(
        new TinySpec()
            .withSchemas("THing: {description: T., type: object}\n".replace("THing", "THING")),
        SCHEMAS + "THING would be written to the file of Thing; rename one of them");
  }

  @Test
  void schemaThatIsCalledLikeAnAdapter() {
    refused(
        new TinySpec().withSchemas("ThingJsonAdapter: {description: T., type: object}\n"),
        SCHEMAS
            + "ThingJsonAdapter would be written to the file of ThingJsonAdapter; rename one of them");
  }

  @Test
  void parametersOfOneJavaName() {
    String id =
        "- {name: id, in: path, required: true, description: Which., schema: {type: string}}";
    refused(
        new TinySpec()
            .with(
                id,
                id + "\n        - {name: ID, in: query, description: I., schema: {type: string}}"),
        "specs/tiny.yaml: operation makeThing.parameters.ID has the Java name id of another"
            + " parameter");
  }
}
