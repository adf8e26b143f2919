package dev.roster.integration;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a tool does first: connects, and reads all metadata. Prints how many rows there were. */
final class ColdStartProgram {

  private ColdStartProgram() {}

  public static void main(String[] args) throws SQLException {
    int rows = 0;
    try (Connection connection = DriverManager.getConnection(args[0])) {
      DatabaseMetaData of = connection.getMetaData();
      rows += count(of.getCatalogs());
      rows += count(of.getSchemas());
      rows += count(of.getTableTypes());
      rows += count(of.getTypeInfo());
      rows += count(of.getClientInfoProperties());
      rows += count(of.getTables(null, null, "%", null));
      rows += count(of.getColumns(null, null, "%", "%"));
      rows += count(of.getProcedures(null, null, "%"));
      rows += count(of.getProcedureColumns(null, null, "%", "%"));
      rows += count(of.getFunctions(null, null, "%"));
      rows += count(of.getFunctionColumns(null, null, "%", "%"));
      rows += count(of.getTablePrivileges(null, null, "%"));
      try (ResultSet tables = of.getTables(null, null, "%", null)) {
        while (tables.next()) {
          String schema = tables.getString("TABLE_SCHEM");
          String table = tables.getString("TABLE_NAME");
          rows += count(of.getPrimaryKeys(null, schema, table));
          rows += count(of.getImportedKeys(null, schema, table));
          rows += count(of.getExportedKeys(null, schema, table));
          rows += count(of.getIndexInfo(null, schema, table, false, true));
        }
      }
    }
    System.out.println(rows);
  }

  private static int count(ResultSet rows) throws SQLException {
    try (rows) {
      int count = 0;
      while (rows.next()) {
        count++;
      }
      return count;
    }
  }
}
