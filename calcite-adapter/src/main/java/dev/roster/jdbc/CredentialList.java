package dev.roster.jdbc;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.settings.ConnectionProperty;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.calcite.avatica.ConnectStringParser;

/**
 * The credentials in a tool's password field, written as in a URL:
 *
 * <pre>
 * linkedapiToken=…;connectsafelyKey=…;postpressKey=…
 * </pre>
 *
 * <p>A message never repeats a part of it, names included: somebody may have typed a password.
 */
final class CredentialList {

  private static final String FORM =
      Arrays.stream(ConnectionProperty.values())
          .filter(ConnectionProperty::isCredential)
          .map(property -> property.key() + "=...")
          .collect(Collectors.joining(";"));

  private CredentialList() {}

  /**
   * Returns the credentials; none if the field is blank.
   *
   * @throws SQLException 28000 if the text is no such list
   */
  static Map<ConnectionProperty, String> parse(String password) throws SQLException {
    Map<ConnectionProperty, String> credentials = new EnumMap<>(ConnectionProperty.class);
    if (password.isBlank()) {
      return credentials;
    }
    Properties parts;
    try {
      parts = ConnectStringParser.parse(password);
    } catch (SQLException | RuntimeException unreadable) {
      // Its message would repeat the text; so it is no cause either.
      throw failure("is no list of credentials");
    }
    for (String key : parts.stringPropertyNames()) {
      ConnectionProperty property = ConnectionProperty.named(key);
      String value = parts.getProperty(key);
      if (property == null && value.isEmpty()) {
        throw failure("is no list of credentials");
      }
      if (property == null || !property.isCredential()) {
        throw failure("holds something that is no credential of Roster's");
      }
      credentials.put(property, value);
    }
    return credentials;
  }

  private static SQLException failure(String what) {
    return SqlState.INVALID_AUTHORIZATION.exception(
        "connection: the password "
            + what
            + ". Leave it empty, or write "
            + FORM
            + " with those that you have; put a value that holds a semicolon into quotes.");
  }
}
