package dev.roster.jdbc;

import static dev.roster.jdbc.MetaDataTexts.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.table.SqlType;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the metadata tells of tables and columns, and which of them patterns find. */
class MetaDataTablesTest {

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

  private List<String> tables(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return texts(metaData.getTables(catalog, schema, table, null), "TABLE_NAME");
  }

  @Test
  void tablesHaveRemarks() throws SQLException {
    assertThat(
            texts(
                metaData.getTables(null, "fake", "%", null),
                "TABLE_SCHEM",
                "TABLE_NAME",
                "TABLE_TYPE",
                "REMARKS"))
        .containsExactly(
            "fake|accounts|TABLE|All accounts.",
            "fake|profiles|TABLE|One profile an account.",
            "fake|sessions|TABLE|The same call, other rows.",
            "fake|skills|TABLE|The skills of a profile.",
            "fake|stubborn|TABLE|Answers with all accounts, whatever key is asked for.");
  }

  @Test
  void tablesAreFoundByTheirType() throws SQLException {
    assertThat(texts(metaData.getTableTypes(), "TABLE_TYPE"))
        .containsExactly("SYSTEM TABLE", "TABLE", "VIEW");
    assertThat(metaData.getTables(null, null, null, new String[] {"VIEW", "TABLE"}).next())
        .isTrue();
    assertThat(metaData.getTables(null, "fake", null, new String[] {"VIEW"}).next()).isFalse();
    assertThat(metaData.getTables(null, null, null, new String[0]).next()).isFalse();
  }

  @Test
  void patternsMatchInAnyCase() throws SQLException {
    assertThat(tables(null, "FAKE", "ACC%")).containsExactly("accounts");
    assertThat(tables(null, "%a_e", "S_ills")).containsExactly("skills");
    assertThat(tables(null, null, "%S%S%")).containsExactly("sessions", "skills");
    assertThat(texts(metaData.getColumns(null, null, "Skills", "Account\\_ID"), "COLUMN_NAME"))
        .containsExactly("account_id");
  }

  @Test
  void anEscapedWildcardStandsForItself() throws SQLException {
    String escape = metaData.getSearchStringEscape();
    assertThat(texts(metaData.getColumns(null, null, "accounts", "avatar_url"), "COLUMN_NAME"))
        .containsExactly("avatar_url");
    assertThat(
            texts(
                metaData.getColumns(null, null, "accounts", "avatar" + escape + "_url"),
                "COLUMN_NAME"))
        .containsExactly("avatar_url");
    assertThat(tables(null, null, "s" + escape + "%")).isEmpty();
    assertThat(tables(null, null, "skill" + escape + "_")).isEmpty();
  }

  @Test
  void nothingElseInAPatternHasAMeaning() throws SQLException {
    assertThat(tables(null, null, ".*")).isEmpty();
    assertThat(tables(null, null, "skills|profiles")).isEmpty();
    assertThat(tables(null, null, "\\")).isEmpty();
    assertThat(tables(null, null, "[a-z]%")).isEmpty();
  }

  @Test
  void whatIsAskedForInACatalogIsNotThere() throws SQLException {
    assertThat(tables("", "fake", "skills")).containsExactly("skills");
    assertThat(tables("linkedapi", "fake", "skills")).isEmpty();
    assertThat(tables(null, "", "skills")).isEmpty();
    assertThat(tables(null, "fake", "")).isEmpty();
    assertThat(texts(metaData.getSchemas("", "F%"), "TABLE_SCHEM")).containsExactly("fake");
    assertThat(texts(metaData.getSchemas("other", null), "TABLE_SCHEM")).isEmpty();
    assertThat(metaData.getCatalogs().next()).isFalse();
    assertThat(texts(metaData.getTables("", null, "skills", null), "TABLE_CAT"))
        .containsExactly("null");
  }

  @Test
  void columnsHaveRemarksPlainTypesAndNullability() throws SQLException {
    assertThat(
            texts(
                metaData.getColumns(null, "fake", "accounts", "%"),
                "COLUMN_NAME",
                "TYPE_NAME",
                "IS_NULLABLE",
                "NULLABLE",
                "ORDINAL_POSITION",
                "REMARKS"))
        .containsExactly(
            "id|VARCHAR|NO|0|1|The id.",
            "avatar_url|VARCHAR|YES|1|2|Where the picture is.",
            "token|VARCHAR|NO|0|3|The secret.",
            "connected_at|TIMESTAMP|NO|0|4|Since when.",
            "seats|BIGINT|NO|0|5|How many seats.");
  }

  @Test
  void columnsHaveSizes() throws SQLException {
    String[] sizes = {
      "COLUMN_NAME",
      "DATA_TYPE",
      "COLUMN_SIZE",
      "DECIMAL_DIGITS",
      "NUM_PREC_RADIX",
      "CHAR_OCTET_LENGTH",
      "COLUMN_DEF",
      "IS_AUTOINCREMENT",
      "IS_GENERATEDCOLUMN"
    };
    assertThat(texts(metaData.getColumns(null, null, "accounts", "%"), sizes))
        .contains(
            "id|12|65536|null|null|262144|null|NO|NO",
            "connected_at|93|23|3|null|null|null|NO|NO",
            "seats|-5|19|0|10|null|null|NO|NO");
    assertThat(texts(metaData.getColumns(null, null, "profiles", "%"), sizes))
        .contains("score|8|17|null|10|null|null|NO|NO", "premium|16|1|null|null|null|null|NO|NO");
  }

  @Test
  void columnsAreLikeThoseOfAQueryOnTheTable() throws SQLException {
    try (Statement statement = roster.connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM fake.accounts WHERE 1 = 0");
        ResultSet columns = metaData.getColumns(null, "fake", "accounts", null)) {
      int i = 0;
      while (columns.next()) {
        i++;
        assertThat(columns.getString("COLUMN_NAME")).isEqualTo(rows.getMetaData().getColumnName(i));
        assertThat(columns.getInt("DATA_TYPE")).isEqualTo(rows.getMetaData().getColumnType(i));
        assertThat(columns.getInt("NULLABLE")).isEqualTo(rows.getMetaData().isNullable(i));
        assertThat(columns.getInt("COLUMN_SIZE"))
            .isEqualTo(SqlType.valueOf(columns.getString("TYPE_NAME")).precision());
      }
      assertThat(i).isEqualTo(rows.getMetaData().getColumnCount());
    }
  }

  @Test
  void whatThereIsNotIsEmpty() throws SQLException {
    assertThat(metaData.getPseudoColumns(null, null, null, null).next()).isFalse();
    assertThat(metaData.getSuperTables(null, null, null).next()).isFalse();
    assertThat(metaData.getSuperTypes(null, null, null).next()).isFalse();
    assertThat(metaData.getUDTs(null, null, null, null).next()).isFalse();
    assertThat(metaData.getAttributes(null, null, null, null).next()).isFalse();
  }
}
