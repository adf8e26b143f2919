package dev.roster.jdbc.metadata;

import org.jspecify.annotations.Nullable;

/**
 * What a client can say of itself, under the names that JDBC has for it. It is kept in the
 * connection and sent to no provider.
 */
public enum ClientInfo {
  /** The application that uses the connection. */
  APPLICATION_NAME("ApplicationName", "The application that uses the connection."),
  /** The computer that the application runs on. */
  CLIENT_HOSTNAME("ClientHostname", "The computer that the application runs on."),
  /** The user for whom the application works. */
  CLIENT_USER("ClientUser", "The user for whom the application works.");

  private final String key;
  private final String description;

  ClientInfo(String key, String description) {
    this.key = key;
    this.description = description;
  }

  /** Returns the one with a name as JDBC writes it, or null if there is none. */
  public static @Nullable ClientInfo named(String name) {
    for (ClientInfo info : values()) {
      if (info.key.equals(name)) {
        return info;
      }
    }
    return null;
  }

  /** Returns the name that JDBC has for it. */
  public String key() {
    return key;
  }

  String description() {
    return description;
  }
}
