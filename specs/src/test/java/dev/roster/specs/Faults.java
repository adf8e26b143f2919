package dev.roster.specs;

import java.util.ArrayList;
import java.util.List;

/** Collects what the rules find in one document. */
final class Faults {

  private final String file;
  private final List<Fault> found = new ArrayList<>();

  Faults(String file) {
    this.file = file;
  }

  void add(Place place, String message) {
    addIn(file, place.pointer(), message);
  }

  /** Reports a fault in another file, such as an example of the document. */
  void addIn(String otherFile, String pointer, String message) {
    found.add(new Fault(otherFile, pointer, message));
  }

  List<Fault> found() {
    return List.copyOf(found);
  }
}
