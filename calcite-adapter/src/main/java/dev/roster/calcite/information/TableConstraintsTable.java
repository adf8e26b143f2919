package dev.roster.calcite.information;

import static dev.roster.calcite.information.InformationSchema.NO;
import static dev.roster.calcite.information.InformationSchema.constant;

import dev.roster.bindings.Field;
import dev.roster.calcite.catalog.Catalog;
import dev.roster.calcite.table.ApiTable;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The table {@code table_constraints}: one row a primary or foreign key. */
final class TableConstraintsTable {

  private static final List<Field<Constraint>> FIELDS =
      Stream.of(
              Constraint.<Constraint>identity(Function.identity()),
              Constraint.place(Constraint::table),
              List.<Field<Constraint>>of(
                  Field.text(
                      "constraint_type",
                      "PRIMARY KEY or FOREIGN KEY.",
                      key -> key.target() == null ? "PRIMARY KEY" : "FOREIGN KEY"),
                  constant("is_deferrable", NO, "NO: there are no transactions."),
                  constant("initially_deferred", NO, "NO: there are no transactions."),
                  constant(
                      "enforced",
                      NO,
                      "NO: the provider's documents say that it holds; nothing checks it.")))
          .flatMap(List::stream)
          .toList();

  private TableConstraintsTable() {}

  static ApiTable<Constraint> table(Supplier<Catalog> catalog) {
    return InformationSchema.table(
        "table_constraints",
        "One row a primary or foreign key of a table.",
        FIELDS,
        catalog,
        Constraint::all);
  }
}
