package dev.roster.calcite.catalog;

import dev.roster.calcite.table.ForeignKey;
import dev.roster.calcite.table.TableKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table or view is.
 *
 * @param schema the name of its schema
 * @param name the name without the schema
 * @param remarks what its rows are
 * @param columns in order
 * @param primaryKey the names of the columns that are unique together, in order; empty if there are
 *     none
 * @param foreignKeys in the order of their columns' declaration
 * @param neededColumn the name of the column without which the table may be impossible to read, or
 *     null if there is none
 * @param query what a view stands for, in SQL; null if it is no view
 * @param inserted the columns that INSERT can give; empty if there is no INSERT
 * @param updated the columns that UPDATE can set; empty if there is no UPDATE
 * @param deletedBy the column that a DELETE must give, or null if there is no DELETE
 */
public record TableDescription(
    String schema,
    String name,
    TableKind kind,
    String remarks,
    List<ColumnDescription> columns,
    List<String> primaryKey,
    List<ForeignKey> foreignKeys,
    @Nullable String neededColumn,
    @Nullable String query,
    List<String> inserted,
    List<String> updated,
    @Nullable String deletedBy) {

  /** Copies the lists. */
  public TableDescription {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    foreignKeys = List.copyOf(foreignKeys);
    inserted = List.copyOf(inserted);
    updated = List.copyOf(updated);
  }

  /** Returns schema and name, such as {@code postpress.own_profile}. */
  public String qualifiedName() {
    return schema + "." + name;
  }

  /** Returns the name of the primary key, or null if there is none. */
  public @Nullable String primaryKeyName() {
    return primaryKey.isEmpty() ? null : name + "_pkey";
  }

  /** Returns the name of a foreign key of this table; no two of a schema have the same. */
  public String nameOf(ForeignKey foreignKey) {
    return name + "_" + foreignKey.column() + "_fkey";
  }
}
