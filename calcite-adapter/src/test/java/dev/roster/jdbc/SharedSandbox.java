package dev.roster.jdbc;

import dev.roster.calcite.fake.Engine;
import dev.roster.sandbox.ReceivedRequest;
import dev.roster.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;

/** A sandbox, and connections to it that have the driver's defaults but for what a test says. */
final class SharedSandbox implements AutoCloseable {

  final Sandbox sandbox = Sandbox.start();
  private final String ledger = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

  Connection connect(String... properties) throws SQLException {
    Properties all = new Properties();
    all.setProperty("linkedapiUrl", sandbox.linkedapiUrl().toString());
    all.setProperty("linkedapiToken", Sandbox.LINKEDAPI_TOKEN);
    all.setProperty("connectsafelyUrl", sandbox.connectsafelyUrl().toString());
    all.setProperty("connectsafelyKey", Sandbox.CONNECTSAFELY_KEY);
    all.setProperty("postpressUrl", sandbox.postpressUrl().toString());
    all.setProperty("postpressKey", Sandbox.POSTPRESS_KEY);
    all.setProperty("ledger", ledger);
    all.setProperty("writes", "allow");
    for (String property : properties) {
      String[] parts = property.split("=", 2);
      all.setProperty(parts[0], parts[1]);
    }
    return Objects.requireNonNull(new Driver().connect("jdbc:roster:", all));
  }

  static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return Engine.texts(rows);
    }
  }

  /** Returns the operations that were asked for, oldest first. */
  List<String> requests() {
    return sandbox.requests().stream().map(ReceivedRequest::operation).toList();
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
