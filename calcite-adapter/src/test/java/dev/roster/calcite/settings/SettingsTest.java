package dev.roster.calcite.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
            "connection: property postpressKey is missing. Set it, or the environment variable"
                + " ROSTER_POSTPRESS_KEY.");
  }

  @Test
  void secretsAreNotShown() {
    assertThat(settings(Map.of()).toString())
        .contains("linkedapiToken=***")
        .doesNotContain("from the environment");
  }

  @ParameterizedTest
  @EnumSource(ConnectionProperty.class)
  void onlyUrlsCredentialsAndAccountIdsComeFromTheEnvironment(ConnectionProperty property) {
    String key = property.key();
    boolean may =
        key.endsWith("Url")
            || key.endsWith("Token")
            || key.endsWith("Key")
            || key.endsWith("AccountIds");
    assertThat(property.environment() != null).isEqualTo(may);
    assertThat(property.secret()).isEqualTo(key.endsWith("Token") || key.endsWith("Key"));
    assertThat(property.description()).endsWith(".");
    assertThat(ConnectionProperty.named(key)).isEqualTo(property);
  }
}
