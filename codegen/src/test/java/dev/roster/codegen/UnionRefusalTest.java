package dev.roster.codegen;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.codegen.spec.SpecException;
import org.junit.jupiter.api.Test;

/** Unions whose variants cannot be told apart, or not be made one type. */
class UnionRefusalTest {

  private static final String UNION = "specs/tiny.yaml: components.schemas.Either";

  private static void refused(String schemas, String message) {
    assertThatExceptionOfType(SpecException.class)
        .isThrownBy(() -> new TinySpec().withSchemas(schemas).read())
        .withMessage(UNION + message);
  }

  private static String either(String rest) {
    return """
        Either:
          description: E.
          oneOf: [{$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/Two'}]
        """
        + rest;
  }

  private static String variant(String name, String required, String properties) {
    return "%s: {description: V., type: object, required: [%s], properties: {%s}}%n"
        .formatted(name, required, properties);
  }

  @Test
  void variantsWithoutMarkers() {
    refused(
        either(
            variant("One", "a", "a: {description: A., type: string}")
                + variant("Two", "a", "a: {description: A., type: string}")),
        " cannot tell One and Two apart: neither has a required property that no other variant has;"
            + " add one, or a const property and a discriminator");
  }

  @Test
  void variantsOfOneLabel() {
    String label = "a: {description: A., type: string, const: x}";
    refused(
        either(
            "  discriminator: {propertyName: a}\n"
                + variant("One", "a", label)
                + variant("Two", "a", label)),
        ".discriminator cannot tell two variants apart: both have a x");
  }

  @Test
  void labelThatIsNoConst() {
    refused(
        either(
            "  discriminator: {propertyName: a}\n"
                + variant("One", "a", "a: {description: A., type: string, const: x}")
                + variant("Two", "a", "a: {description: A., type: string}")),
        ".discriminator names a, which is no required const string of Two");
  }

  @Test
  void mappingThatContradictsTheConsts() {
    refused(
        either(
            """
              discriminator:
                propertyName: a
                mapping: {x: '#/components/schemas/Two', y: '#/components/schemas/One'}
            """
                + variant("One", "a", "a: {description: A., type: string, const: x}")
                + variant("Two", "a", "a: {description: A., type: string, const: y}")),
        ".discriminator.mapping sends x to #/components/schemas/Two, whose const is not x");
  }

  @Test
  void mappingThatLeavesAVariantOut() {
    refused(
        either(
            """
              discriminator:
                propertyName: a
                mapping: {x: '#/components/schemas/One'}
            """
                + variant("One", "a", "a: {description: A., type: string, const: x}")
                + variant("Two", "a", "a: {description: A., type: string, const: y}")),
        ".discriminator.mapping does not name every variant");
  }

  @Test
  void variantThatIsNoObject() {
    refused(
        "Either: {description: E., oneOf: [{$ref: '#/components/schemas/Code'}]}\n",
        ".oneOf has the variant Code, which is no object under components.schemas");
  }

  @Test
  void propertiesBesideOneOf() {
    refused(
        "Either: {description: E., type: object, oneOf: [{$ref: '#/components/schemas/Thing'}]}\n",
        " has properties or a type beside oneOf; leave them to the variants");
  }

  @Test
  void variantWithoutAName() {
    refused(
        "Either: {description: E., oneOf: [{type: object}]}\n",
        ".oneOf has a variant without a name; make it a schema under components.schemas");
  }

  @Test
  void oneNameForDifferentThings() {
    refused(
        either(
            variant(
                    "One",
                    "a",
                    "a: {description: A., type: string}, n: {description: N., type: string}")
                + variant(
                    "Two",
                    "b",
                    "b: {description: B., type: string}, n: {description: N., type: boolean}")),
        " has variants of which One and Two hold different things under n; one field must fit"
            + " both");
  }
}
