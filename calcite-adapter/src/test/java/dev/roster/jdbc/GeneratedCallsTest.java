package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wraps a procedure into generated statements, and counts what they send: once an execution, or
 * nothing and 0A000. A seed names its statements; a failure can be repeated.
 */
class GeneratedCallsTest {

  private static final int STATEMENTS = 60;

  // Each takes rows of (what, token) and gives such rows.
  private static final String[] WRAPPERS = {
    "SELECT * FROM (%s) t",
    "SELECT what, token FROM (%s) t WHERE what = 'x'",
    "SELECT what, token FROM (%s) t WHERE what <> 'x'",
    "SELECT what, token FROM (%s) t WHERE 1 = 0",
    "SELECT what, token FROM (%s) t WHERE what = token AND what IS NULL",
    "SELECT what, token FROM (%s) t LIMIT 1",
    "SELECT what, token FROM (%s) t LIMIT 0",
    "SELECT what, token FROM (%s) t ORDER BY token LIMIT 2 OFFSET 1",
    "SELECT DISTINCT what, token FROM (%s) t",
    "SELECT what, max(token) AS token FROM (%s) t GROUP BY what",
    "SELECT CAST(count(*) AS VARCHAR) AS what, max(token) AS token FROM (%s) t",
    "SELECT CAST(count(DISTINCT what) AS VARCHAR) AS what,"
        + " CAST(count(DISTINCT token) AS VARCHAR) AS token FROM (%s) t",
    "SELECT what, token FROM (%s) t GROUP BY GROUPING SETS ((what, token), (what), (token))",
    "SELECT what, CAST(row_number() OVER (ORDER BY what) AS VARCHAR) AS token FROM (%s) t",
    "SELECT upper(what) AS what, token || 'x' AS token FROM (%s) t WHERE upper(what) LIKE 'X_'",
    "SELECT what, token FROM (%s) t UNION ALL SELECT id, avatar_url FROM fake.accounts",
    "SELECT id AS what, avatar_url AS token FROM fake.accounts UNION SELECT * FROM (%s) t",
    "SELECT what, token FROM (%s) t INTERSECT SELECT id, avatar_url FROM fake.accounts",
    "SELECT id AS what, avatar_url AS token FROM fake.accounts EXCEPT SELECT * FROM (%s) t",
    "SELECT t.what, a.id AS token FROM (%s) t JOIN fake.accounts a ON a.id = t.what",
    "SELECT t.what, a.id AS token FROM (%s) t LEFT JOIN fake.accounts a ON a.id = t.what",
    "SELECT t.what, a.id AS token FROM (%s) t RIGHT JOIN fake.accounts a ON a.id = t.what",
    "SELECT t.what, a.id AS token FROM (%s) t FULL JOIN fake.accounts a ON a.id = t.what",
    "SELECT t.what, a.id AS token FROM (%s) t, (SELECT id FROM fake.accounts WHERE 1 = 0) a",
    "SELECT t.what, a.id AS token FROM fake.accounts a JOIN (%s) t ON a.id = t.what",
    "SELECT t.what, v.c AS token FROM (%s) t CROSS JOIN (VALUES ('p'), ('q')) AS v(c)",
    "SELECT t.what, s.id AS token FROM (%s) t,"
        + " LATERAL (SELECT * FROM fake.accounts a WHERE a.id = t.what) s",
    "SELECT what, token FROM (%s) t WHERE what IN (SELECT id FROM fake.accounts)",
    "SELECT what, token FROM (%s) t WHERE NOT EXISTS (SELECT 1 FROM fake.accounts)",
    "SELECT id AS what, avatar_url AS token FROM fake.accounts"
        + " WHERE id IN (SELECT what FROM (%s) t)",
    "SELECT what, (SELECT min(id) FROM fake.accounts a WHERE a.id = t.what) AS token FROM (%s) t",
    "WITH c AS (%s) SELECT what, token FROM c",
    "WITH c AS (%s) SELECT x.what, y.token FROM c x, c y",
    "WITH c AS (%s) SELECT id AS what, avatar_url AS token FROM fake.accounts",
  };

  private Roster roster;

  @BeforeEach
  void open() throws SQLException {
    roster = Roster.writing();
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aProcedureRunsOnceAnExecutionOrIsRefused(long seed) {
    Random random = new Random(seed);
    int ran = 0;
    for (int i = 0; i < STATEMENTS; i++) {
      String sql = statement(random);
      int executions = 1 + random.nextInt(2);
      roster.provider.forget();
      try {
        execute(sql, executions, random);
        ran++;
        assertThat(sent()).as(sql).isEqualTo(executions);
      } catch (SQLException refused) {
        assertThat(refused.getSQLState()).as(sql).isEqualTo("0A000");
        assertThat(sent()).as(sql).isZero();
      }
    }
    assertThat(ran).isBetween(STATEMENTS / 4, STATEMENTS - 1);
  }

  private static String statement(Random random) {
    String sql = "SELECT what, token FROM TABLE(fake.send('x'))";
    for (int depth = 1 + random.nextInt(3); depth > 0; depth--) {
      sql = WRAPPERS[random.nextInt(WRAPPERS.length)].replace("%s", sql);
    }
    return sql;
  }

  private void execute(String sql, int executions, Random random) throws SQLException {
    try (PreparedStatement statement =
        random.nextBoolean()
            ? roster.connection.prepareStatement(sql)
            : roster.connection.prepareCall(sql)) {
      assertThat(sent()).as("sent by prepare: " + sql).isZero();
      for (int i = 0; i < executions; i++) {
        try (ResultSet rows = statement.executeQuery()) {
          for (int wanted = random.nextInt(3); wanted > 0 && rows.next(); wanted--) {
            rows.getString(1);
          }
        }
      }
    }
  }

  private long sent() {
    return roster.requests().stream().filter(request -> request.startsWith("send:")).count();
  }
}
