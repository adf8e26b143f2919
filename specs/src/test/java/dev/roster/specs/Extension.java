package dev.roster.specs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * An extension of OpenAPI that the specs use; README.md beside the documents explains each.
 *
 * @param key its name, which begins with x-
 * @param where the JSON pointers of the objects that may carry it, as a pattern
 * @param form what its value must be, in words
 * @param isValid what its value must be, as a test
 */
record Extension(String key, String where, String form, Predicate<JsonNode> isValid) {

  private static final String INFO = "/info";
  private static final String OPERATION = "/paths/[^/]+/[a-z]+";
  private static final String RESPONSE = OPERATION + "/responses/[^/]+";
  private static final String REQUEST = OPERATION + "/requestBody/content/[^/]+";
  private static final String SCHEMA = "/components/schemas/[^/]+";
  private static final String PROPERTY = SCHEMA + "/properties/[^/]+";
  private static final String ANYWHERE = ".+";

  private static final String PATHS = "a list of dotted paths";
  private static final Set<String> EVIDENCE = Set.of("documented", "observed", "inferred");

  static final List<Extension> ALL =
      List.of(
          new Extension("x-provider", INFO, "an id in lower case", text("[a-z]+")),
          new Extension("x-operation-name", OPERATION, "group.name", text("\\w+\\.\\w+")),
          new Extension("x-read-only", OPERATION, "true", Extension::isTrue),
          new Extension("x-irreversible", OPERATION, "true", Extension::isTrue),
          new Extension(
              "x-source", OPERATION, "{document, section, evidence}", Extension::isSource),
          new Extension("x-request-rate", OPERATION, "{requests, seconds}", Extension::isRate),
          new Extension("x-error-types", RESPONSE, "a list of error types", texts(".+")),
          new Extension("x-error-type-at", SCHEMA, PATHS, texts("\\w+(\\.\\w+)*")),
          new Extension("x-error-message-at", SCHEMA, PATHS, texts("\\w+(\\.\\w+)*")),
          new Extension("x-envelope-payload", SCHEMA, "a property's name", text("\\w+")),
          new Extension("x-envelope-success", SCHEMA, "a property's name", text("\\w+")),
          new Extension(
              "x-enum-descriptions", SCHEMA, "a sentence for each value", JsonNode::isObject),
          new Extension("x-multipart-notation", REQUEST, "bracket", text("bracket")),
          new Extension("x-extension", PROPERTY, "true", Extension::isTrue),
          new Extension(
              "x-decision", ANYWHERE, "a list of decisions such as A17", texts("A[1-9][0-9]?")));

  static Optional<Extension> of(String key) {
    return ALL.stream().filter(extension -> extension.key.equals(key)).findFirst();
  }

  /** Whether it may stand on the object with this pointer. */
  boolean mayStandAt(String pointer) {
    return pointer.matches(where);
  }

  private static boolean isTrue(JsonNode value) {
    return value.isBoolean() && value.asBoolean();
  }

  private static boolean isSource(JsonNode value) {
    return value.size() == 3
        && !value.path("document").asText("").isBlank()
        && !value.path("section").asText("").isBlank()
        && EVIDENCE.contains(value.path("evidence").asText());
  }

  private static boolean isRate(JsonNode value) {
    return value.size() == 2
        && value.path("requests").asInt() > 0
        && value.path("seconds").asInt() > 0;
  }

  private static Predicate<JsonNode> text(String pattern) {
    return value -> value.isTextual() && value.asText().matches(pattern);
  }

  private static Predicate<JsonNode> texts(String pattern) {
    Predicate<JsonNode> isItem = text(pattern);
    return value ->
        value.isArray()
            && !value.isEmpty()
            && StreamSupport.stream(value.spliterator(), false).allMatch(isItem);
  }
}
