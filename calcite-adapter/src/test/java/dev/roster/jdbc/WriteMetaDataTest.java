package dev.roster.jdbc;

import static dev.roster.jdbc.MetaDataTexts.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What metadata tell of tables that can be written. */
class WriteMetaDataTest {

  private final WritingRoster roster;

  WriteMetaDataTest() throws SQLException {
    roster = WritingRoster.all();
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
  }

  @Test
  void aTableTellsWhatCanBeDoneWithIt() throws SQLException {
    DatabaseMetaData metaData = roster.connection.getMetaData();
    assertThat(texts(metaData.getTablePrivileges(null, "w", "%"), "TABLE_NAME", "PRIVILEGE"))
        .containsExactly(
            "accounts|DELETE",
            "accounts|SELECT",
            "invitations|INSERT",
            "invitations|SELECT",
            "profiles|SELECT",
            "profiles|UPDATE");
    assertThat(
            texts(
                metaData.getColumnPrivileges(null, "w", "profiles", "%"),
                "COLUMN_NAME",
                "PRIVILEGE"))
        .containsExactly(
            "account_id|SELECT",
            "headline|SELECT",
            "headline|UPDATE",
            "name|SELECT",
            "picture|SELECT");
    assertThat(
            texts(
                metaData.getColumnPrivileges(null, "w", "invitations", "%u%"),
                "COLUMN_NAME",
                "PRIVILEGE"))
        .containsExactly(
            "account_id|INSERT",
            "account_id|SELECT",
            "profile_urn|INSERT",
            "profile_urn|SELECT",
            "status|SELECT");
    assertThat(metaData.supportsBatchUpdates()).isTrue();
    assertThat(roster.requests()).isEmpty();
  }
}
