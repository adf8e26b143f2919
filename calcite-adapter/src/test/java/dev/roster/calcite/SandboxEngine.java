package dev.roster.calcite;

import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.fake.Engine;
import dev.roster.calcite.plan.RosterPrepare;
import dev.roster.calcite.plan.RosterTypeSystem;
import dev.roster.calcite.procedure.WriteAccess;
import dev.roster.calcite.settings.ConnectionProperty;
import dev.roster.calcite.settings.Settings;
import dev.roster.calcite.statement.Execution;
import dev.roster.ledger.LedgerAccess;
import dev.roster.ledger.LedgerLocation;
import dev.roster.sandbox.ReceivedRequest;
import dev.roster.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.jdbc.Driver;
import org.jspecify.annotations.Nullable;

/**
 * Roster's schemas on a sandbox of their own, without the driver: what a statement answers and
 * sends.
 */
public final class SandboxEngine implements AutoCloseable {

  /** The sandbox. */
  public final Sandbox sandbox = Sandbox.start();

  /** The connection. */
  public final Connection connection;

  /** The ledger: in memory, unless a property says where. */
  public final LedgerAccess ledger;

  private Execution execution = new Execution();

  /** Opens one with more properties, such as {@code writes=allow}; they win over the sandbox's. */
  public SandboxEngine(String... properties) throws SQLException {
    Map<ConnectionProperty, String> given = new EnumMap<>(ConnectionProperty.class);
    given.put(ConnectionProperty.LINKEDAPI_URL, sandbox.linkedapiUrl().toString());
    given.put(ConnectionProperty.LINKEDAPI_TOKEN, Sandbox.LINKEDAPI_TOKEN);
    given.put(ConnectionProperty.CONNECTSAFELY_URL, sandbox.connectsafelyUrl().toString());
    given.put(ConnectionProperty.CONNECTSAFELY_KEY, Sandbox.CONNECTSAFELY_KEY);
    given.put(ConnectionProperty.POSTPRESS_URL, sandbox.postpressUrl().toString());
    given.put(ConnectionProperty.POSTPRESS_KEY, Sandbox.POSTPRESS_KEY);
    // A test that asks twice wants to see what is sent twice.
    given.put(ConnectionProperty.CACHE_TTL, "0");
    // The sandbox has no rate unless a test sets one.
    given.put(ConnectionProperty.REQUESTS_PER_MINUTE, "0");
    for (String property : properties) {
      String[] parts = property.split("=", 2);
      given.put(Objects.requireNonNull(ConnectionProperty.named(parts[0]), property), parts[1]);
    }
    Settings settings = Settings.of(given, variable -> null);
    ledger =
        new LedgerAccess(
            given.containsKey(ConnectionProperty.LEDGER)
                ? settings.ledger()
                : LedgerLocation.inMemory());
    Properties calcite = new Properties();
    calcite.setProperty("lex", "MYSQL_ANSI");
    calcite.setProperty("conformance", "LENIENT");
    calcite.setProperty("typeSystem", RosterTypeSystem.class.getName());
    calcite.setProperty("fun", "standard,postgresql");
    connection =
        new Driver().withPrepareFactory(RosterPrepare::new).connect("jdbc:calcite:", calcite);
    WriteAccess access = new WriteAccess(RosterSchemas.policy(settings), ledger);
    RosterSchemas.of(Providers.ALL, settings, access)
        .forEach(connection.unwrap(CalciteConnection.class).getRootSchema()::add);
  }

  /** Returns the rows, each as its values joined by a bar. */
  public List<String> rows(String sql, @Nullable Object... parameters) throws SQLException {
    sandbox.clearRequests();
    execution = new Execution();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return execution.during(
          () -> {
            try (ResultSet rows = statement.executeQuery()) {
              return Engine.texts(rows);
            }
          });
    }
  }

  /** Runs a statement that fails, and returns its failure. */
  public SqlStateException failure(String sql, @Nullable Object... parameters) {
    try {
      List<String> rows = rows(sql, parameters);
      throw new AssertionError("no failure but " + rows);
    } catch (SQLException | RuntimeException thrown) {
      return Engine.failure(thrown);
    }
  }

  /** Returns the warnings of the last statement. */
  public List<String> warnings() {
    List<String> texts = new ArrayList<>();
    for (SQLWarning next = execution.warnings(); next != null; next = next.getNextWarning()) {
      texts.add(next.getMessage());
    }
    return texts;
  }

  /**
   * Returns the operations and statuses of the last statement's requests; 0 is a cut connection.
   */
  public List<String> requests() {
    return sandbox.requests().stream().map(SandboxEngine::shown).toList();
  }

  private static String shown(ReceivedRequest request) {
    return request.operation() + " " + request.status();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    ledger.close();
    sandbox.close();
  }
}
