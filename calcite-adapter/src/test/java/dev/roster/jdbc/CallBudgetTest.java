package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.sandbox.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many calls a statement may make, and what becomes of one that would make more. */
@Timeout(60)
class CallBudgetTest {

  private static final String THREE_PROFILES =
      "SELECT account_id FROM postpress.own_profile WHERE account_id IN"
          + " ('acc_linkedin_1', 'acc_linkedin_2', 'acc_linkedin_3')";

  private final SharedSandbox roster = new SharedSandbox();

  @AfterEach
  void close() {
    roster.close();
  }

  private static SQLException failure(Connection connection, String sql) {
    return catchThrowableOfType(SQLException.class, () -> SharedSandbox.rows(connection, sql));
  }

  @Test
  void aStatementThatNeedsMoreCallsFailsAndTheNextOneWorks() throws SQLException {
    try (Connection connection = roster.connect("maxCallsPerStatement=2", "cacheTtl=0")) {
      SQLException failure = failure(connection, THREE_PROFILES);

      assertThat(failure.getSQLState()).isEqualTo("53400");
      assertThat(failure.getErrorCode()).isZero();
      assertThat(failure.getMessage())
          .contains("maxCallsPerStatement allows 2")
          .contains("(0 is no bound)");
      assertThat(roster.requests().size()).isLessThanOrEqualTo(2);
      assertThat(SharedSandbox.rows(connection, THREE_PROFILES.replace(", 'acc_linkedin_3'", "")))
          .containsExactly("acc_linkedin_1", "acc_linkedin_2");
    }
  }

  @Test
  void asManyAsItMayAreMadeAndZeroIsNoBound() throws SQLException {
    try (Connection three = roster.connect("maxCallsPerStatement=3", "cacheTtl=0");
        Connection any = roster.connect("maxCallsPerStatement=0", "cacheTtl=0")) {
      assertThat(SharedSandbox.rows(three, THREE_PROFILES)).hasSize(3);
      assertThat(SharedSandbox.rows(any, THREE_PROFILES)).hasSize(3);
    }
  }

  @Test
  void aReadThatTheCacheAnswersIsNoCall() throws SQLException {
    try (Connection connection = roster.connect("maxCallsPerStatement=2")) {
      String two = THREE_PROFILES.replace(", 'acc_linkedin_3'", "");
      assertThat(SharedSandbox.rows(connection, two)).hasSize(2);

      assertThat(SharedSandbox.rows(connection, THREE_PROFILES)).hasSize(3);
      assertThat(roster.requests()).hasSize(3);
    }
  }

  @Test
  void theCallsUnderWayAreEndedWithIt() throws SQLException {
    roster
        .sandbox
        .control()
        .fault(Fault.on("ownProfile.get").latency(Duration.ofSeconds(20)).times(9));
    try (Connection connection = roster.connect("maxCallsPerStatement=2", "cacheTtl=0")) {
      long before = System.nanoTime();

      assertThat(failure(connection, THREE_PROFILES).getSQLState()).isEqualTo("53400");

      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
    }
  }

  @Test
  void aWriteWithMoreRequestsIsRefusedBeforeTheFirstAndCanBeResumed() throws SQLException {
    String urns =
        IntStream.range(0, 101)
            .mapToObj(i -> "\"urn:li:fsd_profile:ACoBudget" + i + "\"")
            .collect(Collectors.joining(",", "'[", "]'"));
    try (Connection bounded = roster.connect("maxCallsPerStatement=2");
        Connection unbounded = roster.connect("maxCallsPerStatement=0")) {
      SQLException failure =
          failure(
              bounded,
              "CALL connectsafely.send_follow_invitations(company_id => '105672170', profile_urns"
                  + " => "
                  + urns
                  + ", request_key => 'budget')");

      assertThat(failure.getSQLState()).isEqualTo("53400");
      assertThat(failure.getMessage())
          .contains("needs at least 3 calls")
          .contains("allows 2")
          .contains("CALL roster.resume('budget')");
      assertThat(roster.requests()).isEmpty();
      assertThat(SharedSandbox.rows(bounded, "SELECT DISTINCT state FROM roster.ledger"))
          .containsExactly("PLANNED");

      SharedSandbox.rows(unbounded, "CALL roster.resume('budget')");
      assertThat(roster.requests()).hasSize(3);
    }
  }
}
