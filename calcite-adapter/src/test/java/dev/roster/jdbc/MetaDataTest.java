package dev.roster.jdbc;

import static dev.roster.jdbc.MetaDataTexts.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.fake.Engine;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the metadata tells of the connection, all of it without asking a provider. */
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

  @Test
  void onlyRostersSchemasAndFunctionsAreThere() throws SQLException {
    assertThat(texts(metaData.getSchemas(), "TABLE_SCHEM")).containsExactly("fake");
    assertThat(texts(metaData.getFunctions(null, "%", "%"), "FUNCTION_NAME"))
        .containsExactly("disconnect", "one", "regenerate", "send", "send_list", "wait_for_it");
  }

  @Test
  void theProductIsRoster() throws SQLException {
    assertThat(metaData.getDatabaseProductName()).isEqualTo("Roster");
    assertThat(metaData.getDriverName()).isEqualTo("Roster JDBC Driver");
    assertThat(metaData.getURL()).isEqualTo("jdbc:roster:fake");
    assertThat(metaData.getConnection()).isSameAs(roster.connection);
  }

  @Test
  void theVersionIsThatOfTheBuild() throws SQLException {
    assertThat(metaData.getDriverVersion())
        .isEqualTo(metaData.getDatabaseProductVersion())
        .startsWith(
            metaData.getDriverMajorVersion() + "." + metaData.getDriverMinorVersion() + ".");
    assertThat(metaData.getDatabaseMajorVersion()).isEqualTo(metaData.getDriverMajorVersion());
    assertThat(metaData.getDatabaseMinorVersion()).isEqualTo(metaData.getDriverMinorVersion());
    assertThat(metaData.getJDBCMajorVersion()).isEqualTo(4);
    assertThat(metaData.getJDBCMinorVersion()).isEqualTo(3);
  }

  @Test
  void aSecretOfTheUrlOrThePropertiesIsNotShown() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("postpressKey", "very secret");
    try (Connection connection =
        DriverManager.getConnection(
            "jdbc:roster:linkedapiToken=also secret;connectsafelyKey=secret too", properties)) {
      DatabaseMetaData secretive = connection.getMetaData();
      assertThat(secretive.getURL()).isEqualTo("jdbc:roster:");
      assertThat(secretive.getUserName()).isEmpty();
      assertThat(secretive).asString().doesNotContain("secret");
    }
  }

  @Test
  void itIsReadOnlyUnlessWritesAreAllowed() throws SQLException {
    assertThat(metaData.isReadOnly()).isTrue();
    try (Roster writing = Roster.writing()) {
      DatabaseMetaData ofWriting = writing.connection.getMetaData();
      assertThat(ofWriting.isReadOnly()).isFalse();
      writing.connection.setReadOnly(true);
      assertThat(ofWriting.isReadOnly()).isTrue();
    }
  }

  @Test
  void anybodyMaySelectAndNobodyMore() throws SQLException {
    assertThat(
            texts(
                metaData.getTablePrivileges(null, "fake", "s%"),
                "TABLE_NAME",
                "GRANTEE",
                "PRIVILEGE",
                "IS_GRANTABLE"))
        .containsExactly(
            "sessions|PUBLIC|SELECT|NO", "skills|PUBLIC|SELECT|NO", "stubborn|PUBLIC|SELECT|NO");
    assertThat(
            texts(
                metaData.getColumnPrivileges(null, "fake", "skills", "%"),
                "COLUMN_NAME",
                "PRIVILEGE"))
        .containsExactly("account_id|SELECT", "skill|SELECT");
  }

  @Test
  void clientInfoHasTheNamesOfJdbc() throws SQLException {
    assertThat(texts(metaData.getClientInfoProperties(), "NAME"))
        .containsExactly("ApplicationName", "ClientHostname", "ClientUser");
    for (String name : texts(metaData.getClientInfoProperties(), "NAME")) {
      roster.connection.setClientInfo(name, "a value");
      assertThat(roster.connection.getClientInfo(name)).isEqualTo("a value");
    }
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
