package dev.roster.jdbc;

import dev.roster.calcite.Provider;
import dev.roster.calcite.RosterSchema;
import dev.roster.calcite.RosterSchemas;
import dev.roster.calcite.function.DateTrunc;
import dev.roster.calcite.plan.RosterTypeSystem;
import dev.roster.calcite.procedure.WriteAccess;
import dev.roster.calcite.procedure.WritePolicy;
import dev.roster.calcite.settings.ConnectionProperty;
import dev.roster.calcite.settings.Settings;
import dev.roster.ledger.LedgerAccess;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.schema.SchemaPlus;

/** Opens connections: a Calcite connection with Roster's schemas, behind Roster's JDBC classes. */
final class Connections {

  private static final CalciteDriver CALCITE = new CalciteDriver();

  private static final int STATEMENTS_AT_A_TIME = 100;

  private Connections() {}

  /**
   * Opens a connection.
   *
   * @param url the URL to show, without properties
   * @param onClose runs once, when the connection is closed
   */
  static RosterConnection open(
      List<Provider> providers, Settings settings, String url, Runnable onClose)
      throws SQLException {
    LedgerAccess ledger = new LedgerAccess(settings.ledger());
    WriteAccess access = new WriteAccess(RosterSchemas.policy(settings), ledger);
    return open(
        RosterSchemas.of(providers, settings, access),
        access.policy(),
        settings.flag(ConnectionProperty.PARTIAL),
        url,
        () -> {
          ledger.close();
          onClose.run();
        });
  }

  /** Opens a connection on schemas that are there already. */
  static RosterConnection open(
      Map<String, RosterSchema> schemas,
      WritePolicy policy,
      boolean partial,
      String url,
      Runnable onClose)
      throws SQLException {
    Properties calcite = new Properties();
    // Double quotes, names as they are written, found in any case.
    calcite.setProperty("lex", "MYSQL_ANSI");
    // GROUP BY alias, !=, %, LIMIT a,b: what tools write.
    calcite.setProperty("conformance", "LENIENT");
    calcite.setProperty("fun", "standard,postgresql");
    calcite.setProperty("typeSystem", RosterTypeSystem.class.getName());
    CalciteConnection connection =
        CALCITE.connect(ConnectionUrl.PREFIX, calcite).unwrap(CalciteConnection.class);
    SchemaPlus root = connection.getRootSchema();
    schemas.forEach(root::add);
    // In the root, where it is found whatever the current schema is.
    root.add(DateTrunc.NAME, DateTrunc.INSTANCE);
    makeRoom(connection);
    return new RosterConnection(connection, policy, partial, url, onClose);
  }

  // Calcite keeps a connection's statements in a map that a thread reads while another adds to it.
  // That is safe as long as the map does not grow; so it grows here, and never shrinks.
  private static void makeRoom(CalciteConnection connection) throws SQLException {
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < STATEMENTS_AT_A_TIME; i++) {
      statements.add(connection.createStatement());
    }
    for (Statement statement : statements) {
      statement.close();
    }
  }
}
