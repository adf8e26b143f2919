package dev.roster.jdbc.metadata;

import dev.roster.calcite.catalog.ColumnDescription;
import dev.roster.calcite.catalog.TableDescription;
import dev.roster.jdbc.rows.MetaDataRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The result sets about the one who asks: what they may do, and what they can say of themselves.
 */
final class ClientRows {

  // There are no users: who has the connection can read all its tables.
  private static final String GRANTEE = "PUBLIC";

  private ClientRows() {}

  static ResultSet tablePrivileges(List<TableDescription> tables) throws SQLException {
    MetaDataRows rows =
        new MetaDataRows()
            .texts("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME")
            .texts("GRANTOR", "GRANTEE", "PRIVILEGE", "IS_GRANTABLE");
    tables.forEach(
        table ->
            privileges(table)
                .forEach(
                    privilege ->
                        rows.add(
                            null, table.schema(), table.name(), null, GRANTEE, privilege, "NO")));
    return rows.resultSet();
  }

  // In the order of their names. What the connection's properties deny is not looked at.
  private static List<String> privileges(TableDescription table) {
    return Stream.of(
            table.deletedBy() == null ? null : "DELETE",
            table.inserted().isEmpty() ? null : "INSERT",
            "SELECT",
            table.updated().isEmpty() ? null : "UPDATE")
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<String> privileges(TableDescription table, String column) {
    return Stream.of(
            table.inserted().contains(column) ? "INSERT" : null,
            "SELECT",
            table.updated().contains(column) ? "UPDATE" : null)
        .filter(Objects::nonNull)
        .toList();
  }

  static ResultSet columnPrivileges(List<TableDescription> tables, Predicate<String> wanted)
      throws SQLException {
    MetaDataRows rows =
        new MetaDataRows()
            .texts("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME")
            .texts("GRANTOR", "GRANTEE", "PRIVILEGE", "IS_GRANTABLE");
    record Place(TableDescription table, String column) {}
    tables.stream()
        .flatMap(
            table ->
                table.columns().stream()
                    .map(ColumnDescription::name)
                    .filter(wanted)
                    .map(column -> new Place(table, column)))
        .sorted(Comparator.comparing(Place::column))
        .forEach(
            place ->
                privileges(place.table(), place.column())
                    .forEach(
                        privilege ->
                            rows.add(
                                null,
                                place.table().schema(),
                                place.table().name(),
                                place.column(),
                                null,
                                GRANTEE,
                                privilege,
                                "NO")));
    return rows.resultSet();
  }

  /** Returns the names that JDBC has for what a client can say of itself. */
  static ResultSet clientInfo() throws SQLException {
    MetaDataRows rows =
        new MetaDataRows().texts("NAME").ints("MAX_LEN").texts("DEFAULT_VALUE", "DESCRIPTION");
    for (ClientInfo info : ClientInfo.values()) {
      rows.add(
          info.key(),
          Integer.MAX_VALUE,
          null,
          info.description() + " Kept in the connection and sent to no provider.");
    }
    return rows.resultSet();
  }
}
