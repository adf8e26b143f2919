package dev.roster.calcite.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.calcite.fake.Engine;
import dev.roster.jdbc.Driver;
import dev.roster.sandbox.Fault;
import dev.roster.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table {@code roster.requests}: what statements sent, or would have sent. */
class RequestsTableTest {

  private final Sandbox sandbox = Sandbox.start();
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = connect("allow");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    sandbox.close();
  }

  private Connection connect(String writes) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("linkedapiUrl", sandbox.linkedapiUrl().toString());
    properties.setProperty("linkedapiToken", Sandbox.LINKEDAPI_TOKEN);
    properties.setProperty("connectsafelyUrl", sandbox.connectsafelyUrl().toString());
    properties.setProperty("connectsafelyKey", Sandbox.CONNECTSAFELY_KEY);
    properties.setProperty("postpressUrl", sandbox.postpressUrl().toString());
    properties.setProperty("postpressKey", Sandbox.POSTPRESS_KEY);
    properties.setProperty("ledger", "jdbc:h2:mem:" + UUID.randomUUID());
    properties.setProperty("cacheTtl", "0");
    properties.setProperty("writes", writes);
    return Objects.requireNonNull(new Driver().connect("jdbc:roster:", properties));
  }

  private static List<String> rows(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return Engine.texts(rows);
      }
    }
  }

  private List<String> rows(String sql) throws SQLException {
    return rows(connection, sql);
  }

  /** Returns columns of the requests to this sandbox: the log is that of the whole process. */
  private List<String> logged(String columns) throws SQLException {
    return rows(
        connection,
        "SELECT " + columns + " FROM roster.requests WHERE url LIKE ?",
        "http://%:" + sandbox.controlUrl().getPort() + "/%");
  }

  @Test
  void eachCallOfAStatementIsARow() throws SQLException {
    rows("SELECT id FROM linkedapi.accounts");
    rows(
        "SELECT display_name FROM postpress.own_profile WHERE account_id IN ('acc_linkedin_1',"
            + " 'acc_imap_1')");

    assertThat(
            logged(
                "provider, operation, http_method, replace(url, 'localhost', 'h'), writes, attempt,"
                    + " outcome, http_status, error, bytes_sent, request_key, item_key, headers,"
                    + " body"))
        .hasSize(3)
        .first()
        .isEqualTo(
            "linkedapi|accounts.getAll|POST|"
                + sandbox.linkedapiUrl().toString().replace("localhost", "h")
                + "/admin/accounts.getAll|false|1|OK|200|null|2|null|null|null|null");
    assertThat(logged("operation, substring(url, position('?' in url)), bytes_sent"))
        .contains(
            "ownProfile.get|?account_id=acc_linkedin_1|0",
            "ownProfile.get|?account_id=acc_imap_1|0");
    assertThat(logged("duration_ms BETWEEN 0 AND 60000 AND bytes_received > 100"))
        .containsOnly("true");
  }

  @Test
  void readingItSendsNothingAndAddsNothing() throws SQLException {
    rows("SELECT id FROM linkedapi.accounts");
    sandbox.clearRequests();

    List<String> first = logged("*");
    List<String> second = logged("*");

    assertThat(first).hasSize(1).isEqualTo(second);
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void theNewestIsLastAndItsNumberIsTheGreatest() throws SQLException {
    rows("SELECT id FROM linkedapi.accounts");
    rows("SELECT account_id FROM postpress.own_profile WHERE account_id = 'acc_imap_1'");

    assertThat(logged("operation")).containsExactly("accounts.getAll", "ownProfile.get");
    assertThat(logged("number").stream().map(Long::valueOf)).isSorted().doesNotHaveDuplicates();
    assertThat(
            rows(
                "SELECT count(*) <= 10000 FROM roster.requests"
                    + " WHERE outcome NOT IN ('CACHED', 'SHARED')"))
        .containsExactly("true");
  }

  @Test
  void aFailedRequestSaysWhatTheStatementSaid() throws SQLException {
    sandbox.control().fault(Fault.on("accounts.getAll").status(502).times(3));

    SQLException failure =
        catchThrowableOfType(SQLException.class, () -> rows("SELECT id FROM linkedapi.accounts"));

    String said = String.valueOf(failure.getMessage()).replace("linkedapi.accounts: ", "");
    assertThat(logged("attempt, outcome, http_status, error"))
        .containsExactly("1|FAILED|502|" + said, "2|FAILED|502|" + said, "3|FAILED|502|" + said);
  }

  @Test
  void aStatementThatIsEndedLeavesACancelledRequest() throws Exception {
    sandbox.control().fault(Fault.on("accounts.getAll").latency(Duration.ofSeconds(30)));
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT id FROM linkedapi.accounts")) {
      statement.setQueryTimeout(1);
      SQLException failure = catchThrowableOfType(SQLException.class, statement::executeQuery);
      assertThat(failure.getSQLState()).isEqualTo("HYT00");
    }

    // Its thread hears of the end a moment after the statement.
    long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (logged("outcome").contains("UNDER_WAY") && System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    assertThat(logged("outcome, http_status, error"))
        .containsExactly("CANCELLED|null|linkedapi accounts.getAll: cancelled.");
  }

  @Test
  void otherConnectionsOfTheProcessAreSeen() throws SQLException {
    try (Connection other = connect("deny")) {
      rows(other, "SELECT id FROM linkedapi.accounts");
    }
    assertThat(logged("operation, outcome")).containsExactly("accounts.getAll|OK");
  }

  @Test
  void aWriteHasTheKeysThatTheLedgerHas() throws SQLException {
    rows(
        "SELECT * FROM TABLE(postpress.edit_own_profile(account_id => 'acc_linkedin_1', headline =>"
            + " 'Hi', request_key => 'kept in both'))");

    assertThat(
            logged(
                "writes, outcome, request_key, item_key IS NOT NULL, idempotency_key IS NOT NULL,"
                    + " headers, body, bytes_sent > 100"))
        .containsExactly("true|OK|kept in both|true|true|null|null|true");
    assertThat(
            rows(
                "SELECT l.state FROM roster.requests r JOIN roster.ledger l ON l.request_key ="
                    + " r.request_key AND l.item_key = r.item_key"
                    + " WHERE l.request_key = 'kept in both'"))
        .containsExactly("CONFIRMED");
  }

  @Test
  void aDryRunIsInTheLogAndNowhereElse() throws SQLException {
    try (Connection dry = connect("dry_run")) {
      rows(
          dry,
          "SELECT * FROM TABLE(connectsafely.send_follow_invitations(company_id => '105672170',"
              + " profile_urns => '[\"urn:li:fsd_profile:A1\", \"urn:li:fsd_profile:A2\"]',"
              + " request_key => 'k2'))");
    }

    assertThat(logged("operation, outcome, http_status, duration_ms, bytes_sent, request_key"))
        .containsExactly("followInvitations.send|DRY_RUN|null|null|null|k2");
    assertThat(logged("body"))
        .containsExactly("{\"profileUrns\":[\"urn:li:fsd_profile:A1\",\"urn:li:fsd_profile:A2\"]}");
    assertThat(logged("headers").get(0)).contains("Authorization: Bearer ***");
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void metadataSaysWhatItIs() throws SQLException {
    try (ResultSet tables = connection.getMetaData().getTables(null, "roster", "requests", null)) {
      assertThat(tables.next()).isTrue();
      assertThat(tables.getString("TABLE_TYPE")).isEqualTo("SYSTEM TABLE");
      assertThat(tables.getString("REMARKS"))
          .startsWith("The last 10000 HTTP requests of this process, those of all its connections");
    }
    assertThat(
            rows(
                "SELECT count(*) FROM information_schema.columns WHERE table_schema = 'roster' AND"
                    + " table_name = 'requests' AND char_length(remarks) < 15"))
        .containsExactly("0");
  }
}
