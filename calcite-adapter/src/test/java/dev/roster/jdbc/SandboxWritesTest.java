package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.sandbox.Fault;
import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** INSERT, UPDATE and DELETE as the sandbox receives them. */
class SandboxWritesTest {

  private static final String PERSON = "urn:li:fsd_profile:ACoAAA";
  private static final String INSERT =
      "INSERT INTO connectsafely.follow_invitations (company_id, profile_urn) VALUES (105672170,"
          + " ?)";

  private final RosterOnSandbox roster;

  SandboxWritesTest() throws SQLException {
    roster = new RosterOnSandbox();
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
  }

  private int update(String sql) throws SQLException {
    roster.sandbox.clearRequests();
    try (Statement statement = roster.connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private BatchUpdateException failure(String sql) {
    return catchThrowableOfType(BatchUpdateException.class, () -> update(sql));
  }

  private static List<String> chained(SQLException failure) {
    List<String> chain = new ArrayList<>();
    for (SQLException next = failure.getNextException();
        next != null;
        next = next.getNextException()) {
      chain.add(next.getSQLState() + " " + next.getErrorCode());
    }
    return chain;
  }

  @Test
  void anUpdateIsOneEditAndNoReadAndIsSeen() throws SQLException {
    assertThat(
            update(
                "UPDATE postpress.linkedin_profile SET headline = 'New' WHERE account_id ="
                    + " 'acc_linkedin_1'"))
        .isEqualTo(1);
    assertThat(roster.requests()).containsExactly("ownProfile.edit");
    assertThat(
            update(
                "UPDATE postpress.linkedin_profile SET headline = headline || '!'"
                    + " WHERE account_id IN ('acc_linkedin_1', 'acc_gmail_1')"))
        .isEqualTo(1);
    assertThat(roster.requests())
        .containsExactly("ownProfile.get", "ownProfile.get", "ownProfile.edit");
    assertThat(
            roster.rows(
                "SELECT headline FROM postpress.linkedin_profile WHERE account_id ="
                    + " 'acc_linkedin_1'"))
        .containsExactly("New!");
  }

  @Test
  void anUpdateOfSeveralAccountsTellsOfEachThatFailsAndEditsTheOthers() {
    BatchUpdateException failure =
        failure(
            "UPDATE postpress.linkedin_profile SET headline = 'y'"
                + " WHERE account_id IN ('nowhere', 'acc_linkedin_1', 'acc_gmail_1')");

    assertThat(failure.getUpdateCounts()).containsExactly(1);
    assertThat(failure.getMessage())
        .startsWith("postpress.linkedin_profile: UPDATE: 2 of 3 rows are not done");
    assertThat(chained(failure)).containsExactlyInAnyOrder("02000 404", "22023 422");
    assertThat(roster.requests())
        .containsExactly("ownProfile.edit", "ownProfile.edit", "ownProfile.edit");
  }

  @Test
  void anUpdateWhoseAnswerIsLostIsUnknown() {
    roster.next(Fault.on("ownProfile.edit").cut(Fault.Cut.AFTER));
    BatchUpdateException failure =
        failure(
            "UPDATE postpress.linkedin_profile SET headline = 'y' WHERE account_id ="
                + " 'acc_linkedin_1'");
    assertThat(failure.getUpdateCounts()).containsExactly(0);
    assertThat(failure.getSQLState()).isEqualTo("08007");
  }

  @Test
  void anInsertIsOneRequestForFiftyPeopleAndInvitesNobodyTwice() throws SQLException {
    String sql =
        "INSERT INTO connectsafely.follow_invitations"
            + " SELECT '105672170', '"
            + PERSON
            + "' || x.id || y.id FROM linkedapi.accounts x CROSS JOIN linkedapi.accounts y";
    assertThat(update(sql)).isEqualTo(144);
    assertThat(roster.requests())
        .containsExactly(
            "accounts.getAll",
            "followInvitations.send",
            "followInvitations.send",
            "followInvitations.send");
    assertThat(update(sql)).as("confirmed before").isEqualTo(144);
    assertThat(roster.requests()).containsExactly("accounts.getAll");
    assertThat(
            roster.rows(
                "SELECT count(*), max(state) FROM connectsafely.follow_invitations"
                    + " WHERE company_id = '105672170'"))
        .containsExactly("144|CONFIRMED");
  }

  @Test
  void aBatchOfInsertsIsOneRequest() throws SQLException {
    roster.sandbox.clearRequests();
    try (PreparedStatement statement = roster.connection.prepareStatement(INSERT)) {
      for (String person : new String[] {"1", "2", "1", "3"}) {
        statement.setString(1, PERSON + person);
        statement.addBatch();
      }
      assertThat(statement.executeBatch()).containsExactly(1, 1, 0, 1);
      assertThat(roster.requests()).containsExactly("followInvitations.send");

      statement.setString(1, PERSON + "4");
      statement.addBatch();
      statement.setString(1, "no urn");
      statement.addBatch();
      BatchUpdateException failure =
          catchThrowableOfType(BatchUpdateException.class, statement::executeBatch);
      assertThat(failure.getUpdateCounts()).containsExactly(1, Statement.EXECUTE_FAILED);
      assertThat(chained(failure)).containsExactly("22023 200");
    }
    assertThat(roster.requests())
        .containsExactly("followInvitations.send", "followInvitations.send");
  }

  private static String insertWithKeys(String... keys) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < keys.length; i++) {
      rows.add("('105672170', '" + PERSON + i + "', '" + keys[i] + "')");
    }
    return "INSERT INTO connectsafely.follow_invitations (company_id, profile_urn, request_key)"
        + " VALUES "
        + String.join(", ", rows);
  }

