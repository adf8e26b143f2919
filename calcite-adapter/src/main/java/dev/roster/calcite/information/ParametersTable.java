package dev.roster.calcite.information;

import static dev.roster.calcite.information.InformationSchema.NO;
import static dev.roster.calcite.information.InformationSchema.constant;
import static dev.roster.calcite.information.InformationSchema.noCatalog;
import static dev.roster.calcite.information.InformationSchema.optionalText;

import dev.roster.bindings.Field;
import dev.roster.calcite.catalog.Catalog;
import dev.roster.calcite.catalog.ParameterDescription;
import dev.roster.calcite.catalog.RoutineDescription;
import dev.roster.calcite.table.ApiTable;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The table {@code parameters}: one row a parameter of a procedure. */
final class ParametersTable {

  private record Row(RoutineDescription routine, int index) {
    ParameterDescription parameter() {
      return routine.parameters().get(index);
    }
  }

  private static final List<Field<Row>> PLACE =
      List.of(
          noCatalog("specific_catalog"),
          Field.text(
              "specific_schema", "The schema of its procedure.", row -> row.routine().schema()),
          Field.text("specific_name", "Its procedure.", row -> row.routine().name()),
          Field.integer(
              "ordinal_position", "Its place in the procedure, from 1.", row -> row.index() + 1L),
          constant("parameter_mode", "IN", "IN: all go in; what comes out are rows."),
          constant("is_result", NO, "NO: results are rows."),
          constant("as_locator", NO, "NO: values are passed as they are."),
          Field.text(
              "parameter_name", "The name, as in name => value.", row -> row.parameter().name()));

  private static final List<Field<Row>> REST =
      List.of(
          optionalText(
              "parameter_default",
              "What leaving it out means: the text NULL; NULL itself if it must be given.",
              row -> row.parameter().required() ? null : "NULL"),
          Field.text("remarks", "What it is.", row -> row.parameter().remarks()));

  private static final List<Field<Row>> FIELDS =
      Stream.of(PLACE, TypeFields.<Row>of(row -> row.parameter().type()), REST)
          .flatMap(List::stream)
          .toList();

  private ParametersTable() {}

  static ApiTable<?> table(Supplier<Catalog> catalog) {
    return InformationSchema.table(
        "parameters",
        "One row a parameter of a procedure of any schema.",
        FIELDS,
        catalog,
        known -> known.routines().stream().flatMap(ParametersTable::rows).toList());
  }

  private static Stream<Row> rows(RoutineDescription routine) {
    return IntStream.range(0, routine.parameters().size())
        .mapToObj(index -> new Row(routine, index));
  }
}
