package dev.roster.jdbc;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.settings.ConnectionProperty;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.calcite.avatica.ConnectStringParser;

/**
 * What a URL and the Properties beside it say.
 *
 * <pre>
 * jdbc:roster:                                   all from Properties and the environment
 * jdbc:roster:linkedapiToken=…;writes=allow      properties, separated by semicolons
 * jdbc:roster:sandbox                            the embedded sandbox
 * jdbc:roster:sandbox;writes=allow               the same, with properties
 * </pre>
 *
 * <p>A value in the URL wins over one in Properties, and that over one in the list of credentials
 * that is the property {@code password}. A blank value counts as none.
 *
 * @param sandbox whether the embedded sandbox is meant
 * @param given the values given, those in the password by their own names
 * @param unknown the names in Properties that are not Roster's; tools put their own there
 */
record ConnectionUrl(boolean sandbox, Map<ConnectionProperty, String> given, List<String> unknown) {

  static final String PREFIX = "jdbc:roster:";

  // A setting of its own that LibreOffice Base hands to each driver. It stops a person at each
  // warning, so there is none of this one.
  private static final String OF_LIBREOFFICE = "Type";

  private static final String SANDBOX = "sandbox";

  /** Returns whether a URL is Roster's, also one that is not written as it must be. */
  static boolean accepts(String url) {
    String start = url.toLowerCase(Locale.ROOT);
    return start.startsWith(PREFIX) || (start + ":").equals(PREFIX);
  }

  /**
   * Reads a URL and Properties.
   *
   * @throws SQLException 42000 if the URL cannot be read or has a property that does not exist;
   *     28000 if the password is no list of credentials
   */
  static ConnectionUrl parse(String url, Properties properties) throws SQLException {
    String rest = afterPrefix(url);
    boolean sandbox = rest.toLowerCase(Locale.ROOT).matches("(?s)" + SANDBOX + "([;:].*)?");
    if (sandbox) {
      rest = rest.substring(Math.min(rest.length(), SANDBOX.length() + 1));
    }
    List<String> unknown = new ArrayList<>();
    Map<ConnectionProperty, String> given = inProperties(properties, unknown);
    given.putAll(inUrl(rest));
    given.remove(ConnectionProperty.USER);
    String password = given.remove(ConnectionProperty.PASSWORD);
    if (password != null) {
      CredentialList.parse(password).forEach(given::putIfAbsent);
    }
    return new ConnectionUrl(sandbox, given, List.copyOf(unknown));
  }

  private static String afterPrefix(String url) throws SQLException {
    if (url.length() < PREFIX.length()) {
      throw unreadable("it needs a colon at its end");
    }
    String rest = url.substring(PREFIX.length());
    if (rest.startsWith("//")) {
      throw unreadable("there is no host in it; the providers' addresses are properties");
    }
    if (rest.toLowerCase(Locale.ROOT).matches("(?s)(" + SANDBOX + ")?[?&].*")) {
      throw unreadable("properties are separated by semicolons, not by ? and &");
    }
    return rest;
  }

  private static Map<ConnectionProperty, String> inProperties(
      Properties properties, List<String> unknown) {
    Map<String, String> texts = new TreeMap<>();
    // Programs put booleans and numbers there too, which Properties itself then does not show.
    properties.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
    for (String key : properties.stringPropertyNames()) {
      texts.put(key, properties.getProperty(key));
    }
    Map<ConnectionProperty, String> given = new EnumMap<>(ConnectionProperty.class);
    texts.forEach(
        (key, value) -> {
          ConnectionProperty property = ConnectionProperty.named(key);
          if (value.isBlank()) {
            // Tools hand over what a person left empty.
            return;
          }
          if (property != null) {
            given.put(property, value);
          } else if (!key.equals(OF_LIBREOFFICE)) {
            unknown.add(key);
          }
        });
    return given;
  }

  private static Map<ConnectionProperty, String> inUrl(String rest) throws SQLException {
    Properties parts;
    try {
      parts = ConnectStringParser.parse(rest);
    } catch (SQLException | RuntimeException unreadable) {
      // Its message would repeat the URL, which may hold a credential; so it is no cause either.
      throw unreadable("a quote is not closed, or a part is not name=value");
    }
    Map<ConnectionProperty, String> given = new EnumMap<>(ConnectionProperty.class);
    for (String key : parts.stringPropertyNames()) {
      ConnectionProperty property = ConnectionProperty.named(key);
      String value = parts.getProperty(key);
      if (property == null) {
        throw value.isEmpty() ? noNameAndValue() : unknown(key);
      }
      if (!value.isBlank()) {
        given.put(property, value);
      } else if (!property.choices().isEmpty()) {
        throw SqlState.INVALID_STATEMENT.exception(
            "connection: property "
                + key
                + " has no value in the URL. Write "
                + key
                + "="
                + String.join(" or " + key + "=", property.choices())
                + ".");
      }
    }
    return given;
  }

  private static SQLException unknown(String key) {
    ConnectionProperty nearest = ConnectionProperty.nearest(key);
    if (nearest != null) {
      return SqlState.INVALID_STATEMENT.exception(
          "connection: the URL has an unknown property "
              + key
              + ". Did you mean "
              + nearest.key()
              + "?");
    }
    // What is like no name may be a part of a credential that holds a semicolon: not repeated.
    return SqlState.INVALID_STATEMENT.exception(
        "connection: the URL has an unknown property. There are "
            + Arrays.stream(ConnectionProperty.values())
                .map(ConnectionProperty::key)
                .collect(Collectors.joining(", "))
            + "; put a value that holds a semicolon into quotes.");
  }

  // It may be the end of a credential that holds a semicolon, so it is not repeated.
  private static SQLException noNameAndValue() {
    return SqlState.INVALID_STATEMENT.exception(
        "connection: a part of the URL is not name=value. The embedded sandbox is "
            + PREFIX
            + SANDBOX
            + "; put a value that holds a semicolon into quotes.");
  }

  private static SQLException unreadable(String why) {
    return SqlState.INVALID_STATEMENT.exception(
        "connection: the URL cannot be read: "
            + why
            + ". Write "
            + PREFIX
            + "name=value;name=value, or "
            + PREFIX
            + SANDBOX
            + ".");
  }

  /** Shows which properties have a value, and no value. */
  @Override
  public String toString() {
    return PREFIX + (sandbox ? SANDBOX : "") + " with " + given.keySet();
  }
}
