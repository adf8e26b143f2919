package dev.roster.codegen.emit;

import java.util.List;
import java.util.TreeSet;

/** The imports of one file, sorted, each once. */
final class Imports {

  private final TreeSet<String> names = new TreeSet<>();

  Imports add(String... all) {
    names.addAll(List.of(all));
    return this;
  }

  Imports addIf(boolean condition, String... all) {
    return condition ? add(all) : this;
  }

  List<String> sorted() {
    return List.copyOf(names);
  }
}
