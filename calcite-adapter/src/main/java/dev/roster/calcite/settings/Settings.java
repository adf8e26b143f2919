package dev.roster.calcite.settings;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one connection, with their values. A value given with the connection wins over
 * the environment, and the environment over the default.
 */
public final class Settings {

  private final Map<ConnectionProperty, String> values;

  private Settings(Map<ConnectionProperty, String> values) {
    this.values = values;
  }

  /**
   * Returns the settings of a connection.
   *
   * @param given what was given with the connection
   * @param environment gives the value of an environment variable, or null
   * @throws SqlStateException 42000 if a value is not among the choices of its property, or no URL
   *     where one must be
   */
  public static Settings of(
      Map<ConnectionProperty, String> given, UnaryOperator<@Nullable String> environment) {
    Map<ConnectionProperty, String> values = new EnumMap<>(ConnectionProperty.class);
    for (ConnectionProperty property : ConnectionProperty.values()) {
      String value = given.get(property);
      if (value == null && property.environment() != null) {
        value = environment.apply(property.environment());
      }
      if (value == null) {
        value = property.defaultValue();
      }
      if (value != null && !value.isBlank()) {
        values.put(property, checked(property, value.trim()));
      }
    }
    return new Settings(values);
  }

  private static String checked(ConnectionProperty property, String value) {
    if (!property.choices().isEmpty() && !property.choices().contains(value)) {
      throw new SqlStateException(
          SqlState.INVALID_STATEMENT,
          "connection: property "
              + property.key()
              + " accepts "
              + String.join(" or ", property.choices())
              + ", not '"
              + value
              + "'.");
    }
    // Not repeated: a URL may hold a credential.
    if (property.isUrl() && HttpUrl.parse(value) == null) {
      throw new SqlStateException(
          SqlState.INVALID_STATEMENT,
          "connection: property "
              + property.key()
              + " is no http or https URL. Give one such as https://api.example.com/v1.");
    }
    return value;
  }

  /** Returns a value, or null if there is none. */
  public @Nullable String get(ConnectionProperty property) {
    return values.get(property);
  }

  /**
   * Returns a credential.
   *
   * @throws SqlStateException 28000 if there is none, saying how to give it
   */
  public String credential(ConnectionProperty property) {
    String value = values.get(property);
    if (value == null) {
      throw new SqlStateException(
          SqlState.INVALID_AUTHORIZATION,
          "connection: property "
              + property.key()
              + " is missing. Set it, or the environment variable "
              + property.environment()
              + ".");
    }
    return value;
  }

  /** Returns whether a property is {@code true}. */
  public boolean flag(ConnectionProperty property) {
    return "true".equals(values.get(property));
  }

  /** Returns the parts of a value that commas separate; none if there is no value. */
  public List<String> list(ConnectionProperty property) {
    String value = values.get(property);
    return value == null
        ? List.of()
        : Arrays.stream(value.split(","))
            .map(String::trim)
            .filter(part -> !part.isEmpty())
            .distinct()
            .toList();
  }

  /** Shows which properties have a value; a secret one not. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Settings");
    values.forEach(
        (property, value) ->
            text.append(' ')
                .append(property.key())
                .append('=')
                .append(property.secret() ? "***" : value));
    return text.toString();
  }
}
