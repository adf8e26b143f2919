package dev.roster.specs;

import java.util.stream.Stream;

/**
 * A schema and the part that it plays in the document.
 *
 * @param at where it stands
 * @param part what it is there for
 */
record SchemaPlace(Place at, Part part) {

  /** What a schema is there for. */
  enum Part {
    /** It has a name under components. */
    COMPONENT,
    /** It describes a body or a parameter. */
    CONTENT,
    /** It describes a member of an object. */
    PROPERTY,
    /** It describes the items of an array. */
    ITEMS,
    /** It is a branch of a oneOf or another combination. */
    BRANCH;

    SchemaPlace at(Place place) {
      return new SchemaPlace(place, this);
    }
  }

  /** This schema and those within it, without following references. */
  Stream<SchemaPlace> tree() {
    return Stream.of(
            Stream.of(this),
            at.at("properties").children().map(Part.PROPERTY::at).flatMap(SchemaPlace::tree),
            Stream.of("items", "additionalProperties")
                .map(at::at)
                .filter(place -> place.node().isObject())
                .map(Part.ITEMS::at)
                .flatMap(SchemaPlace::tree),
            Stream.of("oneOf", "anyOf", "allOf")
                .flatMap(keyword -> at.at(keyword).children())
                .map(Part.BRANCH::at)
                .flatMap(SchemaPlace::tree),
            Stream.of(at.at("not"))
                .filter(Place::exists)
                .map(Part.BRANCH::at)
                .flatMap(SchemaPlace::tree))
        .flatMap(schemas -> schemas);
  }

  /** Whether one of its types is this one. */
  boolean isOfType(String type) {
    Place types = at.at("type");
    return types.node().asText().equals(type) || types.texts().contains(type);
  }
}
