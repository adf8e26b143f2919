package dev.roster.jdbc;

import dev.roster.calcite.plan.RosterPrepare;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import org.apache.calcite.avatica.AvaticaFactory;
import org.apache.calcite.avatica.DriverVersion;
import org.apache.calcite.jdbc.Driver;

/** Calcite's driver, with Roster's prepare class and objects. It is not registered. */
final class CalciteDriver extends Driver {

  // What the names of all libraries begin with inside the driver jar.
  private static final String RENAMED = "dev.roster.shaded.";

  static {
    leaveToOthers();
  }

  CalciteDriver() {
    super(RosterPrepare::new);
  }

  // Calcite's driver registers itself when its class is loaded. In the driver jar, where the class
  // is Roster's own copy, jdbc:calcite: is not Roster's to answer. On a class path where Calcite is
  // itself, it may be somebody else's too, and stays.
  private static void leaveToOthers() {
    if (!Driver.class.getName().startsWith(RENAMED)) {
      return;
    }
    for (java.sql.Driver each : Collections.list(DriverManager.getDrivers())) {
      if (each.getClass() == Driver.class) {
        try {
          DriverManager.deregisterDriver(each);
        } catch (SQLException impossible) {
          throw new ExceptionInInitializerError(impossible);
        }
      }
    }
  }

  @Override
  protected String getConnectStringPrefix() {
    return ConnectionUrl.PREFIX;
  }

  @Override
  protected AvaticaFactory createFactory() {
    return new JdbcObjects();
  }

  @Override
  protected DriverVersion createDriverVersion() {
    return new DriverVersion(
        DriverBuild.NAME,
        DriverBuild.VERSION,
        DriverBuild.PRODUCT,
        DriverBuild.VERSION,
        false,
        DriverBuild.MAJOR,
        DriverBuild.MINOR,
        DriverBuild.MAJOR,
        DriverBuild.MINOR);
  }
}