  @Test
  void aKeyThatIsRefusedHidesNothingOfTheOthers() {
    BatchUpdateException failure = failure(insertWithKeys("a", " ", "c"));
    assertThat(failure.getLargeUpdateCounts()).containsExactly(2);
    assertThat(chained(failure)).containsExactly("22023 0");
    assertThat(roster.requests()).hasSize(2);
  }

  @Test
  void aCredentialThatIsRefusedEndsTheOtherKeysToo() {
    roster.sandbox.control().fault(Fault.on("followInvitations.send"));
    roster.sandbox.control().fault(Fault.on("followInvitations.send").status(401));
    BatchUpdateException failure = failure(insertWithKeys("a", "b", "c"));
    assertThat(failure.getLargeUpdateCounts()).containsExactly(1);
    assertThat(chained(failure)).containsExactly("28000 401", "28000 401");
    assertThat(roster.requests()).hasSize(2);
  }

  @Test
  void aDeleteDisconnectsWhatIsThere() throws SQLException {
    String id = roster.rows("SELECT id FROM linkedapi.accounts WHERE status = 'active'").get(0);
    assertThat(update("DELETE FROM linkedapi.accounts WHERE id IN ('nowhere', '" + id + "')"))
        .isEqualTo(1);
    assertThat(roster.requests()).containsExactly("accounts.getAll", "accounts.disconnect");
    assertThat(update("DELETE FROM linkedapi.accounts WHERE id = '" + id + "'")).isZero();
    assertThat(roster.requests()).containsExactly("accounts.getAll");
  }

  @Test
  void whatIsPossibleIsSaid() {
    SQLException failure =
        catchThrowableOfType(
            SQLException.class, () -> update("DELETE FROM connectsafely.follow_invitations"));
    assertThat(failure.getSQLState()).isEqualTo("0A000");
    assertThat(failure.getMessage())
        .isEqualTo(
            "connectsafely.follow_invitations: DELETE is not possible. Possible are: INSERT INTO"
                + " connectsafely.follow_invitations (company_id, profile_urn, account_id,"
                + " request_key) …; DELETE FROM linkedapi.accounts WHERE id = …; UPDATE"
                + " postpress.linkedin_profile SET headline …; CALL of a procedure.");
    assertThat(roster.requests()).isEmpty();
  }

  @Test
  void writesAreInTheLogOfRequests() throws SQLException {
    update(
        "UPDATE postpress.linkedin_profile SET headline = 'x' WHERE account_id = 'acc_linkedin_1'");
    assertThat(
            roster.rows(
                "SELECT operation, writes FROM roster.requests WHERE url LIKE '"
                    + roster.sandbox.postpressUrl()
                    + "%'"))
        .containsExactly("ownProfile.edit|true");
  }
}
