package dev.roster.jdbc;

import dev.roster.calcite.Providers;
import dev.roster.calcite.error.SqlFailures;
import dev.roster.calcite.settings.ConnectionProperty;
import dev.roster.calcite.settings.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC driver of {@code jdbc:roster:}. A property's value comes from the URL, else from the
 * Properties, else, if it is a credential, from the list in {@code password} or from the file that
 * one of these names, else from the environment (URLs, credentials and account ids only), else it
 * is the default. A credential given both itself and in a file is refused. With {@code
 * jdbc:roster:sandbox} the environment does not count: what is meant for the providers does not
 * reach the sandbox, nor the sandbox's what is meant for the providers.
 *
 * <p>Connecting calls no provider.
 */
public final class Driver implements java.sql.Driver {

  static {
    try {
      DriverManager.registerDriver(new Driver());
    } catch (SQLException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /** Made by {@link DriverManager}. */
  public Driver() {}

  @Override
  public boolean acceptsURL(@Nullable String url) {
    return url != null && ConnectionUrl.accepts(url);
  }

  /**
   * Opens a connection, or returns null if the URL is another driver's.
   *
   * @throws SQLException 42000 if the URL has an unknown property or a property a value that it
   *     does not accept; 28000 if the password or a credential's file is not what it must be
   */
  @Override
  public @Nullable Connection connect(@Nullable String url, @Nullable Properties info)
      throws SQLException {
    if (url == null || !ConnectionUrl.accepts(url)) {
      return null;
    }
    ConnectionUrl parsed = ConnectionUrl.parse(url, info == null ? new Properties() : info);
    try {
      RosterConnection connection = parsed.sandbox() ? toSandbox(parsed) : toProviders(parsed);
      for (String key : parsed.unknown()) {
        connection.warn(
            "connection: property " + key + " is not one of Roster's and has no effect here.");
      }
      return connection;
    } catch (RuntimeException thrown) {
      throw SqlFailures.of(thrown);
    }
  }

  private static RosterConnection toProviders(ConnectionUrl parsed) throws SQLException {
    Settings settings = Settings.of(parsed.given(), System::getenv);
    return Connections.open(Providers.ALL, settings, ConnectionUrl.PREFIX, () -> {});
  }

  private static RosterConnection toSandbox(ConnectionUrl parsed) throws SQLException {
    Map<ConnectionProperty, String> given = EmbeddedSandbox.acquire(parsed.given());
    try {
      return Connections.open(
          Providers.ALL,
          Settings.of(given, name -> null),
          ConnectionUrl.PREFIX + "sandbox",
          EmbeddedSandbox::release);
    } catch (SQLException | RuntimeException thrown) {
      EmbeddedSandbox.release();
      throw thrown;
    }
  }

  /**
   * Returns all properties with descriptions, defaults and choices; of a secret no value. A URL
   * that cannot be read yet, since somebody is typing it, has no values.
   */
  @Override
  public DriverPropertyInfo[] getPropertyInfo(@Nullable String url, @Nullable Properties info) {
    Map<ConnectionProperty, String> given = given(url, info);
    List<DriverPropertyInfo> all = new ArrayList<>();
    for (ConnectionProperty property : ConnectionProperty.values()) {
      String value = given.get(property);
      DriverPropertyInfo shown =
          new DriverPropertyInfo(
              property.key(), value == null ? property.defaultValue() : shown(property, value));
      shown.description = property.description();
      shown.required = property.required();
      shown.choices =
          property.choices().isEmpty() ? null : property.choices().toArray(new String[0]);
      all.add(shown);
    }
    return all.toArray(new DriverPropertyInfo[0]);
  }

  private static @Nullable String shown(ConnectionProperty property, String value) {
    return property.secret() || !Settings.accepts(property, value.strip()) ? null : value;
  }

  private static Map<ConnectionProperty, String> given(
      @Nullable String url, @Nullable Properties info) {
    try {
      return url != null && ConnectionUrl.accepts(url)
          ? ConnectionUrl.parse(url, info == null ? new Properties() : info).given()
          : Map.of();
    } catch (SQLException unreadable) {
      return Map.of();
    }
  }

  @Override
  public int getMajorVersion() {
    return DriverBuild.MAJOR;
  }

  @Override
  public int getMinorVersion() {
    return DriverBuild.MINOR;
  }

  /** Returns false: the providers have no transactions. */
  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("dev.roster");
  }
}
