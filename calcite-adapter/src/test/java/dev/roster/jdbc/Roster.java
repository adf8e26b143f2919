package dev.roster.jdbc;

import dev.roster.calcite.fake.Engine;
import dev.roster.calcite.fake.FakeProvider;
import dev.roster.calcite.procedure.WritePolicy;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A connection of the driver on a {@link FakeProvider}, which counts what is asked of it. */
final class Roster implements AutoCloseable {

  final FakeProvider provider = new FakeProvider();
  final RosterConnection connection;

  Roster(boolean writes, boolean irreversible, boolean revealSecrets, String... defaultKeys)
      throws SQLException {
    this(writes, irreversible, revealSecrets, false, defaultKeys);
  }

  private Roster(
      boolean writes,
      boolean irreversible,
      boolean revealSecrets,
      boolean partial,
      String... defaultKeys)
      throws SQLException {
    WritePolicy policy =
        new WritePolicy(
            writes ? WritePolicy.Writes.ALLOW : WritePolicy.Writes.DENY,
            irreversible,
            revealSecrets);
    connection =
        Connections.open(
            Map.of("fake", provider.schema(List.of(defaultKeys), policy)),
            policy,
            partial,
            "jdbc:roster:fake",
            () -> {});
  }

  /** Returns one that may read only. */
  static Roster reading() throws SQLException {
    return new Roster(false, false, false);
  }

  /** Returns one that leaves out what does not answer. */
  static Roster partial() throws SQLException {
    return new Roster(true, true, true, true);
  }

  /** Returns one that may do everything. */
  static Roster writing() throws SQLException {
    return new Roster(true, true, true);
  }

  List<String> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return Engine.texts(rows);
    }
  }

  void prepare(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.getMetaData();
      statement.getParameterMetaData();
    }
  }

  List<String> requests() {
    return provider.requests();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    provider.ledger.close();
  }
}
