package dev.roster.jdbc;

import dev.roster.calcite.fake.Engine;
import dev.roster.sandbox.Fault;
import dev.roster.sandbox.ReceivedRequest;
import dev.roster.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;

/** A connection of the driver on a sandbox of its own, with everything allowed. */
final class RosterOnSandbox implements AutoCloseable {

  final Sandbox sandbox = Sandbox.start();
  final Connection connection;

  private final String ledger = "jdbc:h2:mem:roster-" + UUID.randomUUID();

  /** The same, where writes are only shown. */
  final Connection dryRun;

  private final Properties properties = new Properties();

  RosterOnSandbox() throws SQLException {
    properties.setProperty("linkedapiUrl", sandbox.linkedapiUrl().toString());
    properties.setProperty("linkedapiToken", Sandbox.LINKEDAPI_TOKEN);
    properties.setProperty("connectsafelyUrl", sandbox.connectsafelyUrl().toString());
    properties.setProperty("connectsafelyKey", Sandbox.CONNECTSAFELY_KEY);
    properties.setProperty("postpressUrl", sandbox.postpressUrl().toString());
    properties.setProperty("postpressKey", Sandbox.POSTPRESS_KEY);
    properties.setProperty("ledger", "jdbc:h2:mem:" + UUID.randomUUID());
    properties.setProperty("ledger", ledger);
    // What a test asks again may have another answer, or a fault.
    properties.setProperty("cacheTtl", "0");
    properties.setProperty("requestsPerMinute", "0");
    properties.setProperty("writes", "allow");
    properties.setProperty("irreversible", "true");
    properties.setProperty("revealSecrets", "true");
    connection = Objects.requireNonNull(new Driver().connect("jdbc:roster:", properties));
    properties.setProperty("writes", "dry_run");
    dryRun = Objects.requireNonNull(new Driver().connect("jdbc:roster:", properties));
  }

  /** Returns a connection whose calls come one after the other, in the order of their keys. */
  Connection oneByOne() throws SQLException {
    Properties own = (Properties) properties.clone();
    own.setProperty("maxConcurrency", "1");
    return Objects.requireNonNull(new Driver().connect("jdbc:roster:", own));
  }

  /**
   * Lets something go wrong with the next call of an operation, and with nothing else: what was
   * written before is forgotten, as it would stand in the way of the same write.
   */
  void next(Fault fault) {
    forgetWrites();
    sandbox.control().clearFaults();
    sandbox.control().fault(fault);
    sandbox.clearRequests();
  }

  private void forgetWrites() {
    try (Connection direct = DriverManager.getConnection(ledger);
        Statement statement = direct.createStatement();
        // Before it is read first it has no tables.
        ResultSet any = connection.createStatement().executeQuery("SELECT * FROM roster.ledger")) {
      any.next();
      statement.execute("DELETE FROM roster_ledger_entry");
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  List<String> rows(String sql) throws SQLException {
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
  public void close() throws SQLException {
    connection.close();
    dryRun.close();
    sandbox.close();
  }
}
