package dev.roster.calcite.information;

import static dev.roster.calcite.information.InformationSchema.absent;
import static dev.roster.calcite.information.InformationSchema.noCatalog;

import dev.roster.bindings.Field;
import dev.roster.calcite.catalog.Catalog;
import dev.roster.calcite.table.ApiTable;
import java.util.List;
import java.util.function.Supplier;

/** The table {@code schemata}: one row a schema. */
final class SchemataTable {

  private static final String ONE_CHARACTER_SET = "NULL: there is one character set, Unicode.";

  private static final List<Field<String>> FIELDS =
      List.of(
          noCatalog("catalog_name"),
          Field.text("schema_name", "The name of the schema.", name -> name),
          absent("schema_owner", "NULL: schemas have no owner."),
          absent("default_character_set_catalog", ONE_CHARACTER_SET),
          absent("default_character_set_schema", ONE_CHARACTER_SET),
          absent("default_character_set_name", ONE_CHARACTER_SET),
          absent("sql_path", "NULL: no other schema is searched."));

  private SchemataTable() {}

  static ApiTable<String> table(Supplier<Catalog> catalog) {
    return InformationSchema.table(
        "schemata", "One row a schema.", FIELDS, catalog, Catalog::schemas);
  }
}
