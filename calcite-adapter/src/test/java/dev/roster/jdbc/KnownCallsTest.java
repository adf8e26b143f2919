package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement that is known to need more calls than it may make is refused before the first. */
class KnownCallsTest {

  private static final String FIVE = list(5);

  private final SharedSandbox roster = new SharedSandbox();

  @AfterEach
  void close() {
    roster.close();
  }

  private static String list(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "'acc_linkedin_" + i + "'")
        .collect(Collectors.joining(", "));
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    return SharedSandbox.rows(connection, sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT account_id FROM postpress.linkedin_profile WHERE account_id IN (%s)",
        "SELECT count(*) FROM postpress.linkedin_profile WHERE account_id IN (%s)",
        "SELECT account_id FROM postpress.linkedin_profile WHERE account_id IN (%s)"
            + " ORDER BY headline LIMIT 1",
        "SELECT o.name FROM postpress.linkedin_organizations o JOIN postpress.own_profile p"
            + " ON p.account_id = o.account_id WHERE o.account_id IN (%s)",
        "SELECT p.account_id FROM (VALUES (%2$s)) k(id)"
            + " JOIN postpress.linkedin_profile p ON p.account_id = k.id",
        // Parent and child share their calls; the accounts are one more.
        "SELECT account_id FROM postpress.linkedin_profile WHERE account_id IN ('acc_linkedin_1',"
            + " 'acc_linkedin_2', 'acc_linkedin_3', 'acc_linkedin_4') UNION ALL"
            + " SELECT account_id FROM postpress.linkedin_organizations WHERE account_id IN"
            + " ('acc_linkedin_1', 'acc_linkedin_2') UNION ALL SELECT id FROM linkedapi.accounts",
      })
  void aStatementWithMoreKnownCallsSendsNone(String sql) throws SQLException {
    String filled = sql.formatted(FIVE, FIVE.replace(", ", "), ("));
    try (Connection four = roster.connect("maxCallsPerStatement=4", "cacheTtl=0");
        Connection five = roster.connect("maxCallsPerStatement=5", "cacheTtl=0")) {
      SQLException refused = catchThrowableOfType(SQLException.class, () -> rows(four, filled));

      assertThat(refused.getSQLState()).isEqualTo("53400");
      assertThat(refused.getMessage())
          .contains("needs at least 5 calls")
          .contains("maxCallsPerStatement allows 4");
      assertThat(roster.requests()).isEmpty();

      assertThat(rows(four, "EXPLAIN PLAN FOR " + filled)).isNotEmpty();
      assertThat(rows(five, filled)).isNotEmpty();
      assertThat(roster.requests()).hasSize(5);
    }
  }

  @Test
  void aLimitThatMayBeReachedInTimeIsNoReasonToRefuse() throws SQLException {
    String sql =
        "SELECT account_id FROM postpress.linkedin_profile WHERE account_id IN (" + FIVE + ")";
    try (Connection four = roster.connect("maxCallsPerStatement=4", "cacheTtl=0");
        Statement statement = four.createStatement()) {
      assertThat(rows(four, sql + " LIMIT 4")).hasSize(4);
      assertThat(roster.requests()).hasSize(4);
      roster.sandbox.clearRequests();
      statement.setMaxRows(3);
      try (ResultSet rows = statement.executeQuery(sql)) {
        List<String> read = new ArrayList<>();
        while (rows.next()) {
          read.add(rows.getString(1));
        }
        assertThat(read).hasSize(3);
      }
      assertThat(roster.requests()).hasSize(3);
    }
  }

  @Test
  void whatParametersGiveIsKnownWhenItIsExecuted() throws SQLException {
    try (Connection two = roster.connect("maxCallsPerStatement=2", "cacheTtl=0");
        PreparedStatement statement =
            two.prepareStatement(
                "SELECT account_id FROM postpress.linkedin_profile WHERE account_id IN (?, ?,"
                    + " ?)")) {
      statement.setString(1, "acc_linkedin_1");
      statement.setString(2, "acc_linkedin_2");
      statement.setString(3, "acc_linkedin_3");
      SQLException refused = catchThrowableOfType(SQLException.class, statement::executeQuery);
      assertThat(refused.getMessage()).contains("needs at least 3 calls");
      assertThat(roster.requests()).isEmpty();

      statement.setString(3, "acc_linkedin_2");
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.next()).isTrue();
        assertThat(rows.next()).isFalse();
      }
      assertThat(roster.requests()).hasSize(2);
    }
  }

  @Test
  void whatTheCacheHasIsNoCall() throws SQLException {
    try (Connection three = roster.connect("maxCallsPerStatement=3")) {
      rows(three, "SELECT 1 FROM postpress.linkedin_profile WHERE account_id IN (" + list(3) + ")");
      roster.sandbox.clearRequests();
      assertThat(
              rows(
                  three,
                  "SELECT account_id FROM postpress.linkedin_profile WHERE account_id IN ("
                      + FIVE
                      + ")"))
          .hasSize(5);
      assertThat(roster.requests()).hasSize(2);
    }
  }
}
