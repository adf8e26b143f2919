package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.calcite.fake.Engine;
import dev.roster.calcite.settings.ConnectionProperty;
import dev.roster.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.ServiceLoader;
import org.apache.calcite.jdbc.CalciteConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the driver takes and refuses before a statement is there. */
class DriverTest {

  private static final String SECRETS =
      "linkedapiToken=tok_1;connectsafelyKey=key_2;postpressKey=key_3";

  private final Driver driver = new Driver();

  private Connection connect(String url) throws SQLException {
    return connect(url, new Properties());
  }

  private Connection connect(String url, Properties properties) throws SQLException {
    return Objects.requireNonNull(driver.connect(url, properties));
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return Engine.texts(rows);
    }
  }

  @Test
  void aForeignUrlIsLeftToOtherDrivers() throws SQLException {
    assertThat(driver.acceptsURL("jdbc:calcite:")).isFalse();
    assertThat(driver.connect("jdbc:postgresql://host/db", new Properties())).isNull();
    assertThat(driver.connect(null, null)).isNull();
  }

  @Test
  void theServiceFileNamesTheDriver() {
    assertThat(ServiceLoader.load(java.sql.Driver.class).stream().map(ServiceLoader.Provider::type))
        .contains(Driver.class);
    assertThat(driver.jdbcCompliant()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "linkedapitoken, linkedapiToken",
    "LinkedApiURL, linkedapiUrl",
    "write, writes",
    "revealsecret, revealSecrets",
    "postpressAccountId, postpressAccountIds",
  })
  void anUnknownPropertyInTheUrlIsAnErrorWithTheNearestName(String wrong, String nearest) {
    SQLException failure =
        catchThrowableOfType(
            SQLException.class, () -> connect("jdbc:roster:" + wrong + "=secret_value"));
    assertThat(failure.getSQLState()).isEqualTo("42000");
    assertThat(failure.getMessage())
        .isEqualTo(
            "connection: the URL has an unknown property "
                + wrong
                + ". Did you mean "
                + nearest
                + "?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:roster:linkedapiToken=one;halfOfIt", "jdbc:roster:halfOfIt"})
  void whatMayBeHalfACredentialIsNotRepeated(String url) {
    SQLException failure = catchThrowableOfType(SQLException.class, () -> connect(url));
    assertThat(failure.getSQLState()).isEqualTo("42000");
    assertThat(failure.getMessage())
        .isEqualTo(
            "connection: a part of the URL is not name=value. The embedded sandbox is"
                + " jdbc:roster:sandbox; put a value that holds a semicolon into quotes.");
  }

  @Test
  void anEmptyUserAndPasswordAreNoReasonToWarn() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "");
    properties.setProperty("password", "");
    try (Connection connection = connect("jdbc:roster:", properties)) {
      assertThat((Throwable) connection.getWarnings()).isNull();
    }
  }

  @Test
  void whatLibreOfficeHandsToEachDriverIsNoWarning() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("Type", "jdbc");
    try (Connection connection = connect("jdbc:roster:", properties)) {
      assertThat((Throwable) connection.getWarnings()).isNull();
    }
  }

  @Test
  void anUnknownPropertyInPropertiesIsAWarningWithoutItsValue() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "secret_value");
    properties.setProperty("writes", "allow");
    try (Connection connection = connect("jdbc:roster:", properties)) {
      assertThat(connection.getWarnings().getMessage())
          .isEqualTo(
              "connection: property ApplicationName is not one of Roster's and has no effect"
                  + " here.");
      assertThat((Throwable) connection.getWarnings().getNextWarning()).isNull();
      connection.clearWarnings();
      assertThat((Throwable) connection.getWarnings()).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "writes=yes, connection: property writes accepts deny or dry_run or allow",
    "linkedapiUrl=example.com, connection: property linkedapiUrl is no http or https URL",
    "irreversible=1, connection: property irreversible accepts true or false",
    "ledger=jdbc:mysql://u:pw@h/db, connection: property ledger is a JDBC URL of a database that",
  })
  void aValueThatIsNotAmongTheChoicesIsRefused(String property, String message) {
    SQLException failure =
        catchThrowableOfType(SQLException.class, () -> connect("jdbc:roster:" + property));
    assertThat(failure.getSQLState()).isEqualTo("42000");
    assertThat(failure.getMessage()).startsWith(message);
  }

  @Test
  void aUrlThatCannotBeReadIsNotRepeated() {
    SQLException failure =
        catchThrowableOfType(
            SQLException.class, () -> connect("jdbc:roster:linkedapiToken='tok_1"));
    assertThat(failure.getSQLState()).isEqualTo("42000");
    assertThat(failure.getMessage()).doesNotContain("tok_1");
    assertThat(failure.getCause()).isNull();
  }

  @Test
  void thePropertyInfoIsMadeOfThePropertiesAndShowsNoSecret() {
    Properties properties = new Properties();
    properties.setProperty("password", "postpressKey=key_4");
    DriverPropertyInfo[] all =
        driver.getPropertyInfo("jdbc:roster:" + SECRETS + ";writes=allow", properties);
    assertThat(Arrays.stream(all).map(info -> info.name))
        .containsExactlyElementsOf(
            Arrays.stream(ConnectionProperty.values()).map(ConnectionProperty::key).toList());
    assertThat(Arrays.stream(all).map(info -> String.valueOf(info.value)))
        .noneMatch(value -> value.contains("tok_1") || value.contains("key_"));
    assertThat(Arrays.stream(all)).noneMatch(info -> info.required);
    DriverPropertyInfo writes =
        Arrays.stream(all).filter(info -> info.name.equals("writes")).findFirst().orElseThrow();
    assertThat(writes.value).isEqualTo("allow");
    assertThat(writes.choices).containsExactly("deny", "dry_run", "allow");
    assertThat(writes.description).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:roster:linkedapiToken='half", "jdbc:roster:wri", "jdbc:roster"})
  void thePropertyInfoIsThereWhileAUrlIsTyped(String url) {
    assertThat(driver.getPropertyInfo(url, null)).hasSize(ConnectionProperty.values().length);
    assertThat(driver.getPropertyInfo(null, null)).hasSize(ConnectionProperty.values().length);
  }

  @Test
  void theVersionIsTheBuildsAndTheLoggerIsTheParentOfRosters() {
    assertThat(driver.getMajorVersion() + "." + driver.getMinorVersion())
        .isEqualTo(DriverBuild.VERSION.replaceFirst("^(\\d+\\.\\d+).*", "$1"));
    assertThat(driver.getParentLogger().getName()).isEqualTo("dev.roster");
  }

  @Test
  void noSecretCanBeReadBack() throws SQLException {
    try (Connection connection = connect("jdbc:roster:" + SECRETS)) {
      assertThat(
              List.of(
                  connection.getMetaData().getURL(),
                  String.valueOf(connection.getMetaData().getUserName()),
                  connection.toString(),
                  connection.getClientInfo().toString(),
                  connection.unwrap(CalciteConnection.class).getProperties().toString(),
                  connection.unwrap(CalciteConnection.class).getMetaData().getURL(),
                  String.join(
                      "\n", rows(connection, "EXPLAIN PLAN FOR SELECT * FROM linkedapi.accounts"))))
          .noneMatch(text -> text.contains("tok_1") || text.contains("key_"));
    }
  }

  @Test
  void aProviderWithoutCredentialIsShownAndItsUseSaysWhichPropertyIsMissing() throws SQLException {
    try (Connection connection = connect("jdbc:roster:")) {
      try (ResultSet tables = connection.getMetaData().getTables(null, "linkedapi", "%", null)) {
        assertThat(tables.next()).isTrue();
      }
      assertThat(rows(connection, "EXPLAIN PLAN FOR SELECT * FROM linkedapi.accounts"))
          .isNotEmpty();
      assertThat(rows(connection, "SELECT count(*) FROM roster.error_types"))
          .isNotEqualTo(List.of("0"));
      SQLException failure =
          catchThrowableOfType(
              SQLException.class, () -> rows(connection, "SELECT * FROM linkedapi.accounts"));
      assertThat(failure.getSQLState()).isEqualTo("28000");
      assertThat(failure.getMessage())
          .contains("linkedapiToken is missing")
          .contains("ROSTER_LINKEDAPI_TOKEN");
    }
  }

  @Test
  void theProviderIsWhereTheUrlSaysAndIsAskedByTheStatementOnly() throws SQLException {
    try (Sandbox sandbox = Sandbox.start();
        Connection connection =
            connect(
                "jdbc:roster:linkedapiUrl="
                    + sandbox.linkedapiUrl()
                    + ";linkedapiToken="
                    + Sandbox.LINKEDAPI_TOKEN)) {
      connection.getMetaData().getColumns(null, "%", "%", "%").close();
      assertThat(connection.isValid(1)).isTrue();
      assertThat(sandbox.requests()).isEmpty();
      assertThat(rows(connection, "SELECT count(*) > 0 FROM linkedapi.accounts;"))
          .containsExactly("true");
      assertThat(sandbox.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:roster:sandbox",
        "jdbc:roster:sandbox;writes=allow",
        "jdbc:roster:sandbox:writes=allow"
      })
  void theSandboxNeedsNothingElse(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      assertThat(rows(connection, "SELECT id FROM linkedapi.accounts")).isNotEmpty();
      assertThat(connection.getMetaData().getURL()).isEqualTo("jdbc:roster:sandbox");
    }
  }

  @Test
  void theConnectionsOfAProcessShareOneSandboxUntilTheLastIsClosed() throws SQLException {
    String sessions = "SELECT session_id FROM linkedapi.pending_connection_sessions";
    List<String> atFirst;
    try (Connection one = connect("jdbc:roster:sandbox;writes=allow")) {
      atFirst = rows(one, sessions);
      try (Connection other = connect("jdbc:roster:sandbox")) {
        assertThat(rows(one, "CALL linkedapi.create_connection_session()")).hasSize(1);
        assertThat(rows(other, sessions)).hasSize(atFirst.size() + 1);
      }
      assertThat(rows(one, sessions)).hasSize(atFirst.size() + 1);
    }
    try (Connection later = connect("jdbc:roster:sandbox")) {
      assertThat(rows(later, sessions)).isEqualTo(atFirst);
    }
  }

  @Test
  void closingTwiceGivesTheSandboxBackOnce() throws SQLException {
    try (Connection one = connect("jdbc:roster:sandbox")) {
      Connection other = connect("jdbc:roster:sandbox");
      other.close();
      other.close();
      assertThat(rows(one, "SELECT id FROM linkedapi.accounts")).isNotEmpty();
    }
  }
}
