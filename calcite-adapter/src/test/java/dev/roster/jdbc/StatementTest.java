package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.calcite.fake.Engine;
import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The protocol of statements: results, counts, batches, hints and names. */
class StatementTest {

  private static final String ACCOUNTS = "SELECT id FROM fake.accounts";

  private Roster roster;
  private Statement statement;

  @BeforeEach
  void open() throws SQLException {
    roster = Roster.writing();
    statement = roster.connection.createStatement();
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
  }

  private interface Action {
    void run() throws SQLException;
  }

  private static String stateOf(Action action) {
    return catchThrowableOfType(SQLException.class, action::run).getSQLState();
  }

  @Test
  void oneResultIsFollowedByNone() throws SQLException {
    assertThat(statement.execute(ACCOUNTS, Statement.RETURN_GENERATED_KEYS)).isTrue();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
    ResultSet rows = statement.getResultSet();
    assertThat(statement.getMoreResults()).isFalse();
    assertThat(rows.isClosed()).isTrue();
    assertThat(statement.getResultSet()).isNull();
    assertThat(statement.getLargeUpdateCount()).isEqualTo(-1);
    assertThat(statement.executeLargeUpdate("CALL fake.send('x')", new int[] {1})).isEqualTo(1);
    assertThat(statement.getResultSet()).isNull();
    assertThat(statement.getUpdateCount()).isEqualTo(1);
    assertThat(statement.getMoreResults()).isFalse();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
    try (ResultSet keys = statement.getGeneratedKeys()) {
      assertThat(keys.next()).isFalse();
    }
    assertThat(stateOf(() -> statement.getMoreResults(77))).isEqualTo("22023");
  }

  @Test
  void anExecutionThatFailsLeavesNoResult() throws SQLException {
    statement.execute(ACCOUNTS);
    assertThat(stateOf(() -> statement.execute("SELECT nothing FROM fake.accounts")))
        .isEqualTo("42S22");
    assertThat(statement.getResultSet()).isNull();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
  }

  @Test
  void aBatchEndsAtTheFirstFailureWithTheCountsSoFar() throws SQLException {
    statement.addBatch("{call fake.send('a')}");
    statement.addBatch(ACCOUNTS);
    statement.addBatch("CALL fake.send('c')");
    BatchUpdateException failure =
        catchThrowableOfType(BatchUpdateException.class, () -> statement.executeBatch());
    assertThat(failure.getUpdateCounts()).containsExactly(1);
    assertThat(failure.getSQLState()).isEqualTo("42000");
    assertThat(roster.requests()).containsExactly("send:a");
    assertThat(statement.executeBatch()).isEmpty();
  }

  @Test
  void hintsAreTakenAndMistakesRefused() throws SQLException {
    statement.setFetchSize(10);
    assertThat(statement.getFetchSize()).isEqualTo(10);
    statement.setFetchDirection(ResultSet.FETCH_UNKNOWN);
    assertThat(statement.getFetchDirection()).isEqualTo(ResultSet.FETCH_FORWARD);
    statement.setMaxFieldSize(4000);
    statement.setEscapeProcessing(false);
    statement.setCursorName("c");
    statement.setPoolable(true);
    assertThat(statement.isPoolable()).isTrue();
    statement.setLargeMaxRows(2);
    assertThat(statement.getMaxRows()).isEqualTo(2);
    assertThat(Engine.texts(statement.executeQuery(ACCOUNTS))).containsExactly("a", "b");
    assertThat(stateOf(() -> statement.setFetchSize(-1))).isEqualTo("22023");
    assertThat(stateOf(() -> statement.setMaxRows(-1))).isEqualTo("22023");
    assertThat(stateOf(() -> statement.setMaxFieldSize(-1))).isEqualTo("22023");
    assertThat(stateOf(() -> statement.setQueryTimeout(-1))).isEqualTo("22023");
    assertThat(stateOf(() -> statement.setFetchDirection(77))).isEqualTo("22023");
    assertThat(stateOf(() -> statement.execute(ACCOUNTS, 77))).isEqualTo("22023");
  }

  @Test
  void namesAndTextsAreQuotedWhereTheyMustBe() throws SQLException {
    assertThat(statement.enquoteLiteral("it's")).isEqualTo("'it''s'");
    assertThat(statement.enquoteIdentifier("headline", false)).isEqualTo("headline");
    assertThat(statement.enquoteIdentifier("headline", true)).isEqualTo("\"headline\"");
    assertThat(statement.enquoteIdentifier("order", false)).isEqualTo("\"order\"");
    assertThat(statement.enquoteIdentifier("a \"b\"", false)).isEqualTo("\"a \"\"b\"\"\"");
    assertThat(statement.isSimpleIdentifier("select")).isFalse();
    assertThat(stateOf(() -> statement.enquoteIdentifier("", false))).isEqualTo("22023");
  }

  @Test
  void aCountIsOfWhatWasDoneHoweverFewRowsAreWanted() throws SQLException {
    statement.setMaxRows(1);
    assertThat(statement.executeUpdate("CALL fake.send_list('[\"x\", \"y\"]')")).isEqualTo(2);
    assertThat(statement.getUpdateCount()).isEqualTo(2);
    assertThat(statement.getMaxRows()).isEqualTo(1);
    assertThat(roster.requests()).containsExactly("send:x", "send:y");
  }

  @Test
  void aCountClosesNothing() throws SQLException {
    statement.closeOnCompletion();
    statement.addBatch("CALL fake.send('a')");
    statement.addBatch("CALL fake.send('b')");
    assertThat(statement.executeBatch()).containsExactly(1, 1);
    assertThat(statement.getUpdateCount()).isEqualTo(1);
    assertThat(statement.isClosed()).isFalse();
    try (PreparedStatement again = roster.connection.prepareStatement(ACCOUNTS)) {
      again.closeOnCompletion();
      again.executeQuery().next();
      try (ResultSet rows = again.executeQuery()) {
        assertThat(rows.next()).isTrue();
      }
      assertThat(again.isClosed()).isTrue();
    }
  }

  @Test
  void itIsClosedWithItsRowsIfThatIsAskedFor() throws SQLException {
    assertThat(statement.isCloseOnCompletion()).isFalse();
    statement.closeOnCompletion();
    assertThat(statement.isCloseOnCompletion()).isTrue();
    try (ResultSet rows = statement.executeQuery(ACCOUNTS)) {
      assertThat(rows.next()).isTrue();
      assertThat(statement.isClosed()).isFalse();
    }
    assertThat(statement.isClosed()).isTrue();
  }

  @Test
  void aPreparedStatementHasItsText() throws SQLException {
    try (PreparedStatement prepared = roster.connection.prepareStatement(ACCOUNTS)) {
      assertThat(stateOf(() -> prepared.executeQuery(ACCOUNTS))).isEqualTo("42000");
      assertThat(stateOf(() -> prepared.execute(ACCOUNTS))).isEqualTo("42000");
      assertThat(stateOf(() -> prepared.executeUpdate(ACCOUNTS))).isEqualTo("42000");
      assertThat(stateOf(() -> prepared.addBatch(ACCOUNTS))).isEqualTo("42000");
    }
  }

  @Test
  void threadsThatShareAStatementTakeTurns() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (PreparedStatement shared = roster.connection.prepareStatement("CALL fake.send(?, ?)")) {
      shared.setString(1, "x");
      shared.setInt(2, 3);
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        work.add(shared::executeUpdate);
      }
      for (Future<Integer> count : threads.invokeAll(work)) {
        assertThat(count.get()).isEqualTo(3);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(roster.requests()).hasSize(120);
  }
}
