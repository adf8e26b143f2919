package dev.roster.jdbc.metadata;

import dev.roster.calcite.catalog.ColumnDescription;
import dev.roster.calcite.catalog.TableDescription;
import dev.roster.calcite.table.ForeignKey;
import dev.roster.calcite.table.SqlType;
import dev.roster.jdbc.rows.MetaDataRows;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The result sets about primary and foreign keys, indices and what identifies a row. */
final class KeyRows {

  /** A foreign key, with the table that has it and the one that it refers to. */
  record Reference(TableDescription from, ForeignKey key, TableDescription to) {}

  private KeyRows() {}

  static ResultSet primaryKeys(List<TableDescription> tables) throws SQLException {
    MetaDataRows rows =
        new MetaDataRows()
            .texts("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME")
            .shorts("KEY_SEQ")
            .texts("PK_NAME");
    tables.stream()
        .flatMap(
            table ->
                table.primaryKey().stream()
                    .map(
                        column ->
                            new Object[] {
                              null,
                              table.schema(),
                              table.name(),
                              column,
                              (short) (table.primaryKey().indexOf(column) + 1),
                              table.primaryKeyName()
                            }))
        .sorted(Comparator.comparing(row -> (String) row[3]))
        .forEach(rows::add);
    return rows.resultSet();
  }

  /** Returns the foreign keys from some tables to others, in the order of the first. */
  static List<Reference> references(List<TableDescription> from, List<TableDescription> to) {
    List<Reference> references = new ArrayList<>();
    for (TableDescription table : from) {
      for (ForeignKey key : table.foreignKeys()) {
        to.stream()
            .filter(
                other -> other.schema().equals(table.schema()) && other.name().equals(key.table()))
            .forEach(other -> references.add(new Reference(table, key, other)));
      }
    }
    return references;
  }

  /** The order of getImportedKeys: by the tables referred to. */
  static final Comparator<Reference> BY_PRIMARY_KEY =
      Comparator.comparing((Reference reference) -> reference.to().schema())
          .thenComparing(reference -> reference.to().name());

  /** The order of getExportedKeys and getCrossReference: by the tables that refer. */
  static final Comparator<Reference> BY_FOREIGN_KEY =
      Comparator.comparing((Reference reference) -> reference.from().schema())
          .thenComparing(reference -> reference.from().name());

  static ResultSet foreignKeys(List<Reference> references, Comparator<Reference> order)
      throws SQLException {
    MetaDataRows rows =
        new MetaDataRows()
            .texts("PKTABLE_CAT", "PKTABLE_SCHEM", "PKTABLE_NAME", "PKCOLUMN_NAME")
            .texts("FKTABLE_CAT", "FKTABLE_SCHEM", "FKTABLE_NAME", "FKCOLUMN_NAME")
            .shorts("KEY_SEQ", "UPDATE_RULE", "DELETE_RULE")
            .texts("FK_NAME", "PK_NAME")
            .shorts("DEFERRABILITY");
    references.stream()
        .sorted(order)
        .forEach(
            reference ->
                rows.add(
                    null,
                    reference.to().schema(),
                    reference.to().name(),
                    reference.key().key(),
                    null,
                    reference.from().schema(),
                    reference.from().name(),
                    reference.key().column(),
                    (short) 1,
                    (short) DatabaseMetaData.importedKeyNoAction,
                    (short) DatabaseMetaData.importedKeyNoAction,
                    reference.from().nameOf(reference.key()),
                    reference.to().primaryKeyName(),
                    (short) DatabaseMetaData.importedKeyNotDeferrable));
    return rows.resultSet();
  }

  /** Returns the rows of getIndexInfo: a unique index for each primary key. */
  static ResultSet indices(List<TableDescription> tables) throws SQLException {
    MetaDataRows rows =
        new MetaDataRows()
            .texts("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME")
            .booleans("NON_UNIQUE")
            .texts("INDEX_QUALIFIER", "INDEX_NAME")
            .shorts("TYPE", "ORDINAL_POSITION")
            .texts("COLUMN_NAME", "ASC_OR_DESC")
            .longs("CARDINALITY", "PAGES")
            .texts("FILTER_CONDITION");
    List<TableDescription> sorted =
        tables.stream()
            .filter(table -> !table.primaryKey().isEmpty())
            .sorted(Comparator.comparing(TableDescription::primaryKeyName))
            .toList();
    for (TableDescription table : sorted) {
      short position = 0;
      for (String column : table.primaryKey()) {
        position++;
        rows.add(
            null,
            table.schema(),
            table.name(),
            false,
            null,
            table.primaryKeyName(),
            DatabaseMetaData.tableIndexOther,
            position,
            column,
            null,
            null,
            null,
            null);
      }
    }
    return rows.resultSet();
  }

  static ResultSet bestRowIdentifier(List<TableDescription> tables) throws SQLException {
    MetaDataRows rows = identifyingColumns();
    for (TableDescription table : tables) {
      for (ColumnDescription column : table.columns()) {
        if (table.primaryKey().contains(column.name())) {
          SqlType type = column.type();
          rows.add(
              (short) DatabaseMetaData.bestRowSession,
              column.name(),
              type.jdbcType(),
              type.name(),
              type.precision(),
              null,
              Sizes.shortDigits(type),
              (short) DatabaseMetaData.bestRowNotPseudo);
        }
      }
    }
    return rows.resultSet();
  }

  /** Returns the rows of getVersionColumns, of which there are none. */
  static ResultSet versionColumns() throws SQLException {
    return identifyingColumns().resultSet();
  }

  private static MetaDataRows identifyingColumns() {
    return new MetaDataRows()
        .shorts("SCOPE")
        .texts("COLUMN_NAME")
        .ints("DATA_TYPE")
        .texts("TYPE_NAME")
        .ints("COLUMN_SIZE", "BUFFER_LENGTH")
        .shorts("DECIMAL_DIGITS", "PSEUDO_COLUMN");
  }
}
