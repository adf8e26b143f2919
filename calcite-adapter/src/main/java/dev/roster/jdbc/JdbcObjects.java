package dev.roster.jdbc;

import dev.roster.jdbc.rows.CalciteRows;
import dev.roster.jdbc.rows.RosterResultSetMetaData;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Properties;
import java.util.TimeZone;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.avatica.AvaticaFactory;
import org.apache.calcite.avatica.AvaticaPreparedStatement;
import org.apache.calcite.avatica.AvaticaResultSet;
import org.apache.calcite.avatica.AvaticaSpecificDatabaseMetaData;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.QueryState;
import org.apache.calcite.avatica.UnregisteredDriver;
import org.apache.calcite.jdbc.CalciteFactory;
import org.apache.calcite.jdbc.CalciteJdbc41Factory;
import org.apache.calcite.jdbc.CalciteSchema;
import org.jspecify.annotations.Nullable;

/**
 * Makes Calcite's JDBC objects, and Roster's own in the place of its result sets.
 *
 * <p>Statements are made, and closed, under the lock of their connection. Calcite numbers and keeps
 * them without one: two threads that share a connection could get the same number, and one would
 * execute the statement of the other.
 */
final class JdbcObjects extends CalciteFactory {

  private final CalciteFactory calcite = new CalciteJdbc41Factory();

  JdbcObjects() {
    super(4, 1);
  }

  @Override
  public AvaticaConnection newConnection(
      UnregisteredDriver driver,
      AvaticaFactory factory,
      String url,
      Properties info,
      @Nullable CalciteSchema rootSchema,
      @Nullable JavaTypeFactory typeFactory) {
    // Without Calcite's own schema "metadata", whose functions are none of Roster's.
    CalciteSchema root = rootSchema == null ? CalciteSchema.createRootSchema(false) : rootSchema;
    return calcite.newConnection(driver, factory, url, info, root, typeFactory);
  }

  @Override
  public AvaticaStatement newStatement(
      AvaticaConnection connection,
      Meta.@Nullable StatementHandle handle,
      int type,
      int concurrency,
      int holdability)
      throws SQLException {
    synchronized (connection) {
      return calcite.newStatement(connection, handle, type, concurrency, holdability);
    }
  }

  @Override
  public AvaticaPreparedStatement newPreparedStatement(
      AvaticaConnection connection,
      Meta.@Nullable StatementHandle handle,
      Meta.Signature signature,
      int type,
      int concurrency,
      int holdability)
      throws SQLException {
    synchronized (connection) {
      return calcite.newPreparedStatement(
          connection, handle, signature, type, concurrency, holdability);
    }
  }

  @Override
  public AvaticaResultSet newResultSet(
      AvaticaStatement statement,
      QueryState state,
      Meta.Signature signature,
      TimeZone timeZone,
      Meta.@Nullable Frame firstFrame)
      throws SQLException {
    return new CalciteRows(
        statement,
        state,
        signature,
        newResultSetMetaData(statement, signature),
        timeZone,
        firstFrame);
  }

  @Override
  public AvaticaSpecificDatabaseMetaData newDatabaseMetaData(AvaticaConnection connection) {
    return calcite.newDatabaseMetaData(connection);
  }

  @Override
  public ResultSetMetaData newResultSetMetaData(
      AvaticaStatement statement, Meta.Signature signature) {
    return RosterResultSetMetaData.of(signature);
  }
}
