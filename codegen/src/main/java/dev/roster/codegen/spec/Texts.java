package dev.roster.codegen.spec;

import org.jspecify.annotations.Nullable;

/** Sentences of a spec. */
final class Texts {

  private Texts() {}

  /** Returns the description, without space at its ends; every place must have one. */
  static String described(Place place, @Nullable String description) {
    if (description == null || description.isBlank()) {
      throw place.error("has no description; it becomes the Javadoc and the column's comment");
    }
    return description.strip();
  }
}
