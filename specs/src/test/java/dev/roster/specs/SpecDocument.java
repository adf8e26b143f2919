package dev.roster.specs;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One OpenAPI document, read but not yet believed.
 *
 * @param file its file name, such as {@code linkedapi.yaml}
 * @param root the whole of it
 */
record SpecDocument(String file, Place root) {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** Refuses a key that stands twice in one object, of which YAML would keep the last. */
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * Reads a document.
   *
   * @throws UncheckedIOException if the file is no YAML or names a key twice
   */
  static SpecDocument read(Path path) {
    try {
      JsonNode tree = YAML.readTree(path.toFile());
      return new SpecDocument(String.valueOf(path.getFileName()), new Place("", tree));
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Every operation, in the document's order. */
  Stream<Place> operations() {
    return root.at("paths")
        .children()
        .flatMap(Place::children)
        .filter(place -> METHODS.contains(place.name()));
  }

  /** Every named schema. */
  Stream<Place> components() {
    return root.at("components").at("schemas").children();
  }

  Place component(String name) {
    return root.at("components").at("schemas").at(name);
  }

  /** Every schema, named and inline, with the part that it plays. */
  Stream<SchemaPlace> schemas() {
    Stream<SchemaPlace> named = components().map(SchemaPlace.Part.COMPONENT::at);
    Stream<SchemaPlace> inline =
        Stream.concat(
                root.at("paths").tree(),
                root.at("components")
                    .children()
                    .filter(section -> !section.name().equals("schemas"))
                    .flatMap(Place::tree))
            .filter(place -> place.name().equals("schema"))
            .map(SchemaPlace.Part.CONTENT::at);
    return Stream.concat(named, inline).flatMap(SchemaPlace::tree);
  }

  /**
   * What a reference within this document means; missing when it dangles or leaves the document.
   */
  Place resolve(String reference) {
    if (!reference.startsWith("#/")) {
      return root.at(reference);
    }
    Place place = root;
    for (String step : reference.substring(2).split("/", -1)) {
      place = place.at(step.replace("~1", "/").replace("~0", "~"));
    }
    return place;
  }

  /** The place itself, or what it refers to. */
  Place follow(Place place) {
    return place.find("$ref").map(this::resolve).orElse(place);
  }
}
