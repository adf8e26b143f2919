package dev.roster.calcite.information;

import static dev.roster.calcite.information.InformationSchema.NO;
import static dev.roster.calcite.information.InformationSchema.constant;
import static dev.roster.calcite.information.InformationSchema.noCatalog;
import static dev.roster.calcite.information.InformationSchema.optionalText;

import dev.roster.bindings.Field;
import dev.roster.calcite.catalog.Catalog;
import dev.roster.calcite.catalog.TableDescription;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.TableKind;
import java.util.List;
import java.util.function.Supplier;

/** The table {@code views}: one row a view. */
final class ViewsTable {

  private static final String READ_ONLY = "NO: a view is only read.";

  private static final List<Field<TableDescription>> FIELDS =
      List.of(
          noCatalog("table_catalog"),
          Field.text("table_schema", "The name of its schema.", TableDescription::schema),
          Field.text("table_name", "The name without the schema.", TableDescription::name),
          optionalText("view_definition", "The query that it stands for.", TableDescription::query),
          constant("check_option", "NONE", "NONE: a view is only read."),
          constant("is_updatable", NO, READ_ONLY),
          constant("is_insertable_into", NO, READ_ONLY),
          constant("is_trigger_updatable", NO, READ_ONLY),
          constant("is_trigger_deletable", NO, READ_ONLY),
          constant("is_trigger_insertable_into", NO, READ_ONLY));

  private ViewsTable() {}

  static ApiTable<TableDescription> table(Supplier<Catalog> catalog) {
    return InformationSchema.table(
        "views",
        "One row a view of any schema, with its query.",
        FIELDS,
        catalog,
        known -> known.tables().stream().filter(table -> table.kind() == TableKind.VIEW).toList());
  }
}
