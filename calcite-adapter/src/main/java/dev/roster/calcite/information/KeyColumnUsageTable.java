package dev.roster.calcite.information;

import dev.roster.bindings.Field;
import dev.roster.calcite.catalog.Catalog;
import dev.roster.calcite.table.ApiTable;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The table {@code key_column_usage}: one row a column of a primary or foreign key. */
final class KeyColumnUsageTable {

  private record Row(Constraint key, int index) {}

  private static final List<Field<Row>> FIELDS =
      Stream.of(
              Constraint.identity(Row::key),
              Constraint.<Row>place(row -> row.key().table()),
              List.<Field<Row>>of(
                  Field.text(
                      "column_name", "The column.", row -> row.key().columns().get(row.index())),
                  Field.integer(
                      "ordinal_position", "Its place in the key, from 1.", row -> row.index() + 1L),
                  Field.<Row>integer(
                          "position_in_unique_constraint",
                          "The place in the primary key that a foreign key refers to, from 1; NULL"
                              + " in a primary key.",
                          row -> row.key().target() == null ? null : (Long) (row.index() + 1L))
                      .orNull()))
          .flatMap(List::stream)
          .toList();

  private KeyColumnUsageTable() {}

  static ApiTable<?> table(Supplier<Catalog> catalog) {
    return InformationSchema.table(
        "key_column_usage",
        "One row a column of a primary or foreign key.",
        FIELDS,
        catalog,
        known -> Constraint.all(known).stream().flatMap(KeyColumnUsageTable::rows).toList());
  }

  private static Stream<Row> rows(Constraint key) {
    return IntStream.range(0, key.columns().size()).mapToObj(index -> new Row(key, index));
  }
}
