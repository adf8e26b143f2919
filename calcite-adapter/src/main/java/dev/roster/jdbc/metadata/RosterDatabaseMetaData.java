package dev.roster.jdbc.metadata;

import dev.roster.calcite.catalog.Catalog;
import dev.roster.calcite.catalog.TableDescription;
import dev.roster.calcite.error.SqlState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a connection's schemas hold and what its SQL can do.
 *
 * <p>No call asks a provider, and none needs a credential. Names and patterns match in any case; a
 * backslash before {@code %} or {@code _} takes away their meaning. There are no catalogs:
 * TABLE_CAT and the like are null, and what is asked for in a catalog is not found. A closed
 * connection has no metadata: each call is an error with SQLSTATE 08003.
 */
public final class RosterDatabaseMetaData extends Behaviour {

  private static final int JDBC_MAJOR = 4;
  private static final int JDBC_MINOR = 3;

  private final Supplier<Catalog> catalog;
  private final BooleanSupplier readOnly;
  private final Product product;
  private final String url;

  /**
   * Makes the metadata of a connection.
   *
   * @param catalog tells what the connection's schemas hold at the time of a call
   * @param readOnly tells whether nothing can be written at the time of a call
   * @param url the connection's URL, without properties
   */
  public RosterDatabaseMetaData(
      Connection connection,
      Supplier<Catalog> catalog,
      BooleanSupplier readOnly,
      Product product,
      String url) {
    super(connection);
    this.catalog = catalog;
    this.readOnly = readOnly;
    this.product = product;
    this.url = url;
  }

  private Search search() throws SQLException {
    checkOpen();
    return new Search(catalog.get());
  }

  /** Returns the URL without its properties, which may be secrets. */
  @Override
  public String getURL() throws SQLException {
    return answer(url);
  }

  /** Returns an empty text: there are credentials, but no users. */
  @Override
  public String getUserName() throws SQLException {
    return answer("");
  }

  @Override
  public boolean isReadOnly() throws SQLException {
    return answer(readOnly.getAsBoolean());
  }

  @Override
  public String getDatabaseProductName() throws SQLException {
    return answer(product.name());
  }

  @Override
  public String getDatabaseProductVersion() throws SQLException {
    return answer(product.version());
  }

  @Override
  public int getDatabaseMajorVersion() throws SQLException {
    return answer(product.major());
  }

  @Override
  public int getDatabaseMinorVersion() throws SQLException {
    return answer(product.minor());
  }

  @Override
  public String getDriverName() throws SQLException {
    return answer(product.driver());
  }

  @Override
  public String getDriverVersion() throws SQLException {
    return answer(product.version());
  }

  @Override
  public int getDriverMajorVersion() {
    return product.major();
  }

  @Override
  public int getDriverMinorVersion() {
    return product.minor();
  }

  @Override
  public int getJDBCMajorVersion() throws SQLException {
    return answer(JDBC_MAJOR);
  }

  @Override
  public int getJDBCMinorVersion() throws SQLException {
    return answer(JDBC_MINOR);
  }

  @Override
  public ResultSet getCatalogs() throws SQLException {
    checkOpen();
    return TableRows.catalogs();
  }

  @Override
  public ResultSet getSchemas() throws SQLException {
    return getSchemas(null, null);
  }

  @Override
  public ResultSet getSchemas(@Nullable String catalogName, @Nullable String schemaPattern)
      throws SQLException {
    return TableRows.schemas(search().schemas(catalogName, schemaPattern));
  }

  @Override
  public ResultSet getTableTypes() throws SQLException {
    checkOpen();
    return TableRows.tableTypes();
  }

  @Override
  public ResultSet getTables(
      @Nullable String catalogName,
      @Nullable String schemaPattern,
      @Nullable String tablePattern,
      @Nullable String @Nullable [] types)
      throws SQLException {
    return TableRows.tables(search().tablesLike(catalogName, schemaPattern, tablePattern), types);
  }

  @Override
  public ResultSet getColumns(
      @Nullable String catalogName,
      @Nullable String schemaPattern,
      @Nullable String tablePattern,
      @Nullable String columnPattern)
      throws SQLException {
    return TableRows.columns(
        search().tablesLike(catalogName, schemaPattern, tablePattern),
        NamePattern.matching(columnPattern));
  }

  @Override
  public ResultSet getPseudoColumns(
      @Nullable String catalogName,
      @Nullable String schemaPattern,
      @Nullable String tablePattern,
      @Nullable String columnPattern)
      throws SQLException {
    checkOpen();
    return TableRows.pseudoColumns();
  }

  @Override
  public ResultSet getSuperTables(
      @Nullable String catalogName, @Nullable String schemaPattern, @Nullable String tablePattern)
      throws SQLException {
    checkOpen();
    return TableRows.superTables();
  }

  @Override
  public ResultSet getTablePrivileges(
      @Nullable String catalogName, @Nullable String schemaPattern, @Nullable String tablePattern)
      throws SQLException {
    return ClientRows.tablePrivileges(
        search().tablesLike(catalogName, schemaPattern, tablePattern));
  }

