package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.fake.Engine;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the metadata tells, all of it without asking a provider. */
class MetaDataTest {

  private Roster roster;
  private DatabaseMetaData metaData;

  @BeforeEach
  void open() throws SQLException {
    roster = Roster.reading();
    metaData = roster.connection.getMetaData();
  }

  @AfterEach
  void nobodyWasAsked() throws SQLException {
    assertThat(roster.requests()).isEmpty();
    roster.close();
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
  void tablesHaveRemarks() throws SQLException {
    assertThat(
            of(
                metaData.getTables(null, "fake", "%", null),
                "TABLE_SCHEM",
                "TABLE_NAME",
                "TABLE_TYPE",
                "REMARKS"))
        .containsExactlyInAnyOrder(
            "fake|accounts|TABLE|All accounts.",
            "fake|profiles|TABLE|One profile an account.",
            "fake|sessions|TABLE|The same call, other rows.",
            "fake|skills|TABLE|The skills of a profile.",
            "fake|stubborn|TABLE|Answers with all accounts, whatever key is asked for.");
  }

  @Test
  void columnsHaveRemarksPlainTypesAndNullability() throws SQLException {
    assertThat(
            of(
                metaData.getColumns(null, "fake", "accounts", "%"),
                "COLUMN_NAME",
                "TYPE_NAME",
                "IS_NULLABLE",
                "REMARKS"))
        .containsExactly(
            "id|VARCHAR|NO|The id.",
            "avatar_url|VARCHAR|YES|Where the picture is.",
            "token|VARCHAR|NO|The secret.",
            "connected_at|TIMESTAMP(3)|NO|Since when.",
            "seats|BIGINT|NO|How many seats.");
  }

  @Test
  void primaryKeysAreThoseOfTheDeclarations() throws SQLException {
    assertThat(
            of(
                metaData.getPrimaryKeys(null, "fake", "profiles"),
                "TABLE_SCHEM",
                "TABLE_NAME",
                "COLUMN_NAME",
                "KEY_SEQ"))
        .containsExactly("fake|profiles|account_id|1");
    assertThat(of(metaData.getPrimaryKeys(null, "fake", "skills"), "COLUMN_NAME")).isEmpty();
  }

  @Test
  void proceduresAreListedWithTheirParameters() throws SQLException {
    assertThat(
            of(
                metaData.getProcedures(null, null, "send%"),
                "PROCEDURE_SCHEM",
                "PROCEDURE_NAME",
                "REMARKS"))
        .containsExactly("fake|send|send at length", "fake|send_list|send at length");
    assertThat(
            of(
                metaData.getProcedureColumns(null, "fake", "send", null),
                "COLUMN_NAME",
                "TYPE_NAME",
                "IS_NULLABLE",
                "ORDINAL_POSITION",
                "REMARKS"))
        .containsExactly(
            "target|VARCHAR|NO|1|to whom",
            "times|BIGINT|YES|2|how often",
            "kind|VARCHAR|YES|3|how");
  }

  @Test
  void onlyRostersSchemasAndFunctionsAreThere() throws SQLException {
    assertThat(of(metaData.getSchemas(), "TABLE_SCHEM")).containsExactly("fake");
    assertThat(of(metaData.getFunctions(null, "%", "%"), "FUNCTION_NAME"))
        .containsExactlyInAnyOrder(
            "send", "send_list", "one", "disconnect", "regenerate", "wait_for_it");
  }

  @Test
  void theProductIsRoster() throws SQLException {
    assertThat(metaData.getDatabaseProductName()).isEqualTo("Roster");
    assertThat(metaData.getDriverName()).isEqualTo("Roster JDBC Driver");
    assertThat(metaData.getURL()).isEqualTo("jdbc:roster:fake");
    assertThat(metaData.getConnection()).isSameAs(roster.connection);
  }

  @Test
  void transactionCallsAreHarmless() throws SQLException {
    assertThat(roster.connection.getAutoCommit()).isTrue();
    roster.connection.setAutoCommit(false);
    roster.connection.commit();
    roster.connection.rollback();
    assertThat(roster.connection.isValid(0)).isTrue();
    assertThat(Engine.texts(metaData.getSchemas())).hasSize(1);
  }
}
