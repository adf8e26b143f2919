package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What INSERT, UPDATE and DELETE tell of rows that fail, and what batches tell of their parts. */
class WriteFailuresTest {

  private static final String INSERT = "INSERT INTO w.invitations VALUES ('1', ?)";
  private static final String UPDATE = "UPDATE w.profiles SET headline = ? WHERE account_id = ?";

  private final WritingRoster roster;

  WriteFailuresTest() throws SQLException {
    roster = WritingRoster.all();
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
  }

  private static BatchUpdateException failure(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable task) {
    return catchThrowableOfType(BatchUpdateException.class, task);
  }

  private static List<String> chained(SQLException failure) {
    List<String> chain = new ArrayList<>();
    for (SQLException next = failure.getNextException();
        next != null;
        next = next.getNextException()) {
      chain.add(next.getSQLState() + " " + next.getErrorCode() + " " + next.getMessage());
    }
    return chain;
  }

  private long[] batch(String sql, @Nullable Object[]... parts) throws SQLException {
    try (PreparedStatement statement = roster.connection.prepareStatement(sql)) {
      for (@Nullable Object[] part : parts) {
        for (int i = 0; i < part.length; i++) {
          statement.setObject(i + 1, part[i]);
        }
        statement.addBatch();
      }
      return statement.executeLargeBatch();
    }
  }

  private static @Nullable Object[] part(@Nullable Object... values) {
    return values;
  }

  @Test
  void rowsThatFailAreChainedBehindTheCountOfTheOthers() {
    BatchUpdateException failure =
        failure(
            () ->
                roster.update(
                    "INSERT INTO w.invitations"
                        + " VALUES ('1','a'), ('1','bad'), ('1','b'), ('1','lost'), ('1','a')"));

    assertThat(failure.getLargeUpdateCounts()).containsExactly(2);
    assertThat(failure.getUpdateCounts()).containsExactly(2);
    assertThat(failure.getMessage())
        .isEqualTo(
            "w.invitations: INSERT: 2 of 5 rows are not done; getNextException tells of each."
                + " The first: w.invite: refused [1, bad, null]");
    assertThat(failure.getSQLState()).isEqualTo("22023");
    assertThat(failure.getErrorCode()).isEqualTo(422);
    assertThat(chained(failure))
        .containsExactly(
            "22023 422 w.invite: refused [1, bad, null]",
            "08007 500 w.invite: nobody knows [1, lost, null]");
    assertThat(roster.requests()).hasSize(1);
  }

  @Test
  void anUpdateOfSeveralAccountsTellsOfEachThatFails() {
    BatchUpdateException failure =
        failure(
            () ->
                roster.update(
                    "UPDATE w.profiles SET headline = 'x'"
                        + " WHERE account_id IN ('a', 'bad', 'c', 'lost')"));

    assertThat(failure.getUpdateCounts()).containsExactly(2);
    assertThat(chained(failure))
        .containsExactly(
            "22023 422 w.edit: refused [bad, x]", "08007 500 w.edit: nobody knows [lost, x]");
  }

  @Test
  void aDeleteThatFailsIsABatchUpdateExceptionToo() {
    BatchUpdateException failure =
        failure(() -> roster.update("DELETE FROM w.accounts WHERE id = ?", "bad"));

    assertThat(failure.getUpdateCounts()).containsExactly(0);
    assertThat(chained(failure)).containsExactly("22023 422 w.disconnect: refused [bad]");
  }

  @Test
  void theRowsOfABatchOfInsertsAreWrittenTogether() throws SQLException {
    assertThat(batch(INSERT, part("a"), part("b"), part("a"), part("c")))
        .containsExactly(1, 1, 0, 1);
    assertThat(roster.requests())
        .containsExactly("w.invite [[1, a, null], [1, b, null], [1, a, null], [1, c, null]]");
  }

  @Test
  void aPartOfABatchThatFailsIsToldAndTheOthersAreWritten() {
    BatchUpdateException failure =
        failure(() -> batch(INSERT, part("a"), part("bad"), part("b"), part("lost")));

    assertThat(failure.getLargeUpdateCounts())
        .containsExactly(1, Statement.EXECUTE_FAILED, 1, Statement.EXECUTE_FAILED);
    assertThat(chained(failure))
        .containsExactly(
            "22023 422 w.invite: refused [1, bad, null]",
            "08007 500 w.invite: nobody knows [1, lost, null]");
    assertThat(roster.requests()).hasSize(1);
  }

  @Test
  void aPartOfABatchMayHaveSeveralRowsAndReadsAreShared() throws SQLException {
    assertThat(
            batch(
                "INSERT INTO w.invitations SELECT '1', id FROM w.accounts WHERE status = ?",
                part("active"),
                part("nothing"),
                part("active")))
        .containsExactly(2, 0, 0);
    assertThat(roster.requests())
        .containsExactly(
            "read accounts", "w.invite [[1, a, null], [1, b, null], [1, a, null], [1, b, null]]");
  }

  @Test
  void aBatchOfDeletesReadsOnceAndWritesOnce() throws SQLException {
    assertThat(batch("DELETE FROM w.accounts WHERE id = ?", part("a"), part("nowhere"), part("b")))
        .containsExactly(1, 0, 1);
    assertThat(roster.requests()).containsExactly("read accounts", "w.disconnect [[a], [b]]");
  }

