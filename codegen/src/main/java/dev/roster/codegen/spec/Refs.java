package dev.roster.codegen.spec;

import org.jspecify.annotations.Nullable;

/** References between components of one document. */
final class Refs {

  static final String SCHEMAS = "#/components/schemas/";

  private Refs() {}

  /** Returns the name of the component of that {@code kind} which {@code ref} points at. */
  static String name(Place place, String kind, String ref) {
    String start = "#/components/" + kind + "/";
    if (!ref.startsWith(start)) {
      throw place.error("refers to " + ref + "; refer to a component of this file, " + start + "…");
    }
    return ref.substring(start.length());
  }

  /** Returns the schema's name that {@code ref} points at, or null where there is no reference. */
  static @Nullable String schema(Place place, @Nullable String ref) {
    return ref == null ? null : name(place, "schemas", ref);
  }
}
