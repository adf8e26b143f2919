package dev.roster.jdbc;

import dev.roster.calcite.plan.RosterPrepare;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.avatica.AvaticaFactory;
import org.apache.calcite.avatica.DriverVersion;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.jdbc.CalciteMetaImpl;
import org.apache.calcite.jdbc.Driver;

/**
 * Calcite's driver, with Roster's prepare class, objects and descriptions. It is not registered.
 */
final class CalciteDriver extends Driver {

  CalciteDriver() {
    super(RosterPrepare::new);
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

  @Override
  public Meta createMeta(AvaticaConnection connection) {
    return CalciteMetaImpl.create(
        (CalciteConnection) connection, DescribedTables.INSTANCE, DescribedColumns.INSTANCE);
  }
}
