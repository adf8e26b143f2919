package dev.roster.calcite.catalog;

import java.util.List;

/**
 * What a procedure is. It is a table function too: {@code SELECT * FROM TABLE(p(...))} gives the
 * same rows as {@code CALL p(...)}.
 *
 * @param schema the name of its schema
 * @param name the name without the schema; no two of a schema have the same
 * @param remarks what it does
 * @param parameters in order; all go in
 * @param columns the columns of its rows, in order
 */
public record RoutineDescription(
    String schema,
    String name,
    String remarks,
    List<ParameterDescription> parameters,
    List<ColumnDescription> columns) {

  /** Copies the lists. */
  public RoutineDescription {
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
  }
}
