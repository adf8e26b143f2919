package dev.roster.jdbc.metadata;

import dev.roster.calcite.catalog.ColumnDescription;
import dev.roster.calcite.catalog.TableDescription;
import dev.roster.calcite.table.SqlType;
import dev.roster.calcite.table.TableKind;
import dev.roster.jdbc.rows.MetaDataRows;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The result sets about schemas, tables and columns. */
final class TableRows {

  private TableRows() {}

  static ResultSet schemas(List<String> schemas) throws SQLException {
    MetaDataRows rows = new MetaDataRows().texts("TABLE_SCHEM", "TABLE_CATALOG");
    schemas.forEach(schema -> rows.add(schema, null));
    return rows.resultSet();
  }

  static ResultSet catalogs() throws SQLException {
    return new MetaDataRows().texts("TABLE_CAT").resultSet();
  }

  static ResultSet tableTypes() throws SQLException {
    MetaDataRows rows = new MetaDataRows().texts("TABLE_TYPE");
    Arrays.stream(TableKind.values()).map(TableKind::jdbcName).sorted().forEach(rows::add);
    return rows.resultSet();
  }

  /**
   * Returns the rows of getTables.
   *
   * @param types the types wanted, or null for all
   */
  static ResultSet tables(List<TableDescription> tables, @Nullable String @Nullable [] types)
      throws SQLException {
    MetaDataRows rows =
        new MetaDataRows()
            .texts("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "TABLE_TYPE", "REMARKS")
            .texts("TYPE_CAT", "TYPE_SCHEM", "TYPE_NAME")
            .texts("SELF_REFERENCING_COL_NAME", "REF_GENERATION");
    tables.stream()
        .filter(table -> types == null || Arrays.asList(types).contains(table.kind().jdbcName()))
        .sorted(Comparator.comparing(table -> table.kind().jdbcName()))
        .forEach(
            table ->
                rows.add(
                    null,
                    table.schema(),
                    table.name(),
                    table.kind().jdbcName(),
                    table.remarks(),
                    null,
                    null,
                    null,
                    null,
                    null));
    return rows.resultSet();
  }

  static ResultSet columns(List<TableDescription> tables, Predicate<String> wanted)
      throws SQLException {
    MetaDataRows rows =
        new MetaDataRows()
            .texts("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME")
            .ints("DATA_TYPE")
            .texts("TYPE_NAME")
            .ints("COLUMN_SIZE", "BUFFER_LENGTH", "DECIMAL_DIGITS", "NUM_PREC_RADIX", "NULLABLE")
            .texts("REMARKS", "COLUMN_DEF")
            .ints("SQL_DATA_TYPE", "SQL_DATETIME_SUB", "CHAR_OCTET_LENGTH", "ORDINAL_POSITION")
            .texts("IS_NULLABLE", "SCOPE_CATALOG", "SCOPE_SCHEMA", "SCOPE_TABLE")
            .shorts("SOURCE_DATA_TYPE")
            .texts("IS_AUTOINCREMENT", "IS_GENERATEDCOLUMN");
    for (TableDescription table : tables) {
      int position = 0;
      for (ColumnDescription column : table.columns()) {
        position++;
        if (wanted.test(column.name())) {
          add(rows, table, column, position);
        }
      }
    }
    return rows.resultSet();
  }

  private static void add(
      MetaDataRows rows, TableDescription table, ColumnDescription column, int position) {
    SqlType type = column.type();
    rows.add(
        null,
        table.schema(),
        table.name(),
        column.name(),
        type.jdbcType(),
        type.name(),
        type.precision(),
        null,
        Sizes.digits(type),
        Sizes.radix(type),
        column.nullable() ? DatabaseMetaData.columnNullable : DatabaseMetaData.columnNoNulls,
        column.remarks(),
        null,
        null,
        null,
        Sizes.octets(type),
        position,
        column.nullable() ? "YES" : "NO",
        null,
        null,
        null,
        null,
        "NO",
        "NO");
  }

  static ResultSet pseudoColumns() throws SQLException {
    return new MetaDataRows()
        .texts("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME")
        .ints("DATA_TYPE", "COLUMN_SIZE", "DECIMAL_DIGITS", "NUM_PREC_RADIX")
        .texts("COLUMN_USAGE", "REMARKS")
        .ints("CHAR_OCTET_LENGTH")
        .texts("IS_NULLABLE")
        .resultSet();
  }

  static ResultSet superTables() throws SQLException {
    return new MetaDataRows()
        .texts("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "SUPERTABLE_NAME")
        .resultSet();
  }
}
