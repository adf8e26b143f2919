package dev.roster.calcite.information;

import dev.roster.bindings.Field;
import dev.roster.calcite.catalog.Catalog;
import dev.roster.calcite.table.ApiTable;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The table {@code constraint_column_usage}: one row a column that a key stands on, which in a
 * foreign key is the one that it refers to.
 */
final class ConstraintColumnUsageTable {

  private record Row(Constraint key, String column) {}

  private static final List<Field<Row>> FIELDS =
      Stream.of(
              Constraint.<Row>place(row -> row.key().identified()),
              List.<Field<Row>>of(Field.text("column_name", "The column.", Row::column)),
              Constraint.identity(Row::key))
          .flatMap(List::stream)
          .toList();

  private ConstraintColumnUsageTable() {}

  static ApiTable<?> table(Supplier<Catalog> catalog) {
    return InformationSchema.table(
        "constraint_column_usage",
        "One row a column that a primary key consists of or a foreign key refers to.",
        FIELDS,
        catalog,
        known -> Constraint.all(known).stream().flatMap(ConstraintColumnUsageTable::rows).toList());
  }

  private static Stream<Row> rows(Constraint key) {
    return key.identified().primaryKey().stream().map(column -> new Row(key, column));
  }
}
