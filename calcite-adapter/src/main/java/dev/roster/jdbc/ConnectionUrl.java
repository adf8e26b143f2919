package dev.roster.jdbc;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.settings.ConnectionProperty;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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
 * <p>A value in the URL wins over one in Properties.
 *
 * @param sandbox whether the embedded sandbox is meant
 * @param given the values given
 * @param unknown the names in Properties that are not Roster's; tools put their own there
 */
record ConnectionUrl(boolean sandbox, Map<ConnectionProperty, String> given, List<String> unknown) {

  static final String PREFIX = "jdbc:roster:";

  private static final String SANDBOX = "sandbox";

  /** Returns whether a URL is Roster's. */
  static boolean accepts(String url) {
    return url.startsWith(PREFIX);
  }

  /**
   * Reads a URL and Properties.
   *
   * @throws SQLException 42000 if the URL has a property that does not exist
   */
  static ConnectionUrl parse(String url, Properties properties) throws SQLException {
    String rest = url.substring(PREFIX.length());
    boolean sandbox = rest.equals(SANDBOX) || rest.matches("(?s)" + SANDBOX + "[;:].*");
    if (sandbox) {
      rest = rest.substring(Math.min(rest.length(), SANDBOX.length() + 1));
    }
    Map<ConnectionProperty, String> given = new EnumMap<>(ConnectionProperty.class);
    List<String> unknown = new ArrayList<>();
    for (String key : properties.stringPropertyNames()) {
      ConnectionProperty property = ConnectionProperty.named(key);
      if (property != null) {
        given.put(property, properties.getProperty(key));
      } else if (!properties.getProperty(key).isEmpty()) {
        // Tools hand over an empty user and password where a person gave none.
        unknown.add(key);
      }
    }
    Properties inUrl = inUrl(rest);
    for (String key : inUrl.stringPropertyNames()) {
      ConnectionProperty property = ConnectionProperty.named(key);
      if (property == null && inUrl.getProperty(key).isEmpty()) {
        // It may be the end of a credential that holds a semicolon, so it is not repeated.
        throw SqlState.INVALID_STATEMENT.exception(
            "connection: a part of the URL is not name=value. Put a value that holds a semicolon"
                + " into quotes.");
      }
      if (property == null) {
        throw SqlState.INVALID_STATEMENT.exception(
            "connection: the URL has an unknown property "
                + key
                + ". Did you mean "
                + ConnectionProperty.nearest(key).key()
                + "?");
      }
      given.put(property, inUrl.getProperty(key));
    }
    return new ConnectionUrl(sandbox, given, List.copyOf(unknown));
  }

  private static Properties inUrl(String rest) throws SQLException {
    try {
      return ConnectStringParser.parse(rest);
    } catch (SQLException | RuntimeException unreadable) {
      // Its message would repeat the URL, which may hold a credential; so it is no cause either.
      throw SqlState.INVALID_STATEMENT.exception(
          "connection: the URL cannot be read. Write " + PREFIX + "name=value;name=value.");
    }
  }
}
