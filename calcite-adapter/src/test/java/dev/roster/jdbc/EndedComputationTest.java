package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.calcite.fake.Engine;
import java.lang.management.ManagementFactory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Statements that compute, with no call under way, are ended like those that wait. Each of them
 * would go on for many minutes, or until the heap is full.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EndedComputationTest {

  // More than what comes between the answer and the first row that is made of it.
  private static final long COMPUTED_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final String DIGITS = "(VALUES 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)";

  // The accounts say that it runs; they are asked for once.
  private static final String MANY =
      "(SELECT a.seats * 10000000000 + d0.x + 10 * d1.x + 100 * d2.x + 1000 * d3.x + 10000 * d4.x"
          + " + 100000 * d5.x + 1000000 * d6.x + 10000000 * d7.x + 100000000 * d8.x AS n"
          + " FROM fake.accounts AS a, DIGITS AS d0 (x), DIGITS AS d1 (x), DIGITS AS d2 (x),"
              .replace("DIGITS", DIGITS)
          + " DIGITS AS d3 (x), DIGITS AS d4 (x), DIGITS AS d5 (x), DIGITS AS d6 (x),"
              .replace("DIGITS", DIGITS)
          + " DIGITS AS d7 (x), DIGITS AS d8 (x))".replace("DIGITS", DIGITS);

  /** What computes. */
  enum Place {
    SORT("SELECT n FROM MANY ORDER BY n DESC"),
    TOP("SELECT n FROM MANY ORDER BY n DESC LIMIT 3"),
    COUNT("SELECT count(*) FROM MANY"),
    GROUPS("SELECT mod(n, 7), sum(n) FROM MANY GROUP BY mod(n, 7)"),
    DISTINCT("SELECT DISTINCT n FROM MANY"),
    UNION("SELECT n FROM MANY UNION SELECT n + 1 FROM MANY"),
    EXCEPT("SELECT n FROM (VALUES 1, 2) AS v (n) EXCEPT SELECT n FROM MANY"),
    WINDOW("SELECT sum(n) OVER (PARTITION BY mod(n, 7)) FROM MANY"),
    FILTER("SELECT n FROM MANY WHERE n < 0"),
    BUILD_SIDE("SELECT v.n FROM (VALUES 1, 2) AS v (n) JOIN MANY AS m ON v.n = m.n"),
    PROBE_SIDE(
        "SELECT v.n FROM MANY AS m LEFT JOIN (VALUES 1, 2) AS v (n) ON v.n = m.n"
            + " WHERE v.n IS NOT NULL"),
    LOOP("SELECT v.n FROM (VALUES 1, 2) AS v (n) JOIN MANY AS m ON v.n > m.n"),
    FULL_LOOP("SELECT v.n FROM (VALUES 1, 2) AS v (n) FULL JOIN MANY AS m ON v.n > m.n"),
    SUB_QUERY("SELECT n FROM (VALUES 1, 2) AS v (n) WHERE (SELECT max(n) FROM MANY) < v.n"),
    EXISTS(
        "SELECT n FROM (VALUES 1) AS v (n) WHERE EXISTS"
            + " (SELECT 1 FROM MANY AS m WHERE m.n < v.n)"),
    LOOKUP(
        "SELECT p.name FROM MANY AS m JOIN fake.profiles AS p"
            + " ON p.account_id = CAST(mod(m.n, 10) AS VARCHAR) ORDER BY 1");

    private final String sql;

    Place(String sql) {
      this.sql = sql.replace("MANY", MANY);
    }
  }

  private Roster roster;

  @BeforeEach
  void open() throws SQLException {
    roster = Roster.writing();
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
  }

  private void waitUntilItComputes(Reader reader) {
    while (roster.requests().isEmpty()) {
      Thread.onSpinWait();
    }
    long asked = cpuNanos(reader);
    while (cpuNanos(reader) - asked < COMPUTED_NANOS) {
      Thread.onSpinWait();
    }
  }

  private static long cpuNanos(Reader reader) {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(reader.thread.getId());
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void whatComputesIsCancelledAndWorksAgain(Place place) throws Exception {
    try (Statement statement = roster.connection.createStatement()) {
      Reader reader = new Reader(() -> statement.executeQuery(place.sql));
      waitUntilItComputes(reader);
      statement.cancel();
      SQLException failure = reader.failure();
      assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("57014");
      assertThat(failure.getMessage()).startsWith("statement: cancelled");
      assertThat(Engine.texts(statement.executeQuery("SELECT id FROM fake.accounts")))
          .containsExactly("a", "b", "c");
    }
  }

  @ParameterizedTest
  @EnumSource(Ending.class)
  void whateverEndsAStatementEndsItWhileItComputes(Ending ending) throws Exception {
    Statement statement = roster.connection.createStatement();
    Reader reader = new Reader(() -> statement.executeQuery(Place.COUNT.sql));
    waitUntilItComputes(reader);
    ending.end(statement, reader.thread);
    SQLException failure = reader.failure();
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("57014");
    assertThat(statement.isClosed()).isEqualTo(!ending.worksAgain);
    if (ending.worksAgain) {
      assertThat(statement.executeQuery("SELECT id FROM fake.accounts").next()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Place.class,
      names = {"SORT", "COUNT", "LOOP", "WINDOW"})
  void whatComputesEndsWithItsQueryTimeout(Place place) throws SQLException {
    try (Statement statement = roster.connection.createStatement()) {
      statement.setQueryTimeout(1);
      SQLException failure =
          catchThrowableOfType(
              SQLException.class,
              () -> {
                ResultSet rows = statement.executeQuery(place.sql);
                while (rows.next()) {
                  assertThat(rows.getLong(1)).isNotNegative();
                }
              });
      assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("HYT00");
      statement.setQueryTimeout(0);
      assertThat(statement.executeQuery("SELECT id FROM fake.accounts").next()).isTrue();
    }
  }
}
