package dev.roster.jdbc.rows;

import java.sql.ResultSetMetaData;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.Meta;
import org.jspecify.annotations.Nullable;

/**
 * A column of rows.
 *
 * @param label what the statement calls it
 * @param name what its table calls it; the label, if it is of no table
 * @param table its table, or empty
 * @param schema the table's schema, or empty
 * @param nullable one of the numbers of {@link ResultSetMetaData}
 */
record ResultColumn(
    String label, String name, String table, String schema, int nullable, ValueType type) {

  /** Returns a column of no table, whose values may be null. */
  static ResultColumn of(String name, ValueType type) {
    return new ResultColumn(name, name, "", "", ResultSetMetaData.columnNullable, type);
  }

  /** Returns the columns of what Calcite has prepared. */
  static List<ResultColumn> of(Meta.Signature prepared) {
    return prepared.columns.stream().map(ResultColumn::of).toList();
  }

  static ResultColumn of(ColumnMetaData column) {
    String label = Objects.requireNonNullElse(column.label, "");
    return new ResultColumn(
        label,
        Objects.requireNonNullElse(column.columnName, label),
        orEmpty(column.tableName),
        orEmpty(column.schemaName),
        column.nullable,
        ValueType.of(column.type, column.precision, column.scale));
  }

  private static String orEmpty(@Nullable String name) {
    return Objects.requireNonNullElse(name, "");
  }
}
