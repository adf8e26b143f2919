package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a procedure sends what it sends, counted in every phase and form of a statement. */
class ProcedureRunsOnceTest {

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
  @ValueSource(
      strings = {
        "CALL fake.send('x')",
        "call fake.send(target => 'x')",
        "{call fake.send(TARGET => 'x')};",
        "SELECT * FROM TABLE(fake.send('x'))",
        "SELECT * FROM fake.send('x')",
        "SELECT count(*) FROM TABLE(fake.send('x'))",
        "SELECT 1 FROM TABLE(fake.send('x'))",
        "SELECT what, what FROM TABLE(fake.send('x')) WHERE what LIKE '%x%'",
        "SELECT what FROM TABLE(fake.send('x')) WHERE what = 'something else'",
        "SELECT * FROM TABLE(fake.send('x')) ORDER BY what LIMIT 1",
        "SELECT * FROM TABLE(fake.send('x')) LIMIT 1 OFFSET 5",
        "SELECT DISTINCT what FROM TABLE(fake.send('x'))",
        "SELECT what, count(*) FROM TABLE(fake.send('x')) GROUP BY what HAVING count(*) > 1",
        "WITH t AS (SELECT * FROM TABLE(fake.send('x'))) SELECT * FROM t",
        "SELECT what FROM TABLE(fake.send('x')) UNION ALL SELECT id FROM fake.accounts",
        "SELECT id FROM fake.accounts UNION SELECT what FROM TABLE(fake.send('x'))",
        "SELECT id FROM fake.accounts WHERE id = 'nobody'"
            + " UNION ALL SELECT what FROM TABLE(fake.send('x'))",
        "SELECT what FROM TABLE(fake.send('x')) EXCEPT SELECT id FROM fake.accounts",
        "SELECT id FROM fake.accounts EXCEPT SELECT what FROM TABLE(fake.send('x'))",
        "SELECT r.what, a.id FROM TABLE(fake.send('x')) r JOIN fake.accounts a ON a.id = r.what",
        "SELECT r.what, a.id FROM TABLE(fake.send('x')) r LEFT JOIN fake.accounts a ON true",
        "SELECT r.what FROM TABLE(fake.send('x')) r WHERE r.what IN (SELECT id FROM fake.accounts)",
        "SELECT * FROM TABLE(fake.send('x')) r WHERE NOT EXISTS (SELECT 1 FROM fake.accounts)",
        "SELECT * FROM TABLE(fake.send('x')) r FULL JOIN (VALUES ('a')) v(x) ON r.what = v.x",
        "SELECT * FROM TABLE(fake.send('x')) r JOIN fake.accounts a ON a.id > r.what"
            + " JOIN fake.accounts b ON b.id = a.id",
        "SELECT what, row_number() OVER (ORDER BY what) FROM TABLE(fake.send('x'))",
        "SELECT what, count(*) FROM TABLE(fake.send('x')) GROUP BY ROLLUP(what)",
        "SELECT count(DISTINCT what), count(DISTINCT what || 'x') FROM TABLE(fake.send('x'))",
        "CALL fake.send(CASE WHEN RAND() > 2 THEN 'y' ELSE 'x' END)",
        "CALL fake.one('x')",
        "SELECT * FROM TABLE(fake.one('x')) ORDER BY what",
        "SELECT what FROM TABLE(fake.one('x')) UNION SELECT id FROM fake.accounts",
        "SELECT what, count(*) FROM TABLE(fake.one('x')) GROUP BY what",
        "SELECT * FROM TABLE(fake.one('x')) r JOIN fake.accounts a ON a.id = r.what",
      })
  void onceAnExecutionWhetherItsRowsAreReadOrNot(String sql) throws SQLException {
    assertSentOnceOnEachExecution(sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM TABLE(fake.send('x')) LIMIT 0",
        "SELECT * FROM TABLE(fake.send('x')) WHERE 1 = 0",
        "SELECT * FROM TABLE(fake.send('x')) WHERE what = NULL",
        "SELECT * FROM (SELECT * FROM TABLE(fake.send('x')) LIMIT 0)",
        "WITH t AS (SELECT * FROM TABLE(fake.send('x'))) SELECT * FROM fake.accounts",
        "WITH t AS (SELECT * FROM TABLE(fake.send('x'))) SELECT * FROM t UNION ALL SELECT * FROM t",
        "WITH t AS (SELECT * FROM TABLE(fake.send('x'))) SELECT * FROM t a JOIN t b USING (what)",
        "SELECT * FROM TABLE(fake.send('x')) UNION ALL SELECT * FROM TABLE(fake.send('x'))",
        "SELECT * FROM TABLE(fake.send('x')) UNION SELECT * FROM TABLE(fake.send('y'))",
        "SELECT * FROM TABLE(fake.send('x')) a, TABLE(fake.send('y')) b",
        "SELECT * FROM fake.accounts a JOIN TABLE(fake.send('x')) r ON a.id = r.what",
        "SELECT * FROM fake.accounts a LEFT JOIN TABLE(fake.send('x')) r ON a.id = r.what",
        "SELECT * FROM fake.accounts a, LATERAL TABLE(fake.send(a.id)) r",
        "SELECT * FROM fake.accounts WHERE id IN (SELECT what FROM TABLE(fake.send('x')))",
        "SELECT * FROM fake.accounts WHERE EXISTS (SELECT 1 FROM TABLE(fake.send('x')))",
        "SELECT id, (SELECT max(what) FROM TABLE(fake.send('x'))) FROM fake.accounts",
        "SELECT what FROM TABLE(fake.send('x'))"
            + " INTERSECT SELECT id FROM fake.accounts WHERE 1 = 0",
        "CALL fake.send((SELECT id FROM fake.accounts LIMIT 1))",
        "SELECT * FROM TABLE(fake.send((SELECT max(id) FROM fake.accounts)))",
        "CALL fake.send(CASE WHEN EXISTS (SELECT 1 FROM fake.accounts) THEN 'x' ELSE 'y' END)",
        "CALL fake.send((SELECT what FROM TABLE(fake.send('x'))))",
        "WITH RECURSIVE t(x, n) AS (VALUES ('a', 1) UNION ALL"
            + " SELECT r.what, n + 1 FROM t, TABLE(fake.send('x')) r WHERE n < 3) SELECT * FROM t",
        "SELECT * FROM UNNEST(ARRAY(SELECT what FROM TABLE(fake.send('x'))))",
        "SELECT count(*) FROM TABLE(fake.send('x')) HAVING 1 = 0",
        "SELECT 1 FROM TABLE(fake.send('x')) GROUP BY ()",
        "SELECT * FROM (SELECT 'a' AS k, id FROM fake.accounts"
            + " UNION ALL SELECT 'b', what FROM TABLE(fake.send('x'))) WHERE k = 'a'",
        "SELECT * FROM (SELECT * FROM TABLE(fake.send('x'))) TABLESAMPLE BERNOULLI(0)",
      })
  void notAtAllWhereItCouldNotRunOnce(String sql) throws SQLException {
    for (String form : new String[] {sql, "EXPLAIN PLAN FOR " + sql}) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> roster.connection.prepareCall(form))
          .matches(refused -> refused.getSQLState().equals("0A000"), "SQLSTATE 0A000");
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> roster.rows(form))
          .matches(refused -> refused.getSQLState().equals("0A000"), "SQLSTATE 0A000")
          .withMessageContaining("fake.send: ");
    }
    assertThat(roster.requests()).isEmpty();
  }

  private void assertSentOnceOnEachExecution(String sql) throws SQLException {
    roster.rows("EXPLAIN PLAN FOR " + sql);
    roster.prepare(sql);
    assertThat(sent()).as("sent by EXPLAIN and prepare").isZero();

    roster.rows(sql);
    assertThat(sent()).as("sent, all rows read").isEqualTo(1);

    try (Statement statement = roster.connection.createStatement()) {
      statement.execute(sql);
    }
    assertThat(sent()).as("sent, no row read").isEqualTo(2);

    try (PreparedStatement statement = roster.connection.prepareStatement(sql)) {
      for (int i = 0; i < 3; i++) {
        statement.execute();
      }
      assertThat(sent()).as("sent by three executions").isEqualTo(5);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
      }
      assertThat(sent()).as("sent, one row read").isEqualTo(6);
    }
    assertThat(sent()).as("sent by closing").isEqualTo(6);

    try (CallableStatement statement = roster.connection.prepareCall(sql)) {
      statement.getMetaData();
      assertThat(sent()).as("sent by prepareCall").isEqualTo(6);
      assertThat(statement.execute()).isTrue();
      statement.getMoreResults();
    }
    assertThat(sent()).as("sent by a callable statement").isEqualTo(7);
  }

  private long sent() {
    return roster.requests().stream().filter(request -> request.startsWith("send:")).count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXPLAIN PLAN FOR CALL fake.send('x')",
        "explain plan for call fake.send(target => 'x', times => 3)",
        "EXPLAIN PLAN INCLUDING ALL ATTRIBUTES FOR CALL fake.send('x')",
        "EXPLAIN PLAN WITHOUT IMPLEMENTATION FOR CALL fake.send('x')",
        "EXPLAIN PLAN WITH TYPE FOR CALL fake.send('x')",
        "EXPLAIN PLAN FOR SELECT * FROM TABLE(fake.send('x'))",
      })
  void explainSendsNothing(String sql) throws SQLException {
    assertThat(roster.rows(sql)).isNotEmpty();
    assertThat(roster.requests()).isEmpty();
  }

  @Test
  void metadataSendsNothing() throws SQLException {
    try (ResultSet procedures = roster.connection.getMetaData().getProcedures(null, "%", "%");
        ResultSet columns =
            roster.connection.getMetaData().getProcedureColumns(null, "fake", "send", "%");
        ResultSet functions = roster.connection.getMetaData().getFunctions(null, "%", "%")) {
      assertThat(procedures.next()).isTrue();
      assertThat(columns.next()).isTrue();
      assertThat(functions.next()).isTrue();
    }
    assertThat(roster.requests()).isEmpty();
  }

  @Test
  void aRowOfOneColumnIsItsValue() throws SQLException {
    assertThat(
            roster.rows(
                "SELECT what FROM TABLE(fake.one('x')) UNION SELECT 'y' FROM fake.sessions"))
        .containsExactlyInAnyOrder("x", "y");
  }

  @Test
  void executeUpdateOfACallCountsItsRows() throws SQLException {
    try (Statement statement = roster.connection.createStatement()) {
      assertThat(statement.executeUpdate("CALL fake.send(target => 'x', times => 3);"))
          .isEqualTo(3);
      assertThat(statement.getUpdateCount()).isEqualTo(3);
    }
    assertThat(roster.requests()).containsExactly("send:x", "send:x", "send:x");
  }

  @Test
  void executeUpdateRefusesAQueryBeforeItRuns() throws SQLException {
    try (Statement statement = roster.connection.createStatement()) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> statement.executeUpdate("SELECT * FROM TABLE(fake.send('x'))"))
          .withMessage("executeUpdate: the statement returns rows. Use executeQuery.");
    }
    assertThat(roster.requests()).isEmpty();
  }

  @Test
  void batchesRunEachOfTheirPartsOnce() throws SQLException {
    try (Statement statement = roster.connection.createStatement()) {
      statement.addBatch("CALL fake.send('a')");
      statement.addBatch("CALL fake.send('b')");
      assertThat(statement.executeBatch()).containsExactly(1, 1);
    }
    try (PreparedStatement statement = roster.connection.prepareStatement("CALL fake.send(?)")) {
      for (String target : new String[] {"c", "d"}) {
        statement.setString(1, target);
        statement.addBatch();
      }
      assertThat(statement.executeBatch()).containsExactly(1, 1);
    }
    assertThat(roster.requests()).containsExactly("send:a", "send:b", "send:c", "send:d");
  }

  @Test
  void aPartOfABatchTakesNoValueFromThePartBefore() throws SQLException {
    try (PreparedStatement statement = roster.connection.prepareStatement("CALL fake.send(?)")) {
      statement.setString(1, "a");
      statement.addBatch();
      statement.clearParameters();
      statement.addBatch();
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(statement::executeBatch)
          .matches(failure -> failure.getSQLState().equals("07002"), "SQLSTATE 07002");
    }
    assertThat(roster.requests()).containsExactly("send:a");
  }

  @Test
  void aBatchLeavesTheValuesThatWereSetAfterIt() throws SQLException {
    try (PreparedStatement statement = roster.connection.prepareStatement("CALL fake.send(?)")) {
      statement.setString(1, "a");
      statement.addBatch();
      statement.setString(1, "b");
      assertThat(statement.executeLargeBatch()).containsExactly(1);
      statement.execute();
    }
    assertThat(roster.requests()).containsExactly("send:a", "send:b");
  }

  @Test
  void aFailureIsNotSentAgain() throws SQLException {
    try (Statement statement = roster.connection.createStatement()) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> statement.executeQuery("CALL fake.send('broken')"));
    }
    assertThat(roster.requests()).containsExactly("send:broken");
  }

  @Test
  void aFailureAfterSomeRequestsSaysHowManyWereAnswered() {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> roster.rows("CALL fake.send_list('[\"a\",\"b\",\"broken\",\"c\"]')"))
        .withMessageContaining(
            "2 of 4 requests were answered with success before this one; the rest was not sent.");
    assertThat(roster.requests()).containsExactly("send:a", "send:b", "send:broken");
  }
}
