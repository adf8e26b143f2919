package dev.roster.specs;

import java.util.List;
import java.util.stream.Stream;

/** What every named oneOf must keep, so that a reader can tell its branches apart. */
final class UnionRules {

  private UnionRules() {}

  /** A discriminator leads to each branch, by the constant that the branch requires. */
  static void discriminators(SpecDocument document, Faults faults) {
    unions(document)
        .map(union -> union.at("discriminator"))
        .filter(Place::exists)
        .forEach(discriminator -> discriminator(document, discriminator, faults));
  }

  private static void discriminator(SpecDocument document, Place discriminator, Faults faults) {
    String property = discriminator.text("propertyName");
    Place mapping = discriminator.at("mapping");
    mapping
        .children()
        .forEach(
            entry -> {
              Place branch = document.resolve(entry.node().asText());
              String constant = branch.at("properties").at(property).text("const");
              if (!constant.equals(entry.name())
                  || !branch.at("required").texts().contains(property)) {
                faults.add(entry, "must require " + property + " with this constant");
              }
            });
    String pointer = discriminator.pointer();
    Place union =
        document.resolve("#" + pointer.substring(0, pointer.length() - "/discriminator".length()));
    branches(union)
        .filter(branch -> !mapping.texts().contains(branch.text("$ref")))
        .forEach(branch -> faults.add(branch, "is not in the discriminator's mapping"));
  }

  /** Without a discriminator, all branches but one require a property that no other branch has. */
  static void markers(SpecDocument document, Faults faults) {
    unions(document)
        .filter(union -> !union.has("discriminator"))
        .forEach(
            union -> {
              List<Place> branches = branches(union).map(document::follow).toList();
              long unmarked =
                  branches.stream().filter(branch -> !hasMarker(branch, branches)).count();
              if (unmarked > 1) {
                faults.add(union, "has branches that nothing tells apart");
              }
            });
  }

  private static boolean hasMarker(Place branch, List<Place> branches) {
    return branch.at("required").texts().stream()
        .anyMatch(
            name ->
                branches.stream()
                    .filter(other -> !other.equals(branch))
                    .noneMatch(other -> other.at("properties").has(name)));
  }

  private static Stream<Place> unions(SpecDocument document) {
    return document.components().filter(schema -> schema.has("oneOf"));
  }

  private static Stream<Place> branches(Place union) {
    return union.at("oneOf").children();
  }
}
