package dev.roster.calcite.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.calcite.fake.Engine;
import dev.roster.jdbc.Driver;
import dev.roster.ledger.Entry;
import dev.roster.ledger.EntryState;
import dev.roster.ledger.Intent;
import dev.roster.ledger.Ledger;
import dev.roster.ledger.LedgerAccess;
import dev.roster.ledger.LedgerLocation;
import dev.roster.ledger.Repetition;
import dev.roster.ledger.Settlement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code roster.ledger} and {@code connectsafely.follow_invitations} read. */
class LedgerTablesTest {

  private static final String BASE_URL = "http://localhost:1/cs";
  private static final String INVITATIONS =
      "SELECT company_id, profile_urn, account_id, state, status, error, request_key, item_key,"
          + " attempt FROM connectsafely.follow_invitations";

  private final String location = "jdbc:h2:mem:" + UUID.randomUUID();
  private final LedgerAccess access = new LedgerAccess(LedgerLocation.of(location));
  private final Ledger ledger = access.get();
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = connect(location);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    access.close();
  }

  private static Connection connect(String ledger) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("ledger", ledger);
    // With a slash at its end, which the ledger does not have.
    properties.setProperty("connectsafelyUrl", BASE_URL + "/");
    return Objects.requireNonNull(new Driver().connect("jdbc:roster:", properties));
  }

  private List<String> rows(String sql) throws SQLException {
    return rows(connection, sql);
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return Engine.texts(rows);
    }
  }

  private static Intent invitation(String baseUrl, String urn) {
    return new Intent(
        "item of " + urn,
        "connectsafely.send_follow_invitations",
        baseUrl,
        "cs_1",
        "105672170 " + urn,
        "content of " + urn,
        "{\"company_id\":\"105672170\",\"profile_urn\":\"" + urn + "\"}",
        Repetition.NEVER,
        null);
  }

  private static Intent edit(String item) {
    return new Intent(
        item,
        "postpress.edit_own_profile",
        "http://localhost:1/pp",
        null,
        null,
        "content of " + item,
        null,
        Repetition.BY_KEY,
        null);
  }

  private Entry sent(String requestKey, Intent intent) {
    return ledger.claim(ledger.plan(requestKey, true, List.of(intent))).get(0);
  }

  private void settled(Entry entry, EntryState state, String answer, String error, int status) {
    ledger.settle(
        List.of(
            new Settlement(
                entry.id(),
                state,
                answer.isEmpty() ? null : answer,
                false,
                error.isEmpty() ? null : error,
                error.isEmpty() ? null : "02000",
                status)));
  }

  @Test
  void everyEntryIsARowOldestFirst() throws SQLException {
    settled(
        sent("r1", invitation(BASE_URL, "a")),
        EntryState.CONFIRMED,
        "{\"status\":\"SENT\"}",
        "",
        200);
    settled(sent("r1", invitation(BASE_URL, "b")), EntryState.UNKNOWN, "", "cut", 0);
    ledger.plan("r2", true, List.of(edit("e")));

    assertThat(
            rows(
                "SELECT id, request_key, item_key, attempt, procedure_name, base_url, account,"
                    + " target, arguments, state, answer, secret_left_out, error, sqlstate,"
                    + " http_status, resolved FROM roster.ledger"))
        .containsExactly(
            "1|r1|item of a|1|connectsafely.send_follow_invitations|http://localhost:1/cs|cs_1"
                + "|105672170 a|{\"company_id\":\"105672170\",\"profile_urn\":\"a\"}|CONFIRMED"
                + "|{\"status\":\"SENT\"}|false|null|null|200|false",
            "2|r1|item of b|1|connectsafely.send_follow_invitations|http://localhost:1/cs|cs_1"
                + "|105672170 b|{\"company_id\":\"105672170\",\"profile_urn\":\"b\"}|UNKNOWN"
                + "|null|false|cut|02000|null|false",
            "3|r2|e|1|postpress.edit_own_profile|http://localhost:1/pp|null|null|null|PLANNED"
                + "|null|false|null|null|null|false");
    assertThat(
            rows(
                "SELECT request_key, sent_at IS NULL, settled_at IS NULL, sender IS NULL,"
                    + " char_length(hash) FROM roster.ledger WHERE state <> 'UNKNOWN'"))
        .containsExactly("r1|false|false|false|64", "r2|true|true|true|64");
    assertThat(
            rows(
                "SELECT count(*) FROM roster.ledger WHERE planned_at <= sent_at AND sent_at <="
                    + " settled_at AND settled_at <= CURRENT_TIMESTAMP"))
        .containsExactly("2");
  }

  @Test
  void aPersonsDecisionIsShown() throws SQLException {
    settled(sent("r1", invitation(BASE_URL, "a")), EntryState.UNKNOWN, "", "cut", 0);
    ledger.resolve("r1", null, EntryState.CONFIRMED);

    assertThat(rows("SELECT state, resolved FROM roster.ledger")).containsExactly("CONFIRMED|true");
  }

  @Test
  void rowsAreReadAsTheyAreAskedFor() throws SQLException {
    List<Intent> many = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      many.add(invitation(BASE_URL, "urn " + i));
    }
    ledger.plan("r1", true, many);

    assertThat(rows("SELECT count(*), count(DISTINCT target) FROM roster.ledger"))
        .containsExactly("3000|3000");
    assertThat(rows("SELECT target FROM roster.ledger LIMIT 2"))
        .containsExactly("105672170 urn 0", "105672170 urn 1");
    assertThat(rows("SELECT profile_urn FROM connectsafely.follow_invitations OFFSET 2999"))
        .containsExactly("urn 2999");
  }

  @Test
  void anInvitationIsARowAnAttempt() throws SQLException {
    settled(
        sent("r1", invitation(BASE_URL, "a b")),
        EntryState.CONFIRMED,
        "{\"profile_urn\":\"a b\",\"success\":true,\"status\":\"SENT\"}",
        "",
        200);
    settled(
        sent("r1", invitation(BASE_URL, "c")),
        EntryState.FAILED,
        "{\"profile_urn\":\"c\",\"success\":false,\"status\":\"FAILED\",\"error\":\"no such"
            + " person\"}",
        "",
        200);
    sent("r2", invitation(BASE_URL, "c"));
    ledger.plan("r3", true, List.of(invitation(BASE_URL, "d")));

    assertThat(rows(INVITATIONS))
        .containsExactly(
            "105672170|a b|cs_1|CONFIRMED|SENT|null|r1|item of a b|1",
            "105672170|c|cs_1|FAILED|FAILED|no such person|r1|item of c|1",
            "105672170|c|cs_1|SENT|null|null|r2|item of c|1",
            "105672170|d|cs_1|PLANNED|null|null|r3|item of d|1");
    assertThat(
            rows(
                "SELECT profile_urn, sent_at IS NULL, settled_at IS NULL FROM"
                    + " connectsafely.follow_invitations WHERE planned_at <= CURRENT_TIMESTAMP"))
        .containsExactly("a b|false|false", "c|false|false", "c|false|true", "d|true|true");
  }

  @Test
  void invitationsOfAnotherServerAreNotShownNorAreOtherWrites() throws SQLException {
    ledger.plan("r1", true, List.of(invitation("http://localhost:2/cs", "a"), edit("e")));
    ledger.plan("r2", true, List.of(invitation(BASE_URL, "b")));

    assertThat(rows("SELECT profile_urn FROM connectsafely.follow_invitations"))
        .containsExactly("b");
  }

  @Test
  void anAnswerThatSomebodyElseWroteHidesNothing() throws SQLException {
    settled(sent("r1", invitation(BASE_URL, "a")), EntryState.FAILED, "{not json", "said no", 200);

    assertThat(rows(INVITATIONS))
        .containsExactly("105672170|a|cs_1|FAILED|null|said no|r1|item of a|1");
    assertThat(rows("SELECT answer FROM roster.ledger")).containsExactly("{not json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"roster.ledger", "connectsafely.follow_invitations"})
  void withoutALedgerNothingIsSaidToHaveBeenDone(String table) throws SQLException {
    try (Connection without = connect("none")) {
      SQLException failure =
          catchThrowableOfType(
              SQLException.class, () -> rows(without, "SELECT count(*) FROM " + table));
      assertThat(failure.getSQLState()).isEqualTo("0A000");
      assertThat((Throwable) failure)
          .hasMessage(
              table
                  + ": writes are not recorded (ledger=none). Set the property ledger to a"
                  + " directory or a JDBC URL to have them recorded from then on.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"roster.ledger", "connectsafely.follow_invitations"})
  void aLedgerThatCannotBeOpenedIsAFailureThatSaysWhatToDo(String table, @TempDir Path directory)
      throws SQLException, IOException {
    Path file = Files.writeString(directory.resolve("file"), "no directory");
    try (Connection broken = connect(file.toString())) {
      SQLException failure =
          catchThrowableOfType(SQLException.class, () -> rows(broken, "SELECT * FROM " + table));
      assertThat(failure.getSQLState()).isEqualTo("08001");
      assertThat((Throwable) failure)
          .hasMessageStartingWith(table + ": ledger " + file + ": ")
          .hasMessageContaining("set the property ledger");
    }
  }

  @Test
  void theLedgerIsOpenedByTheFirstReadAndByNothingBefore(@TempDir Path directory)
      throws SQLException {
    Path absent = directory.resolve("ledger");
    try (Connection other = connect(absent.toString());
        PreparedStatement statement = other.prepareStatement("SELECT * FROM roster.ledger")) {
      try (ResultSet tables = other.getMetaData().getTables(null, "roster", "ledger", null)) {
        assertThat(tables.next()).isTrue();
        assertThat(tables.getString("TABLE_TYPE")).isEqualTo("SYSTEM TABLE");
      }
      assertThat(rows(other, "EXPLAIN PLAN FOR SELECT * FROM roster.ledger")).isNotEmpty();
      assertThat(rows(other, "SELECT * FROM roster.error_types")).isNotEmpty();
      assertThat(absent).doesNotExist();

      assertThat(statement.executeQuery().next()).isFalse();
      assertThat(absent).isDirectory();
    }
  }

  @Test
  void noColumnIsAWordOfSqlThatNeedsQuotes() throws SQLException {
    for (String name :
        rows(
            "SELECT table_schema || '.' || table_name || ' ' || column_name FROM"
                + " information_schema.columns WHERE table_name IN ('ledger', 'requests',"
                + " 'follow_invitations')")) {
      String[] tableAndColumn = name.split(" ", 2);
      assertThat(rows("SELECT " + tableAndColumn[1] + " FROM " + tableAndColumn[0] + " LIMIT 0"))
          .isEmpty();
    }
  }

  @Test
  void whatTheSpecSaysOfAnInvitationIsSaidHere() throws SQLException {
    assertThat(
            rows(
                "SELECT column_name, remarks FROM information_schema.columns WHERE table_name ="
                    + " 'follow_invitations' AND column_name IN ('status', 'profile_urn')"))
        .containsExactly(
            "profile_urn|The URN of the person's LinkedIn profile, as it stood in the request.",
            "status|The provider's word for the outcome.");
  }
}
