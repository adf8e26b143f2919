package dev.roster.jdbc;

import static java.sql.Types.BIGINT;
import static java.sql.Types.BOOLEAN;
import static java.sql.Types.INTEGER;
import static java.sql.Types.SMALLINT;
import static java.sql.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The result sets of the metadata against the Javadoc of JDBC: their columns' names and types, and
 * the order of their rows. The connection has no credentials, so no provider can be asked.
 */
class MetaDataShapesTest {

  /** A call of the metadata. */
  private interface Call {
    ResultSet of(DatabaseMetaData metaData) throws SQLException;
  }

  /** What JDBC says of a call; a column is a name with the letter of its type. */
  private record Shape(String name, Call call, String columns, String order) {
    @Override
    public String toString() {
      return name;
    }
  }

  // Of text, short, int, long (which the Javadoc has for two columns) and boolean.
  private static final Map<String, Integer> TYPES =
      Map.of("t", VARCHAR, "s", SMALLINT, "i", INTEGER, "l", BIGINT, "b", BOOLEAN);

  private static final String KEYS =
      "PKTABLE_CAT t, PKTABLE_SCHEM t, PKTABLE_NAME t, PKCOLUMN_NAME t, FKTABLE_CAT t,"
          + " FKTABLE_SCHEM t, FKTABLE_NAME t, FKCOLUMN_NAME t, KEY_SEQ s, UPDATE_RULE s,"
          + " DELETE_RULE s, FK_NAME t, PK_NAME t, DEFERRABILITY s";

