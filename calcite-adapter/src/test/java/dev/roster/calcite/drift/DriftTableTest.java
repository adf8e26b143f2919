package dev.roster.calcite.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.calcite.fake.Engine;
import dev.roster.jdbc.Driver;
import dev.roster.sandbox.Fault;
import dev.roster.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The table {@code roster.drift}, the log, and accounts that cannot be read. */
class DriftTableTest {

  @AutoClose private final Sandbox sandbox = Sandbox.start();

  // The log is the whole process's: each test has field names of its own.
  private final String field = "f" + UUID.randomUUID().toString().replace("-", "");
  private final List<SQLWarning> warnings = new ArrayList<>();

  private Connection connect(String partial) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("linkedapiUrl", sandbox.linkedapiUrl().toString());
    properties.setProperty("linkedapiToken", Sandbox.LINKEDAPI_TOKEN);
    properties.setProperty("postpressUrl", sandbox.postpressUrl().toString());
    properties.setProperty("postpressKey", Sandbox.POSTPRESS_KEY);
    properties.setProperty("cacheTtl", "0");
    properties.setProperty("requestsPerMinute", "0");
    properties.setProperty("partial", partial);
    return Objects.requireNonNull(new Driver().connect("jdbc:roster:", properties));
  }

  private List<String> rows(String partial, String sql) throws SQLException {
    warnings.clear();
    try (Connection connection = connect(partial);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = Engine.texts(rows);
      for (SQLWarning next = statement.getWarnings(); next != null; next = next.getNextWarning()) {
        warnings.add(next);
      }
      return texts;
    }
  }

  private static String account(String id, String more) {
    return """
    {"id": "%s", "name": "N", "url": "u", "avatarUrl": null, "headline": null,
     "countryCode": "US", "identificationToken": "id_secret", "status": "active",
     "connectedAt": "2025-11-05T10:30:00.000Z"%s}\
    """
        .formatted(id, more);
  }

  private void answers(int times, String... accounts) {
    sandbox
        .control()
        .fault(
            Fault.on("accounts.getAll")
                .times(times)
                .body(
                    "{\"success\":true,\"result\":{\"accounts\":["
                        + String.join(",", accounts)
                        + "],\"pendingConnectionSessions\":[{\"sessionId\":\"s1\"}"
                        + ",{\"sessionId\":\"s2\",\"status\":\"pending\"}]}}",
                    "application/json"));
  }

  private List<String> drift() throws SQLException {
    return rows(
        "false",
        "SELECT provider, operation, kind, pointer, expected, found, occurrences FROM roster.drift"
            + " WHERE pointer LIKE '%"
            + field
            + "%'");
  }

  @Test
  void aPlaceIsARowThatIsCountedAndLoggedOnce() throws SQLException {
    sandbox
        .control()
        .fault(
            Fault.on("accounts.getAll")
                .times(2)
                .body(
                    "{\"success\":true,\"result\":{\"accounts\":["
                        + account("a", ",\"" + field + "\":\"hush\"")
                        + ","
                        + account("b", ",\"" + field + "\":\"hush\"")
                        + "],\"pendingConnectionSessions\":[]}}",
                    "application/json"));
    List<String> logged = new ArrayList<>();
    Handler handler = keeping(logged);
    Logger log = Logger.getLogger("dev.roster.drift");
    log.addHandler(handler);
    try {
      assertThat(rows("false", "SELECT id FROM linkedapi.accounts")).containsExactly("a", "b");
      assertThat(rows("true", "SELECT id FROM linkedapi.accounts")).containsExactly("a", "b");
    } finally {
      log.removeHandler(handler);
    }

    assertThat(warnings).isEmpty();
    assertThat(drift())
        .containsExactly(
            "linkedapi|accounts.getAll|UNKNOWN_FIELD|/result/accounts/*/"
                + field
                + "|Account has no such field|string|4");
    assertThat(logged)
        .filteredOn(line -> line.contains(field))
        .containsExactly(
            "WARNING linkedapi accounts.getAll: UNKNOWN_FIELD at /result/accounts/*/"
                + field
                + ": Account has no such field; found: string. It is counted in roster.drift from"
                + " now on.");
    assertThat(
            rows(
                "false",
                "SELECT first_seen <= last_seen AND last_seen <= CURRENT_TIMESTAMP FROM"
                    + " roster.drift WHERE pointer LIKE '%"
                    + field
                    + "'"))
        .containsExactly("true");
    assertThat(String.join("\n", rows("false", "SELECT * FROM roster.drift")))
        .doesNotContain("hush");
  }

  @Test
  void oneAccountThatCannotBeReadFailsTheStatement() {
    answers(1, account("a", ""), account("b", "").replace("\"N\"", "null"));

    SQLException failure =
        catchThrowableOfType(
            SQLException.class, () -> rows("false", "SELECT id FROM linkedapi.accounts"));

    assertThat(failure.getSQLState()).isEqualTo("08006");
    assertThat(failure.getMessage())
        .contains("Required value 'name' missing at $.result.accounts[1]");
  }

  @Test
  void withPartialItDoesNotHideTheOthers() throws SQLException {
    answers(
        1,
        account("a", ""),
        account("b", "").replace("\"N\"", "null"),
        account("c", "").replace("2025-11-05T10:30:00.000Z", "yesterday"),
        account("d", ""));

    assertThat(rows("true", "SELECT id FROM linkedapi.accounts")).containsExactly("a", "d");
    assertThat(warnings)
        .extracting(Throwable::getMessage)
        .containsExactly(
            "linkedapi.accounts, id 'b': linkedapi accounts.getAll: 200, but"
                + " /result/accounts/1/name cannot be read: Required value 'name' missing at"
                + " $.result.accounts[1]. (Left out: partial=true.)",
            "linkedapi.accounts, id 'c': linkedapi accounts.getAll: 200, but"
                + " /result/accounts/2/connectedAt cannot be read: Expected a time such as"
                + " 2025-11-05T10:30:00.000Z but was 'yesterday' at path"
                + " $.result.accounts[2].connectedAt. (Left out: partial=true.)");
    assertThat(warnings).extracting(SQLWarning::getSQLState).containsOnly("08006");
    assertThat(warnings).extracting(SQLException::getErrorCode).containsOnly(200);
  }

  @Test
  void aTableIsWarnedOfItsOwnItems() throws SQLException {
    answers(1, account("a", "").replace("\"N\"", "null"));

    assertThat(rows("true", "SELECT session_id FROM linkedapi.pending_connection_sessions"))
        .containsExactly("s2");
    assertThat(warnings)
        .extracting(Throwable::getMessage)
        .containsExactly(
            "linkedapi.pending_connection_sessions, id 's1': linkedapi accounts.getAll: 200, but"
                + " /result/pendingConnectionSessions/0/status cannot be read: Required value"
                + " 'status' missing at $.result.pendingConnectionSessions[0]. (Left out:"
                + " partial=true.)");
  }

  @Test
  void accountAndSessionTablesShareTheirCall() throws SQLException {
    assertThat(
            rows(
                "true",
                "SELECT count(*) FROM linkedapi.accounts, linkedapi.pending_connection_sessions"))
        .hasSize(1);
    assertThat(sandbox.requests()).hasSize(1);
  }

  private static Handler keeping(List<String> lines) {
    return new Handler() {
      {
        setLevel(Level.ALL);
      }

      @Override
      public void publish(LogRecord line) {
        lines.add(line.getLevel() + " " + line.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
