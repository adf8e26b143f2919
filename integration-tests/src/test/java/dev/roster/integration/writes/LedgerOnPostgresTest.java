package dev.roster.integration.writes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roster.ledger.LedgerAccess;
import dev.roster.ledger.LedgerLocation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The rules on PostgreSQL. */
class LedgerOnPostgresTest extends LedgerRules {

  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private static PostgresCluster cluster;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(
        PostgresCluster.isInstalled() || "true".equals(System.getenv("CI")),
        "PostgreSQL is not installed here; .ci/run installs it.");
    cluster = PostgresCluster.start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Override
  LedgerAccess empty() throws SQLException {
    String schema = "ledger_" + SCHEMAS.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(cluster.url());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + schema);
      // Somebody else's table: a ledger lives beside others.
      statement.execute("CREATE TABLE " + schema + ".others (id INTEGER)");
    }
    return new LedgerAccess(LedgerLocation.of(cluster.url() + "&currentSchema=" + schema));
  }
}
