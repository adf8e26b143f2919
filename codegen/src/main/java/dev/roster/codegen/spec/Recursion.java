package dev.roster.codegen.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Refuses types that contain themselves: their fields would have no end. */
final class Recursion {

  private Recursion() {}

  static void check(Map<String, Type> types) {
    types.values().forEach(type -> visit(types, type, new ArrayList<>()));
  }

  private static void visit(Map<String, Type> types, Type type, List<String> outer) {
    if (outer.contains(type.name())) {
      throw type.place()
          .error(
              "contains itself ("
                  + String.join(" > ", outer)
                  + " > "
                  + type.name()
                  + "), which the generator cannot express");
    }
    outer.add(type.name());
    inner(type).forEach(name -> visit(types, Objects.requireNonNull(types.get(name)), outer));
    outer.remove(outer.size() - 1);
  }

  private static Stream<String> inner(Type type) {
    if (type instanceof Type.ObjectType object) {
      return object.properties().stream().flatMap(property -> models(property.shape()));
    }
    if (type instanceof Type.UnionType union) {
      return union.variants().stream().map(variant -> variant.object().name());
    }
    return Stream.empty();
  }

  /** Returns the name of the model that a shape holds, at any depth of lists; none for scalars. */
  static Stream<String> models(Shape shape) {
    if (shape instanceof Shape.ModelOf model) {
      return Stream.of(model.type());
    }
    return shape instanceof Shape.ListOf list ? models(list.item()) : Stream.empty();
  }
}