  @Test
  void aBatchOfUpdatesIsWrittenTogether() throws SQLException {
    assertThat(batch(UPDATE, part("x", "a"), part("y", "b"), part("x", "a")))
        .containsExactly(1, 1, 0);
    assertThat(roster.requests()).containsExactly("w.edit [[a, x], [b, y], [a, x]]");
  }

  @Test
  void aBatchThatGivesAKeyAnotherValueKeepsItsOrder() throws SQLException {
    assertThat(batch(UPDATE, part("x", "a"), part("y", "a"), part("x", "a")))
        .containsExactly(1, 1, 1);
    assertThat(roster.requests())
        .containsExactly("w.edit [[a, x]]", "w.edit [[a, y]]", "w.edit [[a, x]]");
  }

  @Test
  void aBatchOfUpdatesThatDependOnTheRowReadsAfterEachWrite() throws SQLException {
    assertThat(
            batch(
                "UPDATE w.profiles SET headline = headline || CAST(? AS VARCHAR) WHERE account_id ="
                    + " ?",
                part("!", "a"),
                part("?", "a")))
        .containsExactly(1, 1);
    assertThat(roster.requests())
        .containsExactly(
            "read profile a",
            "w.edit [[a, old of a!]]",
            "read profile a",
            "w.edit [[a, old of a?]]");
  }

  @Test
  void aPartThatBreaksARuleEndsTheBatchBeforeAnythingIsSent() {
    BatchUpdateException failure =
        failure(() -> batch(INSERT, part("a"), part((Object) null), part("b")));

    assertThat(failure.getUpdateCounts()).isEmpty();
    assertThat(failure.getSQLState()).isEqualTo("22023");
    assertThat(failure.getMessage())
        .endsWith(
            "column profile_urn must have a value, and is NULL. Nothing was sent."
                + " 0 of the batch ran before it.");
    assertThat(roster.requests()).isEmpty();
  }

  @Test
  void aPartThatEndsABatchLeavesWhatWasWrittenBefore() {
    BatchUpdateException failure =
        failure(() -> batch(UPDATE, part("bad", "a"), part("y", "a"), part(null, "a")));

    assertThat(failure.getLargeUpdateCounts()).containsExactly(Statement.EXECUTE_FAILED);
    assertThat(failure.getSQLState()).isEqualTo("22023");
    assertThat(chained(failure)).containsExactly("22023 422 w.edit: refused [a, bad]");
    assertThat(roster.requests()).containsExactly("w.edit [[a, bad]]");
  }

  @Test
  void aPartWithoutItsParameterEndsTheBatchBeforeAnythingIsSent() throws SQLException {
    try (PreparedStatement statement = roster.connection.prepareStatement(INSERT)) {
      statement.setString(1, "a");
      statement.addBatch();
      statement.clearParameters();
      statement.addBatch();
      BatchUpdateException failure = failure(statement::executeBatch);
      assertThat(failure.getSQLState()).isEqualTo("07002");
      assertThat(failure.getUpdateCounts()).isEmpty();
      assertThat(statement.executeBatch()).as("a batch runs once").isEmpty();
    }
    assertThat(roster.requests()).isEmpty();
  }

  @Test
  void aBatchOfStatementsRunsThemInOrder() throws SQLException {
    try (Statement statement = roster.connection.createStatement()) {
      statement.addBatch("INSERT INTO w.invitations VALUES ('1', 'a'), ('1', 'b')");
      statement.addBatch("CALL fake.send('x')");
      statement.addBatch("UPDATE w.profiles SET headline = 'x' WHERE account_id = 'a'");
      statement.addBatch("DELETE FROM w.accounts WHERE id = 'nowhere'");
      assertThat(statement.executeLargeBatch()).containsExactly(2, 1, 1, 0);
    }
    assertThat(roster.requests())
        .containsExactly(
            "w.invite [[1, a, null], [1, b, null]]", "w.edit [[a, x]]", "read accounts");
    assertThat(roster.provider.requests()).containsExactly("send:x");
  }

  @Test
  void aStatementThatFailsEndsItsBatchAndTellsItsRows() throws SQLException {
    try (Statement statement = roster.connection.createStatement()) {
      statement.addBatch("CALL fake.send('x')");
      statement.addBatch("INSERT INTO w.invitations VALUES ('1', 'a'), ('1', 'bad')");
      statement.addBatch("CALL fake.send('y')");
      BatchUpdateException failure = failure(statement::executeBatch);
      assertThat(failure.getUpdateCounts()).containsExactly(1);
      assertThat(failure.getMessage()).endsWith("1 of the batch ran before it.");
      assertThat(chained(failure)).containsExactly("22023 422 w.invite: refused [1, bad, null]");
      assertThat(failure.getCause())
          .isInstanceOfSatisfying(
              BatchUpdateException.class,
              inner -> assertThat(inner.getUpdateCounts()).containsExactly(1));
    }
    assertThat(roster.provider.requests()).containsExactly("send:x");
  }

  @Test
  void aBatchOfManyIsOneRun() throws SQLException {
    @Nullable Object[][] parts = new @Nullable Object[2000][];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = part("u" + i);
    }
    assertThat(batch(INSERT, parts)).hasSize(2000).containsOnly(1);
    assertThat(roster.requests()).hasSize(1);
  }
}
