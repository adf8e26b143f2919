package dev.roster.calcite.catalog;

import dev.roster.calcite.table.Column;
import dev.roster.calcite.table.SqlType;
import java.util.List;

/**
 * A column of a table or of a procedure's rows. No column has a default value.
 *
 * @param name lower snake case
 * @param nullable whether a value may be null
 * @param remarks what it is
 */
public record ColumnDescription(String name, SqlType type, boolean nullable, String remarks) {

  /** Returns what declared columns are, without where their values come from. */
  public static List<ColumnDescription> of(List<? extends Column<?>> columns) {
    return columns.stream()
        .map(
            column ->
                new ColumnDescription(
                    column.name(), column.type(), column.nullable(), column.remarks()))
        .toList();
  }
}
