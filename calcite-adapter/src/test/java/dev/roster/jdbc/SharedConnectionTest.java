package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One connection, used by several threads at once: each gets its own rows, and sends its own. */
class SharedConnectionTest {

  private static final int THREADS = 8;

  private Roster roster;
  private ExecutorService threads;

  @BeforeEach
  void open() throws SQLException {
    roster = Roster.writing();
    threads = Executors.newFixedThreadPool(THREADS);
  }

  @AfterEach
  void close() throws SQLException {
    threads.shutdownNow();
    roster.close();
  }

  @Test
  void statementsAreMadeAndClosedSideBySide() throws Exception {
    inAllThreads(
        thread -> {
          for (int i = 0; i < 3000; i++) {
            roster.connection.createStatement().close();
          }
          return 0;
        });
  }

  @Test
  void eachThreadGetsTheRowsOfItsOwnStatement() throws Exception {
    List<Integer> read =
        inAllThreads(
            thread -> {
              int right = 0;
              for (int i = 0; i < 25; i++) {
                int number = thread * 1000 + i;
                try (PreparedStatement statement =
                        roster.connection.prepareStatement(
                            "SELECT " + number + ", id FROM fake.accounts");
                    ResultSet rows = statement.executeQuery()) {
                  right += rows.next() && rows.getInt(1) == number ? 1 : 0;
                }
              }
              return right;
            });
    assertThat(read).hasSize(THREADS).containsOnly(25);
  }

  @Test
  void eachThreadSendsItsOwnProcedureOnce() throws Exception {
    inAllThreads(
        thread -> {
          for (int i = 0; i < 10; i++) {
            try (Statement statement = roster.connection.createStatement()) {
              statement.execute("CALL fake.send('" + thread + "-" + i + "')");
            }
          }
          return 0;
        });
    assertThat(roster.requests()).hasSize(THREADS * 10).doesNotHaveDuplicates();
  }

  @Test
  void eachThreadCallsItsOwnProcedureWithItsOwnParameters() throws Exception {
    List<Integer> right =
        inAllThreads(
            thread -> {
              int same = 0;
              try (CallableStatement statement =
                  roster.connection.prepareCall("{? = call fake.one(?)}")) {
                statement.registerOutParameter(1, Types.VARCHAR);
                for (int i = 0; i < 10; i++) {
                  statement.setString(2, thread + "-" + i);
                  statement.execute();
                  same += statement.getString(1).equals(thread + "-" + i) ? 1 : 0;
                }
              }
              return same;
            });
    assertThat(right).hasSize(THREADS).containsOnly(10);
    assertThat(roster.requests()).hasSize(THREADS * 10).doesNotHaveDuplicates();
  }

  @Test
  void eachThreadBindsItsOwnPreparedStatementAgainAndAgain() throws Exception {
    List<Integer> right =
        inAllThreads(
            thread -> {
              int same = 0;
              try (PreparedStatement statement =
                  roster.connection.prepareStatement(
                      "SELECT account_id FROM fake.profiles WHERE account_id = ?")) {
                for (int i = 0; i < 10; i++) {
                  statement.setString(1, thread + "-" + i);
                  try (ResultSet rows = statement.executeQuery()) {
                    same += rows.next() && rows.getString(1).equals(thread + "-" + i) ? 1 : 0;
                  }
                }
              }
              return same;
            });
    assertThat(right).hasSize(THREADS).containsOnly(10);
  }

  @Test
  void metadataIsReadSideBySide() throws Exception {
    String[] tables = {"accounts", "profiles", "sessions", "skills"};
    List<Integer> right =
        inAllThreads(
            thread -> {
              String table = tables[thread % tables.length];
              int same = 0;
              for (int i = 0; i < 25; i++) {
                try (ResultSet columns =
                    roster.connection.getMetaData().getColumns(null, "fake", table, "%")) {
                  boolean all = columns.next();
                  do {
                    all &= columns.getString("TABLE_NAME").equals(table);
                  } while (columns.next());
                  same += all ? 1 : 0;
                }
              }
              return same;
            });
    assertThat(right).hasSize(THREADS).containsOnly(25);
    assertThat(roster.requests()).isEmpty();
  }

  private interface Work {
    int of(int thread) throws SQLException;
  }

  private List<Integer> inAllThreads(Work work) throws Exception {
    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 1; i <= THREADS; i++) {
      int thread = i;
      all.add(() -> work.of(thread));
    }
    List<Integer> answers = new ArrayList<>();
    for (Future<Integer> answer : threads.invokeAll(all)) {
      answers.add(answer.get());
    }
    return answers;
  }
}
