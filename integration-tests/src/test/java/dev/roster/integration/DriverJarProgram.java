package dev.roster.integration;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;

/**
 * A program that knows JDBC and nothing else: it reads, writes, and says who else answers. Run on
 * the driver jar alone.
 */
final class DriverJarProgram {

  private DriverJarProgram() {}

  public static void main(String[] args) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:roster:sandbox;writes=allow", "", "");
        Statement statement = connection.createStatement()) {
      print(
          statement,
          "select status, count(*) from linkedapi.accounts group by status order by status");
      print(
          statement,
          "call connectsafely.send_follow_invitations('105672170', '[\"urn:li:fsd_profile:A1\"]',"
              + " null, 'first')");
      // What Calcite takes from the libraries of which the jar holds only a part.
      print(
          statement,
          "select soundex('Robert'), md5('x'), json_value('{\"a\": 1}', 'lax $.a'),"
              + " timestampdiff(quarter, date '2026-01-01', date '2026-11-21')");
    }
    for (Driver driver : Collections.list(DriverManager.getDrivers())) {
      System.out.println("driver " + driver.getClass().getName());
    }
    try {
      DriverManager.getConnection("jdbc:calcite:").close();
      System.out.println("jdbc:calcite: is answered");
    } catch (SQLException nobody) {
      System.out.println(nobody.getMessage());
    }
    // What the libraries look for, and did not find, is said on standard error.
    Package driver = DriverManager.getDriver("jdbc:roster:").getClass().getPackage();
    System.out.println(driver.getImplementationTitle() + " " + driver.getImplementationVersion());
  }

  private static void print(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          line.append(i == 1 ? "" : " ").append(rows.getString(i));
        }
        System.out.println(line);
      }
    }
  }
}
