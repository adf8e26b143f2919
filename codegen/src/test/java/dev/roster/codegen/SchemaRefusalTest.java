package dev.roster.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.codegen.spec.SpecException;
import org.junit.jupiter.api.Test;

/** What a schema may not say, and what the build then says. */
class SchemaRefusalTest {

  private static final String THING = "specs/tiny.yaml: components.schemas.Thing";

  private static void refused(TinySpec spec, String message) {
    assertThatExceptionOfType(SpecException.class).isThrownBy(spec::read).withMessage(message);
  }

  private static void refusedProperty(String property, String message) {
    refused(new TinySpec().withProperty(property), THING + ".properties." + message);
  }

  @Test
  void readsTheSpecThatTheOtherTestsChange() {
    assertThat(new TinySpec().read().keySet()).hasToString("[Thing, Problem, Code]");
  }

  @Test
  void missingType() {
    refusedProperty("a: {description: A.}", "a has no type; every schema needs one");
  }

  @Test
  void missingTypeOfASchema() {
    refused(
        new TinySpec().withSchemas("Loose:\n  description: L.\n"),
        "specs/tiny.yaml: components.schemas.Loose has no type; every schema needs one");
  }

  @Test
  void twoTypes() {
    refusedProperty(
        "a: {description: A., type: [string, integer]}",
        "a has the types [integer, string]; give one, or one and 'null'");
  }

  @Test
  void missingDescription() {
    refusedProperty(
        "a: {type: string}",
        "a has no description; it becomes the Javadoc and the column's comment");
  }

  @Test
  void numberWithoutFormat() {
    refusedProperty(
        "a: {description: A., type: number}",
        "a is a number without a format; write format: double");
  }

  @Test
  void integerWithoutFormat() {
    refusedProperty(
        "a: {description: A., type: integer}",
        "a is a number without a format; write format: int64");
  }

  @Test
  void unknownFormat() {
    refusedProperty(
        "a: {description: A., type: string, format: uuid}",
        "a has the format uuid; of a string the generator knows date-time, binary and password");
  }

  @Test
  void enumWithoutAName() {
    refusedProperty(
        "a: {description: A., type: string, enum: [x]}",
        "a is an enum without a name; make it a schema under components.schemas");
  }

  @Test
  void objectWithoutAName() {
    refusedProperty(
        "a: {description: A., type: object, properties: {b: {description: B., type: string}}}",
        "a is an object without a name; make it a schema under components.schemas");
  }

  @Test
  void oneOfWithoutAName() {
    refusedProperty(
        "a: {description: A., oneOf: [{$ref: '#/components/schemas/Code'}, {type: string}]}",
        "a is a oneOf without a name; make it a schema under components.schemas (in place stands"
            + " only oneOf: [{$ref: ...}, {type: 'null'}])");
  }

  @Test
  void allOf() {
    refusedProperty(
        "a: {description: A., allOf: [{$ref: '#/components/schemas/Code'}]}",
        "a uses allOf, which the generator cannot express; write all properties into one object");
  }

  @Test
  void anyOf() {
    refusedProperty(
        "a: {description: A., anyOf: [{$ref: '#/components/schemas/Code'}]}",
        "a uses anyOf, which the generator cannot express; write a oneOf whose variants can be told"
            + " apart");
  }

  @Test
  void notInAProperty() {
    refusedProperty(
        "a: {description: A., type: string, not: {const: x}}",
        "a uses not, which the generator cannot express; say it in the description");
  }

  @Test
  void notInASchema() {
    refused(
        new TinySpec()
            .with("      required: [id]", "      required: [id]\n      not: {required: [size]}"),
        THING
            + " uses not, which the generator cannot express except between two variants of one"
            + " oneOf");
  }

  @Test
  void additionalProperties() {
    refused(
        new TinySpec()
            .with(
                "      required: [id]",
                "      required: [id]\n      additionalProperties: {type: string}"),
        THING
            + " uses additionalProperties, which the generator cannot express; unknown members are"
            + " skipped anyway; list the known ones");
  }

