package dev.roster.jdbc;

import dev.roster.calcite.RosterSchema;
import dev.roster.calcite.plan.ScannedTable;
import dev.roster.calcite.procedure.Parameter;
import dev.roster.calcite.procedure.ProcedureFunction;
import dev.roster.jdbc.rows.MetaDataRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.avatica.AvaticaDatabaseMetaData;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.linq4j.function.Predicate1;
import org.apache.calcite.schema.lookup.LikePattern;
import org.jspecify.annotations.Nullable;

/**
 * What the schemas hold, told from their declarations: no call here asks a provider. Tables and
 * columns come from Calcite with Roster's remarks; keys and procedures it knows nothing of.
 */
final class RosterDatabaseMetaData extends AvaticaDatabaseMetaData {

  private final AvaticaConnection connection;
  private @Nullable RosterConnection owner;

  RosterDatabaseMetaData(AvaticaConnection connection) {
    super(connection);
    this.connection = connection;
  }

  /** Says which connection of Roster's this is the metadata of. */
  void belongTo(RosterConnection roster) {
    owner = roster;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return owner == null ? super.getConnection() : owner;
  }

  /** Returns the URL without its properties, which may be secrets. */
  @Override
  public String getURL() {
    return owner == null ? ConnectionUrl.PREFIX : owner.url();
  }

  @Override
  public String getUserName() {
    return "";
  }

  @Override
  public boolean supportsStoredProcedures() {
    return true;
  }

  // Avatica throws here. Rows are those of an answer: nothing changes in them.

  @Override
  public boolean ownUpdatesAreVisible(int type) {
    return false;
  }

  @Override
  public boolean ownDeletesAreVisible(int type) {
    return false;
  }

  @Override
  public boolean ownInsertsAreVisible(int type) {
    return false;
  }

  @Override
  public boolean othersUpdatesAreVisible(int type) {
    return false;
  }

  @Override
  public boolean othersDeletesAreVisible(int type) {
    return false;
  }

  @Override
  public boolean othersInsertsAreVisible(int type) {
    return false;
  }

  @Override
  public boolean updatesAreDetected(int type) {
    return false;
  }

  @Override
  public boolean deletesAreDetected(int type) {
    return false;
  }

  @Override
  public boolean insertsAreDetected(int type) {
    return false;
  }

  @Override
  public boolean supportsResultSetHoldability(int holdability) {
    return holdability == ResultSet.HOLD_CURSORS_OVER_COMMIT;
  }

  @Override
  public ResultSet getPrimaryKeys(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    MetaDataRows rows =
        new MetaDataRows()
            .texts("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME")
            .shorts("KEY_SEQ")
            .texts("PK_NAME");
    for (RosterSchema each : schemas()) {
      for (ScannedTable scanned : each.scannedTables()) {
        List<String> key = scanned.declaration().primaryKey();
        String name = scanned.declaration().name();
        boolean wanted =
            (schema == null || schema.equalsIgnoreCase(each.name()))
                && (table == null || table.equalsIgnoreCase(name));
        // In the order of the columns' names, as the interface says.
        for (String column : wanted ? key.stream().sorted().toList() : List.<String>of()) {
          rows.add(null, each.name(), name, column, (short) (key.indexOf(column) + 1), null);
        }
      }
    }
    return rows.resultSet();
  }

  @Override
  public ResultSet getProcedures(
      @Nullable String catalog, @Nullable String schemaPattern, @Nullable String namePattern)
      throws SQLException {
    MetaDataRows rows =
        new MetaDataRows()
            .texts("PROCEDURE_CAT", "PROCEDURE_SCHEM", "PROCEDURE_NAME")
            .texts("reserved1", "reserved2", "reserved3", "REMARKS")
            .shorts("PROCEDURE_TYPE")
            .texts("SPECIFIC_NAME");
    for (ProcedureFunction procedure : procedures(schemaPattern, namePattern)) {
      rows.add(
          null,
          procedure.schemaName(),
          procedure.declaration().name(),
          null,
          null,
          null,
          procedure.declaration().remarks(),
          (short) procedureReturnsResult,
          procedure.declaration().name());
    }
    return rows.resultSet();
  }

  @Override
  public ResultSet getProcedureColumns(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String namePattern,
      @Nullable String columnPattern)
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
    Predicate1<String> matches = like(columnPattern);
    for (ProcedureFunction procedure : procedures(schemaPattern, namePattern)) {
      int position = 0;
      for (Parameter parameter : procedure.declaration().parameters()) {
        position++;
        if (!matches.apply(parameter.name())) {
          continue;
        }
        rows.add(
            null,
            procedure.schemaName(),
            procedure.declaration().name(),
            parameter.name(),
            (short) procedureColumnIn,
            parameter.type().jdbcType(),
            parameter.type().name(),
            null,
            null,
            null,
            (short) 10,
            (short) (parameter.required() ? procedureNoNulls : procedureNullable),
            parameter.remarks(),
            parameter.required() ? null : "NULL",
            null,
            null,
            null,
            position,
            parameter.required() ? "NO" : "YES",
            procedure.declaration().name());
      }
    }
    return rows.resultSet();
  }

  private List<ProcedureFunction> procedures(
      @Nullable String schemaPattern, @Nullable String namePattern) {
    Predicate1<String> schema = like(schemaPattern);
    Predicate1<String> name = like(namePattern);
    return schemas().stream()
        .filter(each -> schema.apply(each.name()))
        .flatMap(each -> each.procedures().stream())
        .filter(each -> name.apply(each.declaration().name()))
        .sorted(Comparator.comparing(ProcedureFunction::qualifiedName))
        .toList();
  }

  private static Predicate1<String> like(@Nullable String pattern) {
    return LikePattern.matcher(pattern == null ? "%" : pattern);
  }

  private List<RosterSchema> schemas() {
    return RosterSchema.in(((CalciteConnection) connection).getRootSchema());
  }
}
