package dev.roster.calcite.procedure;

import dev.roster.bindings.Field;
import dev.roster.calcite.table.Column;
import dev.roster.calcite.table.SqlType;
import java.util.List;

/**
 * One parameter of a procedure. What the spec says of it (type, whether it must be given, the
 * values allowed, its sentence) comes from the {@link Field} of the request model.
 *
 * @param name lower snake case
 * @param kind what its value is; lists, objects and open values are given as JSON text
 * @param required whether it must be given; else NULL or nothing leaves things as they are
 * @param values the values allowed (of a list, for its items), or none if any is
 * @param secret whether its value is never to be shown
 * @param remarks what it is
 */
public record Parameter(
    String name,
    Field.Kind kind,
    boolean required,
    List<String> values,
    boolean secret,
    String remarks) {

  /** Returns the parameter of a field of a request: as it is there, under its SQL name. */
  public static Parameter of(Field<?> field) {
    return new Parameter(
        Column.sqlName(field.path()),
        field.kind(),
        field.required(),
        field.values(),
        field.secret(),
        field.description());
  }

  /** Returns the parameters of all fields of a request, in the spec's order. */
  public static List<Parameter> of(List<? extends Field<?>> fields) {
    return fields.stream().map(Parameter::of).toList();
  }

  /** Returns a parameter that no field describes; optional, any value. */
  public static Parameter of(String name, Field.Kind kind, String remarks) {
    return new Parameter(name, kind, false, List.of(), false, remarks);
  }

  /** Returns this parameter, under another name. */
  public Parameter named(String other) {
    return new Parameter(other, kind, required, values, secret, remarks);
  }

  /** Returns this parameter, but one that must be given. */
  public Parameter mustBeGiven() {
    return new Parameter(name, kind, true, values, secret, remarks);
  }

  /** Returns this parameter, but one that may be left out. */
  public Parameter optional() {
    return new Parameter(name, kind, false, values, secret, remarks);
  }

  /** Returns this parameter with another sentence. */
  public Parameter described(String other) {
    return new Parameter(name, kind, required, values, secret, other);
  }

  /** Returns the SQL type. */
  public SqlType type() {
    return SqlType.of(kind);
  }
}
