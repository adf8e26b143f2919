package dev.roster.specs;

/**
 * Every x- key of a document is one that {@link Extension} knows, where it belongs and well formed.
 */
final class ExtensionRules {

  private ExtensionRules() {}

  static void extensionsAreKnown(SpecDocument document, Faults faults) {
    document
        .root()
        .tree()
        .filter(place -> place.name().startsWith("x-"))
        .forEach(place -> check(place, faults));
  }

  private static void check(Place place, Faults faults) {
    Extension extension = Extension.of(place.name()).orElse(null);
    String owner = place.pointer().substring(0, place.pointer().lastIndexOf('/'));
    if (extension == null) {
      faults.add(place, "is no extension that README.md defines");
    } else if (!extension.mayStandAt(owner)) {
      faults.add(place, "does not belong here");
    } else if (!extension.isValid().test(place.node())) {
      faults.add(place, "must be " + extension.form());
    }
  }
}
