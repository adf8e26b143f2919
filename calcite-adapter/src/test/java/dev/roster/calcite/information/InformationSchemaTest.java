package dev.roster.calcite.information;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.fake.Engine;
import dev.roster.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code information_schema} tells is what JDBC's metadata tell, and nobody is asked. */
class InformationSchemaTest {

  private Sandbox sandbox;
  private Connection connection;
  private DatabaseMetaData metaData;

  @BeforeEach
  void open() throws SQLException {
    sandbox = Sandbox.start();
    Properties properties = new Properties();
    properties.setProperty("linkedapiUrl", sandbox.linkedapiUrl().toString());
    properties.setProperty("linkedapiToken", Sandbox.LINKEDAPI_TOKEN);
    connection = DriverManager.getConnection("jdbc:roster:", properties);
    metaData = connection.getMetaData();
  }

  @AfterEach
  void nobodyWasAsked() throws SQLException {
    assertThat(sandbox.requests()).isEmpty();
    connection.close();
    sandbox.close();
  }

  private List<String> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return Engine.texts(rows);
    }
  }

  private static List<String> of(ResultSet rows, String... columns) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (rows) {
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (String column : columns) {
          values.add(rows.getString(column));
        }
        texts.add(String.join("|", values));
      }
    }
    return texts;
  }

  @Test
  void theSchemataAreTheSchemas() throws SQLException {
    assertThat(rows("SELECT schema_name FROM information_schema.schemata"))
        .isNotEmpty()
        .isEqualTo(of(metaData.getSchemas(), "TABLE_SCHEM"));
  }

  @Test
  void theTablesAreTheTables() throws SQLException {
    assertThat(
            rows(
                "SELECT table_schema, table_name,"
                    + " CASE table_type WHEN 'BASE TABLE' THEN 'TABLE' ELSE table_type END, remarks"
                    + " FROM information_schema.tables"))
        .hasSizeGreaterThan(20)
        .containsExactlyInAnyOrderElementsOf(
            of(
                metaData.getTables(null, null, "%", null),
                "TABLE_SCHEM",
                "TABLE_NAME",
                "TABLE_TYPE",
                "REMARKS"));
  }

  @Test
  void theColumnsAreTheColumns() throws SQLException {
    assertThat(
            rows(
                "SELECT table_schema, table_name, column_name, ordinal_position, data_type,"
                    + " COALESCE(character_maximum_length, numeric_precision, 0),"
                    + " COALESCE(character_octet_length, 0), COALESCE(numeric_precision_radix, 0),"
                    + " COALESCE(numeric_scale, datetime_precision, 0), is_nullable, remarks"
                    + " FROM information_schema.columns"
                    + " WHERE data_type NOT IN ('BOOLEAN', 'TIMESTAMP')"))
        .hasSizeGreaterThan(200)
        .containsExactlyInAnyOrderElementsOf(
            columns(metaData.getColumns(null, null, "%", "%")).stream()
                .filter(row -> !row.matches(".*\\|(BOOLEAN|TIMESTAMP)\\|.*"))
                .toList());
  }

  private static List<String> columns(ResultSet rows) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (rows) {
      while (rows.next()) {
        texts.add(
            String.join(
                "|",
                rows.getString("TABLE_SCHEM"),
                rows.getString("TABLE_NAME"),
                rows.getString("COLUMN_NAME"),
                rows.getString("ORDINAL_POSITION"),
                rows.getString("TYPE_NAME"),
                rows.getString("COLUMN_SIZE"),
                String.valueOf(rows.getInt("CHAR_OCTET_LENGTH")),
                String.valueOf(rows.getInt("NUM_PREC_RADIX")),
                String.valueOf(rows.getInt("DECIMAL_DIGITS")),
                rows.getString("IS_NULLABLE"),
                rows.getString("REMARKS")));
      }
    }
    return texts;
  }

  @Test
  void aTimestampHasMilliseconds() throws SQLException {
    assertThat(
            rows(
                "SELECT DISTINCT data_type, datetime_precision, numeric_precision"
                    + " FROM information_schema.columns WHERE datetime_precision IS NOT NULL"))
        .containsExactly("TIMESTAMP|3|null");
  }

  @Test
  void theKeysAreTheKeys() throws SQLException {
    List<String> primary = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    for (String table : rows("SELECT table_schema, table_name FROM information_schema.tables")) {
      String[] name = table.split("\\|", 2);
      primary.addAll(
          of(
              metaData.getPrimaryKeys(null, name[0], name[1]),
              "TABLE_SCHEM",
              "TABLE_NAME",
              "PK_NAME",
              "COLUMN_NAME",
              "KEY_SEQ"));
      foreign.addAll(
          of(
              metaData.getImportedKeys(null, name[0], name[1]),
              "FKTABLE_SCHEM",
              "FKTABLE_NAME",
              "FK_NAME",
              "FKCOLUMN_NAME",
              "PKTABLE_NAME",
              "PKCOLUMN_NAME",
              "PK_NAME"));
    }
    assertThat(
            rows(
                "SELECT k.table_schema, k.table_name, k.constraint_name, k.column_name,"
                    + " k.ordinal_position FROM information_schema.key_column_usage k"
                    + " JOIN information_schema.table_constraints c"
                    + " USING (constraint_schema, constraint_name)"
                    + " WHERE c.constraint_type = 'PRIMARY KEY'"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(primary);
    assertThat(
            rows(
                "SELECT k.table_schema, k.table_name, k.constraint_name, k.column_name,"
                    + " u.table_name, u.column_name, r.unique_constraint_name"
                    + " FROM information_schema.key_column_usage k"
                    + " JOIN information_schema.referential_constraints r"
                    + " USING (constraint_schema, constraint_name)"
                    + " JOIN information_schema.constraint_column_usage u"
                    + " USING (constraint_schema, constraint_name)"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(foreign);
  }

  @Test
  void theRoutinesAreTheProcedures() throws SQLException {
    assertThat(
            rows(
                "SELECT routine_schema, routine_name, specific_name, remarks"
                    + " FROM information_schema.routines"))
        .isNotEmpty()
        .isEqualTo(
            of(
                metaData.getProcedures(null, null, "%"),
                "PROCEDURE_SCHEM",
                "PROCEDURE_NAME",
                "SPECIFIC_NAME",
                "REMARKS"));
  }

  @Test
  void theParametersAreThoseOfTheProcedures() throws SQLException {
    List<String> expected = new ArrayList<>();
    try (ResultSet rows = metaData.getProcedureColumns(null, null, "%", "%")) {
      while (rows.next()) {
        if (rows.getInt("COLUMN_TYPE") == DatabaseMetaData.procedureColumnIn) {
          expected.add(
              String.join(
                  "|",
                  rows.getString("PROCEDURE_SCHEM"),
                  rows.getString("PROCEDURE_NAME"),
                  rows.getString("COLUMN_NAME"),
                  rows.getString("ORDINAL_POSITION"),
                  rows.getString("TYPE_NAME"),
                  String.valueOf(rows.getString("COLUMN_DEF")),
                  rows.getString("REMARKS")));
        }
      }
    }
    assertThat(
            rows(
                "SELECT specific_schema, specific_name, parameter_name, ordinal_position,"
                    + " data_type, parameter_default, remarks FROM information_schema.parameters"))
        .hasSizeGreaterThan(20)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void everyViewsQueryGivesItsColumns() throws SQLException {
    List<String> views =
        rows("SELECT table_schema, table_name, view_definition FROM information_schema.views");
    assertThat(views).hasSize(3);
    for (String view : views) {
      String[] parts = view.split("\\|", 3);
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery("SELECT * FROM (" + parts[2] + ") AS v WHERE 1 = 0")) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          columns.add(rows.getMetaData().getColumnLabel(i));
        }
        assertThat(
                rows(
                    "SELECT column_name FROM information_schema.columns WHERE table_schema = '"
                        + parts[0]
                        + "' AND table_name = '"
                        + parts[1]
                        + "' ORDER BY ordinal_position"))
            .isEqualTo(columns);
      }
    }
  }

  @Test
  void aSchemaIsFoundInAnyCaseAndAsTheCurrentOne() throws SQLException {
    String count = rows("SELECT COUNT(*) FROM information_schema.tables").get(0);
    assertThat(rows("SELECT count(*) FROM INFORMATION_SCHEMA.\"TABLES\"")).containsExactly(count);
    connection.setSchema("information_schema");
    assertThat(rows("SELECT count(*) FROM tables")).containsExactly(count);
  }
}