  @Test
  void pattern() {
    refusedProperty(
        "a: {description: A., type: string, pattern: x+}",
        "a uses pattern, which the generator cannot express; say it in the description");
  }

  @Test
  void defaultValue() {
    refusedProperty(
        "a: {description: A., type: string, default: x}",
        "a uses default, which the generator cannot express; say it in the description");
  }

  @Test
  void deprecatedProperty() {
    refusedProperty(
        "a: {description: A., type: string, deprecated: true}",
        "a uses deprecated, which the generator cannot express; say it in the description");
  }

  @Test
  void lengthOfANumber() {
    refusedProperty(
        "a: {description: A., type: integer, format: int64, maxLength: 3}",
        "a has a minLength or maxLength, but is no text");
  }

  @Test
  void requiredNameWithoutAProperty() {
    refused(
        new TinySpec().with("required: [id]", "required: [id, shape]"),
        THING + ".required names shape, which is no property of this schema");
  }

  @Test
  void optionalConst() {
    refusedProperty(
        "a: {description: A., type: string, const: x}",
        "a is a const that may be absent or null; make it required");
  }

  @Test
  void constOfAnotherType() {
    refused(
        new TinySpec()
            .with("required: [id]", "required: [id, a]")
            .withProperty("a: {description: A., type: integer, format: int64, const: 3}"),
        THING + ".properties.a has a const that is neither a string nor a boolean of its type");
  }

  @Test
  void arrayWithoutItems() {
    refusedProperty(
        "a: {description: A., type: array}",
        "a is an array without items; write items: {} where they may be anything");
  }

  @Test
  void listInAList() {
    refusedProperty(
        "a: {description: A., type: array, items: {type: array, items: {type: string}}}",
        "a.items is a list in a list, which is not supported; name an object between them");
  }

  @Test
  void listWithNulls() {
    refusedProperty(
        "a: {description: A., type: array, items: {type: [string, 'null']}}",
        "a.items may be null; a list of values and nulls is not supported");
  }

  @Test
  void itemsWithALength() {
    refusedProperty(
        "a: {description: A., type: array, items: {type: string, maxLength: 3}}",
        "a.items has a const, a length or a secret; these only properties may have");
  }

  @Test
  void moreThanADescriptionBesideAReference() {
    refusedProperty(
        "a: {description: A., maxLength: 3, $ref: '#/components/schemas/Code'}",
        "a has a $ref and more than a description beside it");
  }

  @Test
  void discriminatorWithoutOneOf() {
    refused(
        new TinySpec()
            .with(
                "      required: [id]",
                "      required: [id]\n      discriminator: {propertyName: id}"),
        THING + " has a discriminator without oneOf");
  }

  @Test
  void referenceToNothing() {
    refusedProperty(
        "a: {description: A., $ref: '#/components/schemas/Nothing'}",
        "a refers to the schema Nothing, which is not there");
  }

  @Test
  void schemaThatIsOnlyAReference() {
    refused(
        new TinySpec().withSchemas("Alias: {$ref: '#/components/schemas/Thing'}\n"),
        "specs/tiny.yaml: components.schemas.Alias is only a reference; refer to the other schema"
            + " where this one is used");
  }

  @Test
  void schemaThatIsATextWithoutValues() {
    refused(
        new TinySpec().withSchemas("Name: {description: N., type: string}\n"),
        "specs/tiny.yaml: components.schemas.Name is no object, no oneOf and no enum; write it"
            + " where it is used");
  }

  @Test
  void enumValueWithoutADescription() {
    refused(
        new TinySpec().with("enum: [bad]", "enum: [bad, worse]"),
        "specs/tiny.yaml: components.schemas.Code.x-enum-descriptions lacks worse; add it: a"
            + " sentence on what the value means");
  }

  @Test
  void schemaThatContainsItself() {
    refused(
        new TinySpec().withProperty("a: {description: A., $ref: '#/components/schemas/Thing'}"),
        THING + " contains itself (Thing > Thing), which the generator cannot express");
  }
}
