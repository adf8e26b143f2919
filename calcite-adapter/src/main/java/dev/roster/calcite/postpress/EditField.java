package dev.roster.calcite.postpress;

import dev.roster.bindings.Field;
import dev.roster.calcite.procedure.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value that an edit can carry.
 *
 * @param path where it stands in the request, such as {@code location}, {@code id}
 * @param parameter what sets it; lists are given as JSON text
 * @param fileName what names the file that {@code parameter} holds, or null if it holds none
 */
record EditField(List<String> path, Parameter parameter, @Nullable Parameter fileName) {

  /**
   * Returns the values below a part of the request, nested ones included. What the spec leaves no
   * choice about ({@code type} is LINKEDIN) is no value: the request has it anyway.
   *
   * @param part the path of the part, which the names of the parameters do without; empty for the
   *     request itself
   * @param fields the fields of the part
   */
  static <M> List<EditField> of(List<String> part, List<Field<M>> fields) {
    List<Field<M>> leaves =
        Field.flatten(fields).stream().filter(field -> !isConstant(field)).toList();
    List<String> names = FlatNames.of(leaves.stream().map(Field::path).toList());
    List<EditField> all = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      all.add(of(part, leaves.get(i), names.get(i)));
    }
    return all;
  }

  private static EditField of(List<String> part, Field<?> field, String name) {
    List<String> path = new ArrayList<>(part);
    path.addAll(field.path());
    return new EditField(
        List.copyOf(path),
        Parameter.of(field).named(name),
        field.kind() == Field.Kind.BINARY ? fileName(name) : null);
  }

  private static Parameter fileName(String file) {
    return Parameter.of(
        file + "_name",
        Field.Kind.TEXT,
        "The name of the file in " + file + "; its ending, such as .jpg, tells the media type.");
  }

  private static boolean isConstant(Field<?> field) {
    return field.kind() == Field.Kind.TEXT && field.required() && field.values().size() == 1;
  }

  /** Returns what an SQL statement gives to set the value: one parameter, or two for a file. */
  List<Parameter> parameters() {
    return fileName == null ? List.of(parameter) : List.of(parameter, fileName);
  }

  /** Returns whether this value is, or stands in, what {@code path} names. */
  boolean isWithin(List<String> path) {
    return this.path.size() >= path.size() && this.path.subList(0, path.size()).equals(path);
  }

  /** Returns whether {@code path} names this value, or something in it (it is a list then). */
  boolean isOrContains(List<String> path) {
    return path.size() >= this.path.size() && path.subList(0, this.path.size()).equals(this.path);
  }
}
