package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.ref.WeakReference;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.apache.calcite.jdbc.CalciteConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that runs statements for years: nothing of one stays when it is closed. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ReleasedStatementTest {

  /** What is done on a connection that is closed afterwards. */
  private interface Use {
    void of(Statement statement) throws SQLException;
  }

  /** Waits until the connection that was used can be collected, and so all that it knows. */
  private static void assertReleased(Use use) throws SQLException {
    WeakReference<CalciteConnection> used = used(use);
    // The time-out of the test is an interrupt.
    while (used.get() != null && !Thread.currentThread().isInterrupted()) {
      System.gc();
    }
    assertThat(used.get()).as("a connection that is closed").isNull();
  }

  // A method of its own, so that no local variable keeps it.
  private static WeakReference<CalciteConnection> used(Use use) throws SQLException {
    try (WritingRoster roster = WritingRoster.all();
        Statement statement = roster.connection.createStatement()) {
      use.of(statement);
      return new WeakReference<>(roster.connection.unwrap(CalciteConnection.class));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a.id FROM w.accounts a JOIN fake.profiles p ON p.account_id = a.id",
        "CALL fake.send('x')",
        "SELECT r.what FROM TABLE(fake.send('x')) r WHERE r.what = 'y'",
        "INSERT INTO w.invitations SELECT '1', id FROM w.accounts WHERE id = 'a'",
        "UPDATE w.profiles SET headline = 'x' WHERE account_id = 'a'",
        "DELETE FROM w.accounts WHERE id = 'a'",
        "EXPLAIN PLAN FOR UPDATE w.profiles SET headline = 'x' WHERE account_id = 'a'",
      })
  void whateverItIs(String sql) throws SQLException {
    assertReleased(
        statement -> {
          var unused = statement.execute(sql);
        });
  }

  @Test
  void aBatchToo() throws SQLException {
    assertReleased(
        statement -> {
          String sql = "INSERT INTO w.invitations VALUES ('1', ?)";
          try (PreparedStatement batch = statement.getConnection().prepareStatement(sql)) {
            for (String urn : new String[] {"u", "v"}) {
              batch.setString(1, urn);
              batch.addBatch();
            }
            assertThat(batch.executeBatch()).containsExactly(1, 1);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // One of the accounts is refused.
        "INSERT INTO w.invitations SELECT '1', id FROM w.accounts",
        "UPDATE w.profiles SET headline = CAST(NULL AS VARCHAR) WHERE account_id = 'nobody'",
        "SELECT account_id FROM fake.profiles WHERE account_id = CAST(1 / 0 AS VARCHAR)",
      })
  void oneThatFailsToo(String sql) throws SQLException {
    assertReleased(
        statement ->
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> statement.execute(sql)));
  }
}
