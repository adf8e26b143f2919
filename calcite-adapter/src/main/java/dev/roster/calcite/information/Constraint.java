package dev.roster.calcite.information;

import static dev.roster.calcite.information.InformationSchema.noCatalog;

import dev.roster.bindings.Field;
import dev.roster.calcite.catalog.Catalog;
import dev.roster.calcite.catalog.TableDescription;
import dev.roster.calcite.table.ForeignKey;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A primary or foreign key.
 *
 * @param table the table that has it
 * @param columns the names of its columns, in order
 * @param target the table that a foreign key refers to, or null in a primary key
 */
record Constraint(
    String name, TableDescription table, List<String> columns, @Nullable TableDescription target) {

  /** Returns the keys of all tables. */
  static List<Constraint> all(Catalog catalog) {
    return catalog.tables().stream()
        .flatMap(table -> Stream.concat(primary(table), foreign(table, catalog)))
        .toList();
  }

  private static Stream<Constraint> primary(TableDescription table) {
    return Stream.ofNullable(table.primaryKeyName())
        .map(name -> new Constraint(name, table, table.primaryKey(), null));
  }

  private static Stream<Constraint> foreign(TableDescription table, Catalog catalog) {
    return table.foreignKeys().stream()
        .map(
            key ->
                new Constraint(
                    table.nameOf(key), table, List.of(key.column()), target(table, key, catalog)));
  }

  private static TableDescription target(TableDescription table, ForeignKey key, Catalog catalog) {
    return catalog.tables().stream()
        .filter(other -> other.schema().equals(table.schema()) && other.name().equals(key.table()))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the table whose columns identify a row by it: a foreign key's target. */
  TableDescription identified() {
    return target == null ? table : target;
  }

  /** Returns the name of the primary key that it is, or refers to. */
  String uniqueName() {
    return Objects.requireNonNull(identified().primaryKeyName(), name);
  }

  /** Returns the columns that say which constraint a row is about. */
  static <M> List<Field<M>> identity(Function<M, Constraint> constraint) {
    return List.of(
        noCatalog("constraint_catalog"),
        Field.text(
            "constraint_schema",
            "The schema of its table.",
            row -> constraint.apply(row).table().schema()),
        Field.text("constraint_name", "Its name.", row -> constraint.apply(row).name()));
  }

  /** Returns the columns that say which table a row is about. */
  static <M> List<Field<M>> place(Function<M, TableDescription> table) {
    return List.of(
        noCatalog("table_catalog"),
        Field.text("table_schema", "The schema of the table.", row -> table.apply(row).schema()),
        Field.text("table_name", "The table.", row -> table.apply(row).name()));
  }
}
