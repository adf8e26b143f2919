package dev.roster.calcite.information;

import static dev.roster.calcite.information.InformationSchema.NO;
import static dev.roster.calcite.information.InformationSchema.absent;
import static dev.roster.calcite.information.InformationSchema.constant;
import static dev.roster.calcite.information.InformationSchema.noCatalog;

import dev.roster.bindings.Field;
import dev.roster.calcite.catalog.Catalog;
import dev.roster.calcite.catalog.RoutineDescription;
import dev.roster.calcite.table.ApiTable;
import java.util.List;
import java.util.function.Supplier;

/** The table {@code routines}: one row a procedure. */
final class RoutinesTable {

  private static final List<Field<RoutineDescription>> FIELDS =
      List.of(
          noCatalog("specific_catalog"),
          Field.text("specific_schema", "The name of its schema.", RoutineDescription::schema),
          Field.text("specific_name", "The name without the schema.", RoutineDescription::name),
          noCatalog("routine_catalog"),
          Field.text("routine_schema", "The name of its schema.", RoutineDescription::schema),
          Field.text("routine_name", "The name without the schema.", RoutineDescription::name),
          constant(
              "routine_type", "PROCEDURE", "PROCEDURE; SELECT * FROM TABLE(p(…)) works as well."),
          absent("data_type", "NULL: a procedure returns rows, not a value."),
          constant("routine_body", "EXTERNAL", "EXTERNAL: it is no SQL."),
          absent("routine_definition", "NULL: it is no SQL."),
          constant("external_language", "JAVA", "JAVA."),
          constant("is_deterministic", NO, "NO: it changes something, or waits for a change."),
          Field.text("remarks", "What it does.", RoutineDescription::remarks));

  private RoutinesTable() {}

  static ApiTable<RoutineDescription> table(Supplier<Catalog> catalog) {
    return InformationSchema.table(
        "routines", "One row a procedure of any schema.", FIELDS, catalog, Catalog::routines);
  }
}