  @Override
  public ResultSet getColumnPrivileges(
      @Nullable String catalogName,
      @Nullable String schema,
      @Nullable String table,
      @Nullable String columnPattern)
      throws SQLException {
    return ClientRows.columnPrivileges(
        search().tablesNamed(catalogName, schema, table), NamePattern.matching(columnPattern));
  }

  @Override
  public ResultSet getClientInfoProperties() throws SQLException {
    checkOpen();
    return ClientRows.clientInfo();
  }

  @Override
  public ResultSet getPrimaryKeys(
      @Nullable String catalogName, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return KeyRows.primaryKeys(search().tablesNamed(catalogName, schema, table));
  }

  @Override
  public ResultSet getImportedKeys(
      @Nullable String catalogName, @Nullable String schema, @Nullable String table)
      throws SQLException {
    Search search = search();
    List<TableDescription> from = search.tablesNamed(catalogName, schema, table);
    return KeyRows.foreignKeys(
        KeyRows.references(from, search.catalog().tables()), KeyRows.BY_PRIMARY_KEY);
  }

  @Override
  public ResultSet getExportedKeys(
      @Nullable String catalogName, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return getCrossReference(catalogName, schema, table, null, null, null);
  }

  @Override
  public ResultSet getCrossReference(
      @Nullable String parentCatalog,
      @Nullable String parentSchema,
      @Nullable String parentTable,
      @Nullable String foreignCatalog,
      @Nullable String foreignSchema,
      @Nullable String foreignTable)
      throws SQLException {
    Search search = search();
    return KeyRows.foreignKeys(
        KeyRows.references(
            search.tablesNamed(foreignCatalog, foreignSchema, foreignTable),
            search.tablesNamed(parentCatalog, parentSchema, parentTable)),
        KeyRows.BY_FOREIGN_KEY);
  }

  @Override
  public ResultSet getIndexInfo(
      @Nullable String catalogName,
      @Nullable String schema,
      @Nullable String table,
      boolean unique,
      boolean approximate)
      throws SQLException {
    return KeyRows.indices(search().tablesNamed(catalogName, schema, table));
  }

  @Override
  public ResultSet getBestRowIdentifier(
      @Nullable String catalogName,
      @Nullable String schema,
      @Nullable String table,
      int scope,
      boolean nullable)
      throws SQLException {
    Search search = search();
    if (scope < bestRowTemporary || scope > bestRowSession) {
      throw SqlState.INVALID_ARGUMENT.exception(
          "metadata: there is no scope " + scope + ". Give one of DatabaseMetaData.bestRow….");
    }
    return KeyRows.bestRowIdentifier(search.tablesNamed(catalogName, schema, table));
  }

  @Override
  public ResultSet getVersionColumns(
      @Nullable String catalogName, @Nullable String schema, @Nullable String table)
      throws SQLException {
    checkOpen();
    return KeyRows.versionColumns();
  }

  @Override
  public ResultSet getProcedures(
      @Nullable String catalogName,
      @Nullable String schemaPattern,
      @Nullable String procedurePattern)
      throws SQLException {
    return RoutineRows.procedures(
        search().routinesLike(catalogName, schemaPattern, procedurePattern));
  }

  @Override
  public ResultSet getProcedureColumns(
      @Nullable String catalogName,
      @Nullable String schemaPattern,
      @Nullable String procedurePattern,
      @Nullable String columnPattern)
      throws SQLException {
    return RoutineRows.procedureColumns(
        search().routinesLike(catalogName, schemaPattern, procedurePattern),
        NamePattern.matching(columnPattern));
  }

  @Override
  public ResultSet getFunctions(
      @Nullable String catalogName,
      @Nullable String schemaPattern,
      @Nullable String functionPattern)
      throws SQLException {
    return RoutineRows.functions(
        search().routinesLike(catalogName, schemaPattern, functionPattern));
  }

  @Override
  public ResultSet getFunctionColumns(
      @Nullable String catalogName,
      @Nullable String schemaPattern,
      @Nullable String functionPattern,
      @Nullable String columnPattern)
      throws SQLException {
    return RoutineRows.functionColumns(
        search().routinesLike(catalogName, schemaPattern, functionPattern),
        NamePattern.matching(columnPattern));
  }

  @Override
  public ResultSet getTypeInfo() throws SQLException {
    checkOpen();
    return TypeRows.types();
  }

  @Override
  public ResultSet getUDTs(
      @Nullable String catalogName,
      @Nullable String schemaPattern,
      @Nullable String typePattern,
      int @Nullable [] types)
      throws SQLException {
    checkOpen();
    return TypeRows.userTypes();
  }

  @Override
  public ResultSet getSuperTypes(
      @Nullable String catalogName, @Nullable String schemaPattern, @Nullable String typePattern)
      throws SQLException {
    checkOpen();
    return TypeRows.superTypes();
  }

  @Override
  public ResultSet getAttributes(
      @Nullable String catalogName,
      @Nullable String schemaPattern,
      @Nullable String typePattern,
      @Nullable String attributePattern)
      throws SQLException {
    checkOpen();
    return TypeRows.attributes();
  }

  @Override
  public String toString() {
    return "RosterDatabaseMetaData " + url;
  }
}
