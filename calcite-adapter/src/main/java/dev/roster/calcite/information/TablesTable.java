package dev.roster.calcite.information;

import static dev.roster.calcite.information.InformationSchema.NO;
import static dev.roster.calcite.information.InformationSchema.YES;
import static dev.roster.calcite.information.InformationSchema.absent;
import static dev.roster.calcite.information.InformationSchema.constant;
import static dev.roster.calcite.information.InformationSchema.noCatalog;

import dev.roster.bindings.Field;
import dev.roster.calcite.catalog.Catalog;
import dev.roster.calcite.catalog.TableDescription;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.TableKind;
import java.util.List;
import java.util.function.Supplier;

/** The table {@code tables}: one row a table or view. */
final class TablesTable {

  private static final String UNTYPED = "NULL: no table is made of a type.";

  private static final List<Field<TableDescription>> FIELDS =
      List.of(
          noCatalog("table_catalog"),
          Field.text("table_schema", "The name of its schema.", TableDescription::schema),
          Field.text("table_name", "The name without the schema.", TableDescription::name),
          Field.text(
              "table_type",
              "BASE TABLE, VIEW, or SYSTEM TABLE for what tells of the others.",
              table -> type(table.kind())),
          absent("self_referencing_column_name", UNTYPED),
          absent("reference_generation", UNTYPED),
          absent("user_defined_type_catalog", UNTYPED),
          absent("user_defined_type_schema", UNTYPED),
          absent("user_defined_type_name", UNTYPED),
          Field.text(
              "is_insertable_into",
              "YES if INSERT can add rows, otherwise NO.",
              table -> table.inserted().isEmpty() ? NO : YES),
          constant("is_typed", NO, "NO: no table is made of a type."),
          absent("commit_action", "NULL: no table is temporary."),
          Field.text("remarks", "What its rows are.", TableDescription::remarks));

  private TablesTable() {}

  static ApiTable<TableDescription> table(Supplier<Catalog> catalog) {
    return InformationSchema.table(
        "tables", "One row a table or view of any schema.", FIELDS, catalog, Catalog::tables);
  }

  // The standard's name; JDBC says TABLE.
  private static String type(TableKind kind) {
    return kind == TableKind.TABLE ? "BASE TABLE" : kind.jdbcName();
  }
}
