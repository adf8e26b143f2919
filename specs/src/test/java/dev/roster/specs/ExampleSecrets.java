package dev.roster.specs;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds texts in examples that could be somebody's real secret. */
final class ExampleSecrets {

  /** The value of a secret member says that it is none. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(".*(\\.\\.\\.|example|sandbox|your|here).*");

  /**
   * Keys with a vendor's prefix, JSON web tokens, bearer headers, PEM blocks, long random words.
   */
  private static final Pattern LOOKS_REAL =
      Pattern.compile(
          "\\b(linked|pp_live|pp_test|cs|id|sk|pk|ghp)_[A-Za-z0-9]{12,}"
              + "|\\beyJ[\\w-]{10,}\\."
              + "|\\b[Bb]earer [\\w.-]{12,}"
              + "|-----BEGIN "
              + "|\\b(?=\\w*[0-9])(?=\\w*[A-Za-z])[A-Za-z0-9]{32,}\\b");

  private ExampleSecrets() {}

  /** The names of the members that a document marks as secret. */
  static List<String> secretNames(SpecDocument document) {
    return document
        .schemas()
        .map(SchemaPlace::at)
        .filter(schema -> schema.text("format").equals("password"))
        .map(Place::name)
        .toList();
  }

  static Stream<Place> find(Place example, List<String> secretNames) {
    return example
        .tree()
        .filter(place -> place.node().isTextual())
        .filter(place -> isSuspicious(place, secretNames));
  }

  private static boolean isSuspicious(Place place, List<String> secretNames) {
    String text = place.node().asText();
    return LOOKS_REAL.matcher(text).find()
        || (secretNames.contains(place.name()) && !PLACEHOLDER.matcher(text).matches());
  }
}
