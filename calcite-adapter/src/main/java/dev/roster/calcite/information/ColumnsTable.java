package dev.roster.calcite.information;

import static dev.roster.calcite.information.InformationSchema.NO;
import static dev.roster.calcite.information.InformationSchema.YES;
import static dev.roster.calcite.information.InformationSchema.absent;
import static dev.roster.calcite.information.InformationSchema.constant;
import static dev.roster.calcite.information.InformationSchema.noCatalog;

import dev.roster.bindings.Field;
import dev.roster.calcite.catalog.Catalog;
import dev.roster.calcite.catalog.ColumnDescription;
import dev.roster.calcite.catalog.TableDescription;
import dev.roster.calcite.table.ApiTable;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The table {@code columns}: one row a column of a table or view. */
final class ColumnsTable {

  private record Row(TableDescription table, int index) {
    ColumnDescription column() {
      return table.columns().get(index);
    }
  }

  private static final List<Field<Row>> PLACE =
      List.of(
          noCatalog("table_catalog"),
          Field.text("table_schema", "The schema of its table.", row -> row.table().schema()),
          Field.text("table_name", "Its table.", row -> row.table().name()),
          Field.text("column_name", "The name.", row -> row.column().name()),
          Field.integer(
              "ordinal_position", "Its place in the table, from 1.", row -> row.index() + 1L),
          absent("column_default", "NULL: no column has a default."),
          Field.text(
              "is_nullable",
              "YES if a value may be NULL, otherwise NO.",
              row -> row.column().nullable() ? YES : NO));

  private static final List<Field<Row>> REST =
      List.of(
          absent("character_set_name", "NULL: there is one character set, Unicode."),
          absent("collation_name", "NULL: text is compared by its code points."),
          constant("is_identity", NO, "NO: no column numbers its rows."),
          constant("is_generated", "NEVER", "NEVER: no column is computed."),
          absent("generation_expression", "NULL: no column is computed."),
          Field.text(
              "is_updatable",
              "YES if UPDATE can set it, otherwise NO.",
              row -> row.table().updated().contains(row.column().name()) ? YES : NO),
          Field.text("remarks", "What its values are.", row -> row.column().remarks()));

  private static final List<Field<Row>> FIELDS =
      Stream.of(PLACE, TypeFields.<Row>of(row -> row.column().type()), REST)
          .flatMap(List::stream)
          .toList();

  private ColumnsTable() {}

  static ApiTable<?> table(Supplier<Catalog> catalog) {
    return InformationSchema.table(
        "columns",
        "One row a column of a table or view of any schema.",
        FIELDS,
        catalog,
        known -> known.tables().stream().flatMap(ColumnsTable::rows).toList());
  }

  private static Stream<Row> rows(TableDescription table) {
    return IntStream.range(0, table.columns().size()).mapToObj(index -> new Row(table, index));
  }
}
