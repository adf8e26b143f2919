package dev.roster.jdbc;

import static dev.roster.jdbc.MetaDataTexts.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the metadata tells of the keys of the providers' tables. There are no credentials, so no
 * provider can be asked.
 */
class MetaDataKeysTest {

  private static final String[] REFERENCE = {
    "FKTABLE_NAME",
    "FKCOLUMN_NAME",
    "PKTABLE_NAME",
    "PKCOLUMN_NAME",
    "KEY_SEQ",
    "FK_NAME",
    "PK_NAME"
  };

  private Connection connection;
  private DatabaseMetaData metaData;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:roster:");
    metaData = connection.getMetaData();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void primaryKeysAreThoseOfTheDeclarations() throws SQLException {
    assertThat(
            texts(
                metaData.getPrimaryKeys(null, "LinkedAPI", "Accounts"),
                "TABLE_SCHEM",
                "TABLE_NAME",
                "COLUMN_NAME",
                "KEY_SEQ",
                "PK_NAME"))
        .containsExactly("linkedapi|accounts|id|1|accounts_pkey");
    assertThat(metaData.getPrimaryKeys(null, "postpress", "gmail_aliases").next()).isFalse();
    // It is a name, and no pattern.
    assertThat(metaData.getPrimaryKeys(null, "linkedapi", "acc%").next()).isFalse();
    assertThat(metaData.getPrimaryKeys("catalog", "linkedapi", "accounts").next()).isFalse();
  }

  @Test
  void importedKeysAreWhatATableRefersTo() throws SQLException {
    assertThat(texts(metaData.getImportedKeys(null, "linkedapi", "accounts"), REFERENCE))
        .containsExactly(
            "accounts|reconnection_session_id|connection_sessions|session_id|1"
                + "|accounts_reconnection_session_id_fkey|connection_sessions_pkey");
    assertThat(
            texts(metaData.getImportedKeys("", "postpress", "linkedin_organizations"), REFERENCE))
        .containsExactly(
            "linkedin_organizations|account_id|linkedin_profile|account_id|1"
                + "|linkedin_organizations_account_id_fkey|linkedin_profile_pkey");
    assertThat(metaData.getImportedKeys(null, "postpress", "own_profile").next()).isFalse();
  }

  @Test
  void exportedKeysAreWhatRefersToATable() throws SQLException {
    assertThat(texts(metaData.getExportedKeys(null, "postpress", "OWN_PROFILE"), "FKTABLE_NAME"))
        .containsExactly(
            "gmail_profile",
            "imap_profile",
            "linkedin_profile",
            "outlook_profile",
            "telegram_profile",
            "twitter_profile");
    assertThat(metaData.getExportedKeys(null, "linkedapi", "accounts").next()).isFalse();
  }

  @Test
  void crossReferencesAreTheKeysBetweenTwoTables() throws SQLException {
    assertThat(
            texts(
                metaData.getCrossReference(
                    null, "postpress", "gmail_profile", null, "postpress", "gmail_aliases"),
                "FKTABLE_SCHEM",
                "FK_NAME",
                "UPDATE_RULE",
                "DELETE_RULE",
                "DEFERRABILITY"))
        .containsExactly("postpress|gmail_aliases_account_id_fkey|3|3|7");
    assertThat(
            metaData
                .getCrossReference(
                    null, "postpress", "gmail_aliases", null, "postpress", "gmail_profile")
                .next())
        .isFalse();
  }

  @Test
  void aPrimaryKeyIsAUniqueIndexAndIdentifiesARow() throws SQLException {
    assertThat(
            texts(
                metaData.getIndexInfo(null, "linkedapi", "accounts", true, false),
                "INDEX_NAME",
                "NON_UNIQUE",
                "TYPE",
                "ORDINAL_POSITION",
                "COLUMN_NAME",
                "CARDINALITY"))
        .containsExactly("accounts_pkey|false|3|1|id|null");
    assertThat(
            texts(
                metaData.getBestRowIdentifier(
                    null, "linkedapi", "accounts", DatabaseMetaData.bestRowSession, false),
                "SCOPE",
                "COLUMN_NAME",
                "DATA_TYPE",
                "TYPE_NAME",
                "COLUMN_SIZE",
                "PSEUDO_COLUMN"))
        .containsExactly("2|id|12|VARCHAR|65536|1");
    assertThat(metaData.getIndexInfo(null, "postpress", "gmail_aliases", false, true).next())
        .isFalse();
    assertThat(metaData.getVersionColumns(null, "linkedapi", "accounts").next()).isFalse();
  }

  @Test
  void aScopeThatThereIsNotIsRefused() {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> metaData.getBestRowIdentifier(null, "linkedapi", "accounts", 3, true))
        .satisfies(thrown -> assertThat(thrown.getSQLState()).isEqualTo("22023"))
        .withMessageContaining("scope 3");
  }
}
