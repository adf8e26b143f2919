package dev.roster.calcite.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which value of a property counts. */
class SettingsTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "ROSTER_LINKEDAPI_TOKEN",
          "from the environment",
          "ROSTER_POSTPRESS_ACCOUNT_IDS",
          " a, b,,a ",
          "ROSTER_POSTPRESS_KEY",
          " ");

  private static Settings settings(Map<ConnectionProperty, String> given) {
    return Settings.of(given, ENVIRONMENT::get);
  }

  @Test
  void whatIsGivenCountsBeforeTheEnvironmentAndThatBeforeTheDefault() {
    assertThat(settings(Map.of()).credential(ConnectionProperty.LINKEDAPI_TOKEN))
        .isEqualTo("from the environment");
    assertThat(
            settings(Map.of(ConnectionProperty.LINKEDAPI_TOKEN, "given"))
                .credential(ConnectionProperty.LINKEDAPI_TOKEN))
        .isEqualTo("given");
    assertThat(settings(Map.of()).get(ConnectionProperty.WRITES)).isEqualTo("deny");
    assertThat(settings(Map.of()).flag(ConnectionProperty.REVEAL_SECRETS)).isFalse();
    assertThat(settings(Map.of()).get(ConnectionProperty.LINKEDAPI_URL)).isNull();
  }

  @Test
  void listsAreSeparatedByCommas() {
    assertThat(settings(Map.of()).list(ConnectionProperty.POSTPRESS_ACCOUNT_IDS))
        .containsExactly("a", "b");
    assertThat(settings(Map.of()).list(ConnectionProperty.LINKEDAPI_URL)).isEmpty();
  }

  @Test
  void aMissingCredentialIsNamedWithItsVariable() {
    assertThatExceptionOfType(SqlStateException.class)
        .isThrownBy(() -> settings(Map.of()).credential(ConnectionProperty.POSTPRESS_KEY))
        .matches(failure -> failure.state() == SqlState.INVALID_AUTHORIZATION)
        .withMessage(
            "connection: property postpressKey is missing. Set it, or postpressKeyFile, or the"
                + " environment variable ROSTER_POSTPRESS_KEY.");
  }

  @Test
  void secretsAreNotShown() {
    assertThat(settings(Map.of()).toString())
        .contains("linkedapiToken=***")
        .doesNotContain("from the environment");
  }

  @Test
  void aBlankValueCountsAsNone() {
    assertThat(
            settings(Map.of(ConnectionProperty.LINKEDAPI_TOKEN, " "))
                .credential(ConnectionProperty.LINKEDAPI_TOKEN))
        .isEqualTo("from the environment");
    assertThat(settings(Map.of(ConnectionProperty.WRITES, "")).get(ConnectionProperty.WRITES))
        .isEqualTo("deny");
  }

  @Test
  void aFileGivenWithTheConnectionCountsBeforeTheEnvironment(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "from a file\n");
    Settings settings = settings(Map.of(ConnectionProperty.LINKEDAPI_TOKEN_FILE, file.toString()));
    assertThat(settings.credential(ConnectionProperty.LINKEDAPI_TOKEN)).isEqualTo("from a file");
    assertThat(settings.toString()).doesNotContain("from a file").contains(file.toString());
  }

  @Test
  void theEnvironmentMayNameAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "pp_file");
    Map<String, String> environment = Map.of("ROSTER_POSTPRESS_KEY_FILE", file.toString());
    assertThat(Settings.of(Map.of(), environment::get).credential(ConnectionProperty.POSTPRESS_KEY))
        .isEqualTo("pp_file");
    assertThat(
            Settings.of(Map.of(ConnectionProperty.POSTPRESS_KEY, "given"), environment::get)
                .credential(ConnectionProperty.POSTPRESS_KEY))
        .isEqualTo("given");
  }

  @Test
  void aCredentialGivenItselfAndInAFileIsRefused() {
    assertThatExceptionOfType(SqlStateException.class)
        .isThrownBy(
            () ->
                settings(
                    Map.of(
                        ConnectionProperty.POSTPRESS_KEY,
                        "secret_value",
                        ConnectionProperty.POSTPRESS_KEY_FILE,
                        "/run/secrets/postpress")))
        .matches(failure -> failure.state() == SqlState.INVALID_STATEMENT)
        .withMessage(
            "connection: postpressKey and postpressKeyFile are both set. Set one of them.");
    Map<String, String> environment =
        Map.of("ROSTER_POSTPRESS_KEY", "secret_value", "ROSTER_POSTPRESS_KEY_FILE", "/run/key");
    assertThatExceptionOfType(SqlStateException.class)
        .isThrownBy(() -> Settings.of(Map.of(), environment::get))
        .withMessage(
            "connection: the environment variables ROSTER_POSTPRESS_KEY and"
                + " ROSTER_POSTPRESS_KEY_FILE are both set. Set one of them.");
  }

  @Test
  void aRefusedValueIsNotRepeated() {
    assertThatExceptionOfType(SqlStateException.class)
        .isThrownBy(
            () -> settings(Map.of(ConnectionProperty.WRITES, "allow&linkedapiToken=secret_value")))
        .withMessage("connection: property writes accepts deny or dry_run or allow alone.");
    assertThatExceptionOfType(SqlStateException.class)
        .isThrownBy(
            () -> settings(Map.of(ConnectionProperty.LINKEDAPI_URL, "https://me:secret_value@h/")))
        .withMessage(
            "connection: property linkedapiUrl holds a user or a password, which would not be"
                + " sent. Take it out.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "08", "8.0", "eight", "1001", "99999999999"})
  void aNumberOfCallsIsFromOneToAThousand(String value) {
    assertThatExceptionOfType(SqlStateException.class)
        .isThrownBy(() -> settings(Map.of(ConnectionProperty.MAX_CONCURRENCY, value)))
        .matches(failure -> failure.state() == SqlState.INVALID_STATEMENT)
        .withMessage(
            "connection: property maxConcurrency accepts a whole number from 1 to 1000 alone.");
  }

  @Test
  void eightCallsAreUnderWayUnlessAnotherNumberIsGiven() {
    assertThat(settings(Map.of()).maxConcurrency()).isEqualTo(8);
    assertThat(settings(Map.of(ConnectionProperty.MAX_CONCURRENCY, "1000")).maxConcurrency())
        .isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "01", "6e3", "many", "1000001", "99999999999"})
  void aRateIsAWholeNumber(String value) {
    assertThatExceptionOfType(SqlStateException.class)
        .isThrownBy(() -> settings(Map.of(ConnectionProperty.REQUESTS_PER_MINUTE, value)))
        .matches(failure -> failure.state() == SqlState.INVALID_STATEMENT)
        .withMessage(
            "connection: property requestsPerMinute accepts a whole number from 0 to 1000000"
                + " alone.");
  }

  @Test
  void theSpecsRateCountsUnlessAnotherIsGiven() {
    assertThat(settings(Map.of()).requestsPerMinute()).isNull();
    assertThat(settings(Map.of(ConnectionProperty.REQUESTS_PER_MINUTE, "0")).requestsPerMinute())
        .isZero();
    assertThat(settings(Map.of(ConnectionProperty.REQUESTS_PER_MINUTE, "6000")).requestsPerMinute())
        .isEqualTo(6000);
  }

  @ParameterizedTest
  @EnumSource(ConnectionProperty.class)
  void onlyUrlsCredentialsAndAccountIdsComeFromTheEnvironment(ConnectionProperty property) {
    String key = property.key();
    boolean credential = key.endsWith("Token") || key.endsWith("Key");
    boolean may =
        credential
            || key.endsWith("Url")
            || key.endsWith("TokenFile")
            || key.endsWith("KeyFile")
            || key.endsWith("AccountIds");
    assertThat(property.environment() != null).isEqualTo(may);
    assertThat(property.isCredential()).isEqualTo(credential);
    // A ledger may be a URL with a password.
    assertThat(property.secret())
        .isEqualTo(credential || key.equals("password") || key.equals("ledger"));
    assertThat(property.required()).isFalse();
    assertThat(property.description()).isNotBlank();
    assertThat(ConnectionProperty.named(key)).isEqualTo(property);
  }
}
