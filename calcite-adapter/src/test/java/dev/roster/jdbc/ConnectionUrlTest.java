package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.calcite.settings.ConnectionProperty;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a URL, Properties and the password in them come to. */
class ConnectionUrlTest {

  private static Properties properties(String... keysAndValues) {
    Properties properties = new Properties();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
    }
    return properties;
  }

  private static Map<ConnectionProperty, String> given(String url, Properties properties)
      throws SQLException {
    return ConnectionUrl.parse(url, properties).given();
  }

  private static SQLException failure(String url, Properties properties) {
    return catchThrowableOfType(SQLException.class, () -> ConnectionUrl.parse(url, properties));
  }

  @Test
  void theUrlCountsBeforePropertiesAndTheseBeforeThePassword() throws SQLException {
    Properties properties =
        properties(
            "password", "linkedapiToken=three;connectsafelyKey='t;wo';postpressKey=one",
            "linkedapiToken", "two",
            "connectsafelyKey", " ");
    assertThat(given("jdbc:roster:linkedapiToken=one", properties))
        .isEqualTo(
            Map.of(
                ConnectionProperty.LINKEDAPI_TOKEN, "one",
                ConnectionProperty.CONNECTSAFELY_KEY, "t;wo",
                ConnectionProperty.POSTPRESS_KEY, "one"));
  }

  @Test
  void theUserHasNoEffect() throws SQLException {
    ConnectionUrl url = ConnectionUrl.parse("jdbc:roster:", properties("user", "me"));
    assertThat(url.given()).isEmpty();
    assertThat(url.unknown()).isEmpty();
  }

  @Test
  void valuesInPropertiesMayBeOtherThanText() throws SQLException {
    Properties properties = new Properties(properties("writes", "allow"));
    properties.put("irreversible", true);
    properties.put("loginTimeout", 5);
    ConnectionUrl url = ConnectionUrl.parse("jdbc:roster:", properties);
    assertThat(url.given())
        .isEqualTo(
            Map.of(ConnectionProperty.WRITES, "allow", ConnectionProperty.IRREVERSIBLE, "true"));
    assertThat(url.unknown()).containsExactly("loginTimeout");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2",
        "hunter2;more",
        "hunter2=more",
        "writes=hunter2",
        "linkedapiToken=a;hunter2",
        "linkedapiToken=a;hunter2=b",
        "linkedapiToken='hunter2"
      })
  void aPasswordThatIsNoListOfCredentialsIsRefusedAndNotRepeated(String password) {
    SQLException failure = failure("jdbc:roster:", properties("password", password));
    assertThat(failure.getSQLState()).isEqualTo("28000");
    assertThat(failure.getMessage())
        .startsWith("connection: the password ")
        .endsWith(
            "Leave it empty, or write linkedapiToken=...;connectsafelyKey=...;postpressKey=..."
                + " with those that you have; put a value that holds a semicolon into quotes.")
        .doesNotContain("hunter2", "more");
    assertThat(failure.getCause()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:roster, needs a colon at its end",
    "JDBC:Roster, needs a colon at its end",
    "jdbc:roster://host/sandbox, there is no host in it",
    "jdbc:roster:?writes=allow, separated by semicolons",
    "jdbc:roster:sandbox?writes=allow, separated by semicolons",
    "jdbc:roster:SANDBOX&writes=allow, separated by semicolons",
    "jdbc:roster:sandboxx, The embedded sandbox is jdbc:roster:sandbox;",
    "jdbc:roster:linkedapiToken=a;b, is not name=value",
    "jdbc:roster:linkedapiToken=a;b7Qx=c, put a value that holds a semicolon into quotes",
    "jdbc:roster:writes, property writes has no value in the URL. Write writes=deny or"
        + " writes=dry_run or writes=allow",
    "jdbc:roster:sandbox;irreversible, Write irreversible=true or irreversible=false",
  })
  void aUrlThatIsNotWrittenAsItMustBeGetsAHint(String url, String hint) {
    assertThat(ConnectionUrl.accepts(url)).isTrue();
    SQLException failure = failure(url, new Properties());
    assertThat(failure.getSQLState()).isEqualTo("42000");
    assertThat(failure.getMessage()).startsWith("connection: ").contains(hint);
    assertThat(failure.getMessage()).doesNotContain("b7Qx");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:roster:sandbox, true",
    "jdbc:roster:SANDBOX, true",
    "JDBC:ROSTER:Sandbox;writes=allow, true",
    "jdbc:roster:sandbox:writes=allow, true",
    "jdbc:roster:, false",
    "jdbc:roster:writes=allow, false",
  })
  void lettersMayBeOfEitherCase(String url, boolean sandbox) throws SQLException {
    assertThat(ConnectionUrl.accepts(url)).isTrue();
    assertThat(ConnectionUrl.parse(url, new Properties()).sandbox()).isEqualTo(sandbox);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:rosters:", "jdbc:roste", "jdbc:calcite:", "roster:", ""})
  void aForeignUrlIsNotAccepted(String url) {
    assertThat(ConnectionUrl.accepts(url)).isFalse();
  }

  @Test
  void valuesAreNotShown() throws SQLException {
    assertThat(ConnectionUrl.parse("jdbc:roster:sandbox;postpressKey=secret", new Properties()))
        .hasToString("jdbc:roster:sandbox with [POSTPRESS_KEY]");
  }
}
