package dev.roster.jdbc;

import dev.roster.calcite.fake.Engine;
import dev.roster.calcite.fake.FakeProvider;
import dev.roster.calcite.fake.FakeWrites;
import dev.roster.calcite.procedure.WritePolicy;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the driver on {@link FakeWrites} under the name {@code w}, with a {@link
 * FakeProvider} beside it.
 */
final class WritingRoster implements AutoCloseable {

  final FakeProvider provider = new FakeProvider();
  final FakeWrites writes;
  final RosterConnection connection;

  WritingRoster(boolean allowed, boolean irreversible, boolean dryRun) throws SQLException {
    WritePolicy policy =
        new WritePolicy(
            allowed ? WritePolicy.Writes.ALLOW : WritePolicy.Writes.DENY, irreversible, true);
    writes = new FakeWrites(policy, provider.ledger, irreversible, dryRun);
    connection =
        Connections.open(
            Map.of("fake", provider.schema(List.of(), policy), "w", writes.schema("acc_default")),
            policy,
            false,
            "jdbc:roster:fake",
            () -> {});
  }

  /** Returns one that may do everything. */
  static WritingRoster all() throws SQLException {
    return new WritingRoster(true, true, false);
  }

  /** Executes with parameters, and returns the count. */
  long update(String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeLargeUpdate();
    }
  }

  List<String> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return Engine.texts(rows);
    }
  }

  String plan(String sql) throws SQLException {
    return String.join("\n", rows("EXPLAIN PLAN FOR " + sql)).strip();
  }

  /** Returns what was read and written since the last call. */
  List<String> requests() {
    List<String> requests = writes.requests();
    writes.forget();
    return requests;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    provider.ledger.close();
  }
}
