package dev.roster.calcite.information;

import static dev.roster.calcite.information.InformationSchema.constant;
import static dev.roster.calcite.information.InformationSchema.noCatalog;

import dev.roster.bindings.Field;
import dev.roster.calcite.catalog.Catalog;
import dev.roster.calcite.table.ApiTable;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The table {@code referential_constraints}: one row a foreign key. */
final class ReferentialConstraintsTable {

  private static final String NOTHING = "NO ACTION";

  private static final List<Field<Constraint>> FIELDS =
      Stream.of(
              Constraint.<Constraint>identity(Function.identity()),
              List.<Field<Constraint>>of(
                  noCatalog("unique_constraint_catalog"),
                  Field.text(
                      "unique_constraint_schema",
                      "The schema of the table that it refers to.",
                      key -> key.identified().schema()),
                  Field.text(
                      "unique_constraint_name",
                      "The primary key that it refers to.",
                      Constraint::uniqueName),
                  constant("match_option", "NONE", "NONE: a value that is NULL refers to nothing."),
                  constant("update_rule", NOTHING, "NO ACTION: nothing enforces the key."),
                  constant("delete_rule", NOTHING, "NO ACTION: nothing enforces the key.")))
          .flatMap(List::stream)
          .toList();

  private ReferentialConstraintsTable() {}

  static ApiTable<Constraint> table(Supplier<Catalog> catalog) {
    return InformationSchema.table(
        "referential_constraints",
        "One row a foreign key.",
        FIELDS,
        catalog,
        known -> Constraint.all(known).stream().filter(key -> key.target() != null).toList());
  }
}
