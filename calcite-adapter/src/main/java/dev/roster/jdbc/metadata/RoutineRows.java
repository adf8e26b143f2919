package dev.roster.jdbc.metadata;

import dev.roster.calcite.catalog.ColumnDescription;
import dev.roster.calcite.catalog.ParameterDescription;
import dev.roster.calcite.catalog.RoutineDescription;
import dev.roster.calcite.table.SqlType;
import dev.roster.jdbc.rows.MetaDataRows;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The result sets about procedures. All are functions too, which return a table: the same ones are
 * told of in both ways.
 */
final class RoutineRows {

  /** A parameter or a column of the rows, as both kinds of result sets tell of it. */
  private record Part(
      RoutineDescription routine,
      boolean parameter,
      String name,
      SqlType type,
      boolean nullable,
      String remarks,
      int position) {

    String isNullable() {
      return nullable ? "YES" : "NO";
    }
  }

  private RoutineRows() {}

  static ResultSet procedures(List<RoutineDescription> routines) throws SQLException {
    MetaDataRows rows =
        new MetaDataRows()
            .texts("PROCEDURE_CAT", "PROCEDURE_SCHEM", "PROCEDURE_NAME")
            .texts("reserved1", "reserved2", "reserved3", "REMARKS")
            .shorts("PROCEDURE_TYPE")
            .texts("SPECIFIC_NAME");
    for (RoutineDescription routine : routines) {
      rows.add(
          null,
          routine.schema(),
          routine.name(),
          null,
          null,
          null,
          routine.remarks(),
          (short) DatabaseMetaData.procedureReturnsResult,
          routine.name());
    }
    return rows.resultSet();
  }

  static ResultSet functions(List<RoutineDescription> routines) throws SQLException {
    MetaDataRows rows =
        new MetaDataRows()
            .texts("FUNCTION_CAT", "FUNCTION_SCHEM", "FUNCTION_NAME", "REMARKS")
            .shorts("FUNCTION_TYPE")
            .texts("SPECIFIC_NAME");
    for (RoutineDescription routine : routines) {
      rows.add(
          null,
          routine.schema(),
          routine.name(),
          routine.remarks(),
          (short) DatabaseMetaData.functionReturnsTable,
          routine.name());
    }
    return rows.resultSet();
  }

  static ResultSet procedureColumns(List<RoutineDescription> routines, Predicate<String> wanted)
      throws SQLException {
    MetaDataRows rows =
        new MetaDataRows()
            .texts("PROCEDURE_CAT", "PROCEDURE_SCHEM", "PROCEDURE_NAME", "COLUMN_NAME")
            .shorts("COLUMN_TYPE")
            .ints("DATA_TYPE")
            .texts("TYPE_NAME")
            .ints("PRECISION", "LENGTH")
            .shorts("SCALE", "RADIX", "NULLABLE")
            .texts("REMARKS", "COLUMN_DEF")
            .ints("SQL_DATA_TYPE", "SQL_DATETIME_SUB", "CHAR_OCTET_LENGTH", "ORDINAL_POSITION")
            .texts("IS_NULLABLE", "SPECIFIC_NAME");
    for (Part part : parts(routines, wanted)) {
      rows.add(
          null,
          part.routine().schema(),
          part.routine().name(),
          part.name(),
          (short)
              (part.parameter()
                  ? DatabaseMetaData.procedureColumnIn
                  : DatabaseMetaData.procedureColumnResult),
          part.type().jdbcType(),
          part.type().name(),
          part.type().precision(),
          Sizes.bytes(part.type()),
          Sizes.shortDigits(part.type()),
          Sizes.shortRadix(part.type()),
          (short)
              (part.nullable()
                  ? DatabaseMetaData.procedureNullable
                  : DatabaseMetaData.procedureNoNulls),
          part.remarks(),
          defaultValue(part),
          null,
          null,
          Sizes.octets(part.type()),
          part.position(),
          part.isNullable(),
          part.routine().name());
    }
    return rows.resultSet();
  }

  // JDBC's way to say that a parameter that is left out is NULL.
  private static @Nullable String defaultValue(Part part) {
    return part.parameter() && part.nullable() ? "NULL" : null;
  }

  static ResultSet functionColumns(List<RoutineDescription> routines, Predicate<String> wanted)
      throws SQLException {
    MetaDataRows rows =
        new MetaDataRows()
            .texts("FUNCTION_CAT", "FUNCTION_SCHEM", "FUNCTION_NAME", "COLUMN_NAME")
            .shorts("COLUMN_TYPE")
            .ints("DATA_TYPE")
            .texts("TYPE_NAME")
            .ints("PRECISION", "LENGTH")
            .shorts("SCALE", "RADIX", "NULLABLE")
            .texts("REMARKS")
            .ints("CHAR_OCTET_LENGTH", "ORDINAL_POSITION")
            .texts("IS_NULLABLE", "SPECIFIC_NAME");
    for (Part part : parts(routines, wanted)) {
      rows.add(
          null,
          part.routine().schema(),
          part.routine().name(),
          part.name(),
          (short)
              (part.parameter()
                  ? DatabaseMetaData.functionColumnIn
                  : DatabaseMetaData.functionColumnResult),
          part.type().jdbcType(),
          part.type().name(),
          part.type().precision(),
          Sizes.bytes(part.type()),
          Sizes.shortDigits(part.type()),
          Sizes.shortRadix(part.type()),
          (short)
              (part.nullable()
                  ? DatabaseMetaData.functionNullable
                  : DatabaseMetaData.functionNoNulls),
          part.remarks(),
          Sizes.octets(part.type()),
          part.position(),
          part.isNullable(),
          part.routine().name());
    }
    return rows.resultSet();
  }

  // Parameters before columns, each counted from 1, as JDBC says.
  private static List<Part> parts(List<RoutineDescription> routines, Predicate<String> wanted) {
    List<Part> parts = new ArrayList<>();
    for (RoutineDescription routine : routines) {
      int position = 0;
      for (ParameterDescription each : routine.parameters()) {
        position++;
        parts.add(
            new Part(
                routine,
                true,
                each.name(),
                each.type(),
                !each.required(),
                each.remarks(),
                position));
      }
      position = 0;
      for (ColumnDescription each : routine.columns()) {
        position++;
        parts.add(
            new Part(
                routine,
                false,
                each.name(),
                each.type(),
                each.nullable(),
                each.remarks(),
                position));
      }
    }
    parts.removeIf(part -> !wanted.test(part.name()));
    return parts;
  }
}
