package dev.roster.specs;

import java.util.Set;
import java.util.regex.Pattern;

/** What every schema must keep, so that it becomes a Java type with a name. */
final class SchemaRules {

  /** The keywords that the generator understands; "not" keeps two branches of a oneOf apart. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "$ref",
          "description",
          "type",
          "format",
          "const",
          "enum",
          "oneOf",
          "not",
          "discriminator",
          "required",
          "properties",
          "items",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems");

  private static final Set<String> INTEGER_FORMATS = Set.of("int32", "int64");
  private static final Set<String> NUMBER_FORMATS = Set.of("float", "double");
  private static final Pattern SECRET =
      Pattern.compile(".*(token|secret|password|api_?key)", Pattern.CASE_INSENSITIVE);

  private SchemaRules() {}

  /** A schema has no other keywords: JSON Schema would ignore a mistyped one without a word. */
  static void keywords(SpecDocument document, Faults faults) {
    document
        .schemas()
        .flatMap(schema -> schema.at().children())
        .filter(keyword -> !keyword.name().startsWith("x-"))
        .filter(keyword -> !KEYWORDS.contains(keyword.name()))
        .forEach(keyword -> faults.add(keyword, "is no keyword that these specs use in a schema"));
  }

  /**
   * A schema says its type, unless it is a reference, a union or the empty schema that allows
   * anything.
   */
  static void types(SpecDocument document, Faults faults) {
    document
        .schemas()
        .map(SchemaPlace::at)
        .filter(schema -> !schema.has("type") && !schema.has("$ref") && !schema.has("oneOf"))
        .filter(schema -> !schema.node().isEmpty())
        .forEach(schema -> faults.add(schema, "has no type"));
  }

  /** A number says how large or how exact it may be, or it would become a BigDecimal. */
  static void numberFormats(SpecDocument document, Faults faults) {
    document
        .schemas()
        .forEach(
            schema -> {
              String format = schema.at().text("format");
              if (schema.isOfType("integer") && !INTEGER_FORMATS.contains(format)) {
                faults.add(schema.at(), "is an integer and needs the format int32 or int64");
              }
              if (schema.isOfType("number") && !NUMBER_FORMATS.contains(format)) {
                faults.add(schema.at(), "is a number and needs the format float or double");
              }
            });
  }

  /** A required name has a property; a mistyped one would make every answer invalid. */
  static void requiredNames(SpecDocument document, Faults faults) {
    document
        .schemas()
        .map(SchemaPlace::at)
        .forEach(
            schema ->
                schema
                    .at("required")
                    .children()
                    .filter(name -> !schema.at("properties").has(name.node().asText()))
                    .forEach(name -> faults.add(name, "is required but no property")));
  }

  /** What becomes a Java type of its own has a name of its own. */
  static void namedComponents(SpecDocument document, Faults faults) {
    document
        .schemas()
        .filter(schema -> schema.part() != SchemaPlace.Part.COMPONENT)
        .map(SchemaPlace::at)
        .forEach(
            schema -> {
              if (schema.has("enum")) {
                faults.add(schema, "is an enum without a name; make it a component");
              }
              if (schema.has("properties") || schema.text("type").equals("object")) {
                faults.add(schema, "is an object without a name; make it a component");
              }
              if (schema.has("oneOf") && !isNullableReference(schema)) {
                faults.add(schema, "is a union without a name; make it a component");
              }
            });
  }

  private static boolean isNullableReference(Place schema) {
    Place branches = schema.at("oneOf");
    return branches.node().size() == 2
        && branches.at(0).has("$ref")
        && branches.at(1).text("type").equals("null");
  }

  /** What is named like a secret is marked as one, so that nothing prints it. */
  static void secrets(SpecDocument document, Faults faults) {
    document
        .schemas()
        .filter(schema -> schema.part() == SchemaPlace.Part.PROPERTY)
        .map(SchemaPlace::at)
        .filter(property -> SECRET.matcher(property.name()).matches())
        .filter(property -> !property.text("format").equals("password"))
        .forEach(property -> faults.add(property, "is a secret and needs the format password"));
  }
}