  private static final String IDENTIFIERS =
      "SCOPE s, COLUMN_NAME t, DATA_TYPE i, TYPE_NAME t, COLUMN_SIZE i, BUFFER_LENGTH i,"
          + " DECIMAL_DIGITS s, PSEUDO_COLUMN s";

  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException {
    connection = DriverManager.getConnection("jdbc:roster:");
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  static Stream<Shape> shapes() {
    return Stream.of(
        new Shape("getCatalogs", DatabaseMetaData::getCatalogs, "TABLE_CAT t", "TABLE_CAT"),
        new Shape(
            "getSchemas",
            DatabaseMetaData::getSchemas,
            "TABLE_SCHEM t, TABLE_CATALOG t",
            "TABLE_CATALOG, TABLE_SCHEM"),
        new Shape("getTableTypes", DatabaseMetaData::getTableTypes, "TABLE_TYPE t", "TABLE_TYPE"),
        new Shape(
            "getTables",
            metaData -> metaData.getTables(null, null, null, null),
            "TABLE_CAT t, TABLE_SCHEM t, TABLE_NAME t, TABLE_TYPE t, REMARKS t, TYPE_CAT t,"
                + " TYPE_SCHEM t, TYPE_NAME t, SELF_REFERENCING_COL_NAME t, REF_GENERATION t",
            "TABLE_TYPE, TABLE_CAT, TABLE_SCHEM, TABLE_NAME"),
        new Shape(
            "getColumns",
            metaData -> metaData.getColumns(null, null, null, null),
            "TABLE_CAT t, TABLE_SCHEM t, TABLE_NAME t, COLUMN_NAME t, DATA_TYPE i, TYPE_NAME t,"
                + " COLUMN_SIZE i, BUFFER_LENGTH i, DECIMAL_DIGITS i, NUM_PREC_RADIX i, NULLABLE i,"
                + " REMARKS t, COLUMN_DEF t, SQL_DATA_TYPE i, SQL_DATETIME_SUB i,"
                + " CHAR_OCTET_LENGTH i, ORDINAL_POSITION i, IS_NULLABLE t, SCOPE_CATALOG t,"
                + " SCOPE_SCHEMA t, SCOPE_TABLE t, SOURCE_DATA_TYPE s, IS_AUTOINCREMENT t,"
                + " IS_GENERATEDCOLUMN t",
            "TABLE_CAT, TABLE_SCHEM, TABLE_NAME, ORDINAL_POSITION"),
        new Shape(
            "getPseudoColumns",
            metaData -> metaData.getPseudoColumns(null, null, null, null),
            "TABLE_CAT t, TABLE_SCHEM t, TABLE_NAME t, COLUMN_NAME t, DATA_TYPE i, COLUMN_SIZE i,"
                + " DECIMAL_DIGITS i, NUM_PREC_RADIX i, COLUMN_USAGE t, REMARKS t,"
                + " CHAR_OCTET_LENGTH i, IS_NULLABLE t",
            "TABLE_CAT, TABLE_SCHEM, TABLE_NAME, COLUMN_NAME"),
        new Shape(
            "getSuperTables",
            metaData -> metaData.getSuperTables(null, null, null),
            "TABLE_CAT t, TABLE_SCHEM t, TABLE_NAME t, SUPERTABLE_NAME t",
            "TABLE_NAME"),
        new Shape(
            "getTablePrivileges",
            metaData -> metaData.getTablePrivileges(null, null, null),
            "TABLE_CAT t, TABLE_SCHEM t, TABLE_NAME t, GRANTOR t, GRANTEE t, PRIVILEGE t,"
                + " IS_GRANTABLE t",
            "TABLE_CAT, TABLE_SCHEM, TABLE_NAME, PRIVILEGE"),
        new Shape(
            "getColumnPrivileges",
            metaData -> metaData.getColumnPrivileges(null, "linkedapi", "accounts", null),
            "TABLE_CAT t, TABLE_SCHEM t, TABLE_NAME t, COLUMN_NAME t, GRANTOR t, GRANTEE t,"
                + " PRIVILEGE t, IS_GRANTABLE t",
            "COLUMN_NAME, PRIVILEGE"),
        new Shape(
            "getPrimaryKeys",
            metaData -> metaData.getPrimaryKeys(null, null, null),
            "TABLE_CAT t, TABLE_SCHEM t, TABLE_NAME t, COLUMN_NAME t, KEY_SEQ s, PK_NAME t",
            "COLUMN_NAME"),
        new Shape(
            "getImportedKeys",
            metaData -> metaData.getImportedKeys(null, null, null),
            KEYS,
            "PKTABLE_CAT, PKTABLE_SCHEM, PKTABLE_NAME, KEY_SEQ"),
        new Shape(
            "getExportedKeys",
            metaData -> metaData.getExportedKeys(null, null, null),
            KEYS,
            "FKTABLE_CAT, FKTABLE_SCHEM, FKTABLE_NAME, KEY_SEQ"),
        new Shape(
            "getCrossReference",
            metaData -> metaData.getCrossReference(null, null, null, null, null, null),
            KEYS,
            "FKTABLE_CAT, FKTABLE_SCHEM, FKTABLE_NAME, KEY_SEQ"),
        new Shape(
            "getIndexInfo",
            metaData -> metaData.getIndexInfo(null, null, null, false, true),
            "TABLE_CAT t, TABLE_SCHEM t, TABLE_NAME t, NON_UNIQUE b, INDEX_QUALIFIER t,"
                + " INDEX_NAME t, TYPE s, ORDINAL_POSITION s, COLUMN_NAME t, ASC_OR_DESC t,"
                + " CARDINALITY l, PAGES l, FILTER_CONDITION t",
            "NON_UNIQUE, TYPE, INDEX_NAME, ORDINAL_POSITION"),
        new Shape(
            "getBestRowIdentifier",
            metaData ->
                metaData.getBestRowIdentifier(
                    null, "linkedapi", "accounts", DatabaseMetaData.bestRowTemporary, true),
            IDENTIFIERS,
            "SCOPE"),
        new Shape(
            "getVersionColumns",
            metaData -> metaData.getVersionColumns(null, null, null),
            IDENTIFIERS,
            "SCOPE"),
        new Shape(
            "getProcedures",
            metaData -> metaData.getProcedures(null, null, null),
            "PROCEDURE_CAT t, PROCEDURE_SCHEM t, PROCEDURE_NAME t, reserved1 t, reserved2 t,"
                + " reserved3 t, REMARKS t, PROCEDURE_TYPE s, SPECIFIC_NAME t",
            "PROCEDURE_CAT, PROCEDURE_SCHEM, PROCEDURE_NAME, SPECIFIC_NAME"),
        new Shape(
            "getProcedureColumns",
            metaData -> metaData.getProcedureColumns(null, null, null, null),
            "PROCEDURE_CAT t, PROCEDURE_SCHEM t, PROCEDURE_NAME t, COLUMN_NAME t, COLUMN_TYPE s,"
                + " DATA_TYPE i, TYPE_NAME t, PRECISION i, LENGTH i, SCALE s, RADIX s, NULLABLE s,"
                + " REMARKS t, COLUMN_DEF t, SQL_DATA_TYPE i, SQL_DATETIME_SUB i,"
                + " CHAR_OCTET_LENGTH i, ORDINAL_POSITION i, IS_NULLABLE t, SPECIFIC_NAME t",
            // What goes in has a smaller COLUMN_TYPE than what comes out.
            "PROCEDURE_CAT, PROCEDURE_SCHEM, PROCEDURE_NAME, SPECIFIC_NAME, COLUMN_TYPE,"
                + " ORDINAL_POSITION"),
        new Shape(
            "getFunctions",
            metaData -> metaData.getFunctions(null, null, null),
            "FUNCTION_CAT t, FUNCTION_SCHEM t, FUNCTION_NAME t, REMARKS t, FUNCTION_TYPE s,"
                + " SPECIFIC_NAME t",
            "FUNCTION_CAT, FUNCTION_SCHEM, FUNCTION_NAME, SPECIFIC_NAME"),
        new Shape(
            "getFunctionColumns",
            metaData -> metaData.getFunctionColumns(null, null, null, null),
            "FUNCTION_CAT t, FUNCTION_SCHEM t, FUNCTION_NAME t, COLUMN_NAME t, COLUMN_TYPE s,"
                + " DATA_TYPE i, TYPE_NAME t, PRECISION i, LENGTH i, SCALE s, RADIX s, NULLABLE s,"
                + " REMARKS t, CHAR_OCTET_LENGTH i, ORDINAL_POSITION i, IS_NULLABLE t,"
                + " SPECIFIC_NAME t",
            "FUNCTION_CAT, FUNCTION_SCHEM, FUNCTION_NAME, SPECIFIC_NAME, COLUMN_TYPE,"
                + " ORDINAL_POSITION"),
        new Shape(
            "getTypeInfo",
            DatabaseMetaData::getTypeInfo,
            "TYPE_NAME t, DATA_TYPE i, PRECISION i, LITERAL_PREFIX t, LITERAL_SUFFIX t,"
                + " CREATE_PARAMS t, NULLABLE s, CASE_SENSITIVE b, SEARCHABLE s,"
                + " UNSIGNED_ATTRIBUTE b, FIXED_PREC_SCALE b, AUTO_INCREMENT b, LOCAL_TYPE_NAME t,"
                + " MINIMUM_SCALE s, MAXIMUM_SCALE s, SQL_DATA_TYPE i, SQL_DATETIME_SUB i,"
                + " NUM_PREC_RADIX i",
            "DATA_TYPE"),
        new Shape(
            "getUDTs",
            metaData -> metaData.getUDTs(null, null, null, null),
            "TYPE_CAT t, TYPE_SCHEM t, TYPE_NAME t, CLASS_NAME t, DATA_TYPE i, REMARKS t,"
                + " BASE_TYPE s",
            "DATA_TYPE, TYPE_CAT, TYPE_SCHEM, TYPE_NAME"),
        new Shape(
            "getSuperTypes",
            metaData -> metaData.getSuperTypes(null, null, null),
            "TYPE_CAT t, TYPE_SCHEM t, TYPE_NAME t, SUPERTYPE_CAT t, SUPERTYPE_SCHEM t,"
                + " SUPERTYPE_NAME t",
            "TYPE_NAME"),
        new Shape(
            "getAttributes",
            metaData -> metaData.getAttributes(null, null, null, null),
            "TYPE_CAT t, TYPE_SCHEM t, TYPE_NAME t, ATTR_NAME t, DATA_TYPE i, ATTR_TYPE_NAME t,"
                + " ATTR_SIZE i, DECIMAL_DIGITS i, NUM_PREC_RADIX i, NULLABLE i, REMARKS t,"
                + " ATTR_DEF t, SQL_DATA_TYPE i, SQL_DATETIME_SUB i, CHAR_OCTET_LENGTH i,"
                + " ORDINAL_POSITION i, IS_NULLABLE t, SCOPE_CATALOG t, SCOPE_SCHEMA t,"
                + " SCOPE_TABLE t, SOURCE_DATA_TYPE s",
            "TYPE_CAT, TYPE_SCHEM, TYPE_NAME, ORDINAL_POSITION"),
        new Shape(
            "getClientInfoProperties",
            DatabaseMetaData::getClientInfoProperties,
            "NAME t, MAX_LEN i, DEFAULT_VALUE t, DESCRIPTION t",
            "NAME"));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void columnsAreThoseOfTheJavadoc(Shape shape) throws SQLException {
    List<String> expected = new ArrayList<>();
    for (String column : shape.columns().split(", ", -1)) {
      String[] parts = column.split(" ", -1);
      expected.add(parts[0] + " " + TYPES.get(parts[1]));
    }

    try (ResultSet rows = shape.call().of(connection.getMetaData())) {
      ResultSetMetaData columns = rows.getMetaData();
      List<String> actual = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        assertThat(columns.getColumnLabel(i)).isEqualTo(columns.getColumnName(i));
        actual.add(columns.getColumnName(i) + " " + columns.getColumnType(i));
      }
      assertThat(actual).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void rowsAreInTheOrderOfTheJavadoc(Shape shape) throws SQLException {
    List<List<@Nullable Object>> keys = new ArrayList<>();
    try (ResultSet rows = shape.call().of(connection.getMetaData())) {
      while (rows.next()) {
        List<@Nullable Object> key = new ArrayList<>();
        for (String column : shape.order().split(", ", -1)) {
          key.add(rows.getObject(column));
        }
        keys.add(key);
      }
    }

    assertThat(keys).isSortedAccordingTo(MetaDataShapesTest::compare);
  }

  private static int compare(List<@Nullable Object> left, List<@Nullable Object> right) {
    for (int i = 0; i < left.size(); i++) {
      int order = compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compare(@Nullable Object left, @Nullable Object right) {
    if (left instanceof String text && right instanceof String other) {
      return text.compareTo(other);
    }
    if (left instanceof Number number && right instanceof Number other) {
      return Integer.compare(number.intValue(), other.intValue());
    }
    // Catalogs, all of them null, and NON_UNIQUE, which is false.
    assertThat(left).isEqualTo(right);
    return 0;
  }
}
