package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.bindings.ApiException;
import dev.roster.bindings.ApiTransportException;
import dev.roster.calcite.fake.Engine;
import dev.roster.calcite.fake.FakeProvider;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The property {@code partial}: what answers is shown, and what does not is warned of. */
class PartialTest {

  private static final String KEYS =
      "(SELECT 'a' AS k UNION ALL SELECT 'broken' UNION ALL SELECT 'missing' UNION ALL"
          + " SELECT 'b') AS t";

  @AutoClose private Roster roster;

  private final List<SQLWarning> warnings = new ArrayList<>();

  @BeforeEach
  void open() throws SQLException {
    roster = Roster.partial();
  }

  private List<String> rows(String sql) throws SQLException {
    warnings.clear();
    try (Statement statement = roster.connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = Engine.texts(rows);
      for (SQLWarning next = statement.getWarnings(); next != null; next = next.getNextWarning()) {
        warnings.add(next);
      }
      return texts;
    }
  }

  private SQLException failure(String sql) {
    return catchThrowableOfType(SQLException.class, () -> rows(sql));
  }

  private void assertThatBrokenWasLeftOutOf(String table) {
    assertThat(warnings.stream().filter(one -> !one.getSQLState().equals("01000")))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.getSQLState()).isEqualTo("08006");
              assertThat(warning.getErrorCode()).isEqualTo(500);
              assertThat(warning.getMessage())
                  .isEqualTo(
                      table
                          + ", account_id 'broken': fake accounts.getProfile: 500 null: it said so."
                          + " Do something. (Left out: partial=true.)");
              assertThat(warning.getCause()).isInstanceOf(ApiException.class);
            });
  }

  @Test
  void theKeysThatAnswerAreShown() throws SQLException {
    assertThat(
            rows("SELECT account_id FROM fake.profiles WHERE account_id IN ('a', 'broken', 'b')"))
        .containsExactly("a", "b");
    assertThatBrokenWasLeftOutOf("fake.profiles");
    assertThat(roster.requests())
        .containsExactlyInAnyOrder("getProfile:a", "getProfile:broken", "getProfile:b");
  }

  @Test
  void withoutItTheFirstFailureFailsTheStatement() throws SQLException {
    try (Roster strict = Roster.reading()) {
      assertThat(
              catchThrowableOfType(
                      SQLException.class,
                      () ->
                          strict.rows(
                              "SELECT account_id FROM fake.profiles"
                                  + " WHERE account_id IN ('a', 'broken', 'b')"))
                  .getSQLState())
          .isEqualTo("08006");
    }
  }

  @Test
  void anAnswerThatDidNotComeIsLeftOutToo() throws SQLException {
    roster.provider.failNext(
        new ApiTransportException(
            "fake accounts.getProfile: the connection was cut.",
            FakeProvider.operation("getProfile", true, false),
            ApiTransportException.Kind.CUT,
            true,
            new IOException("cut")));

    assertThat(rows("SELECT name FROM fake.profiles WHERE account_id = 'a'")).isEmpty();
    assertThat(warnings).extracting(SQLWarning::getSQLState).containsExactly("08006");
  }

  @Test
  void aKeyIsWarnedOfOnceHoweverOftenItIsAsked() throws SQLException {
    assertThat(
            rows(
                "SELECT p.account_id, s.skill FROM fake.profiles p JOIN fake.skills s"
                    + " ON s.account_id = p.account_id"
                    + " WHERE p.account_id IN ('a', 'broken') ORDER BY s.skill"))
        .containsExactly("a|name of a1", "a|name of a2");
    assertThat(warnings).hasSize(1);
  }

  @Test
  void anInnerJoinHasTheRowsOfThoseThatAnswer() throws SQLException {
    assertThat(rows("SELECT k, name FROM " + KEYS + " JOIN fake.profiles ON account_id = k"))
        .containsExactlyInAnyOrder("a|name of a", "b|name of b");
    assertThatBrokenWasLeftOutOf("fake.profiles");
  }

  @Test
  void aLeftJoinDoesNotSayThatThereIsNoPartnerWhereNobodyKnows() throws SQLException {
    assertThat(rows("SELECT k, name FROM " + KEYS + " LEFT JOIN fake.profiles ON account_id = k"))
        .containsExactlyInAnyOrder("a|name of a", "b|name of b", "missing|null");
    assertThatBrokenWasLeftOutOf("fake.profiles");
  }

  @Test
  void notExistsDoesNotEither() throws SQLException {
    assertThat(
            rows(
                "SELECT k FROM "
                    + KEYS
                    + " WHERE NOT EXISTS (SELECT 1 FROM fake.profiles WHERE account_id = k)"))
        .containsExactly("missing");
    assertThatBrokenWasLeftOutOf("fake.profiles");
  }

  @Test
  void existsHasThoseThatAnswer() throws SQLException {
    assertThat(rows("SELECT k FROM " + KEYS + " WHERE k IN (SELECT account_id FROM fake.profiles)"))
        .containsExactlyInAnyOrder("a", "b");
    assertThatBrokenWasLeftOutOf("fake.profiles");
  }

  @Test
  void aScalarSubQueryIsNotNullWhereNobodyKnows() throws SQLException {
    assertThat(rows("SELECT k, (SELECT name FROM fake.profiles WHERE account_id = k) FROM " + KEYS))
        .containsExactlyInAnyOrder("a|name of a", "b|name of b", "missing|null");
    assertThatBrokenWasLeftOutOf("fake.profiles");
  }

  @Test
  void aCountIsOfThoseThatAnswer() throws SQLException {
    assertThat(
            rows(
                "SELECT count(*) FROM fake.profiles WHERE account_id IN ('a', 'broken',"
                    + " 'missing')"))
        .containsExactly("1");
    assertThatBrokenWasLeftOutOf("fake.profiles");
  }

  @Test
  void aReadWithoutKeysFailsTheStatementAllTheSame() {
    roster.provider.failNext(
        FakeProvider.failure(FakeProvider.operation("getAll", true, false), 500, null));

    assertThat(failure("SELECT id FROM fake.accounts").getSQLState()).isEqualTo("08006");
  }

  @Test
  void theEndOfAStatementIsNeverPartial() throws SQLException {
    try (Statement statement = roster.connection.createStatement()) {
      statement.setQueryTimeout(1);
      assertThat(
              catchThrowableOfType(
                      SQLException.class,
                      () -> {
                        try (ResultSet rows =
                            statement.executeQuery(
                                "SELECT name FROM fake.profiles"
                                    + " WHERE account_id IN ('a', 'slow')")) {
                          while (rows.next()) {
                            assertThat(rows.getString(1)).isNotNull();
                          }
                        }
                      })
                  .getSQLState())
          .isEqualTo("HYT00");
    }
  }

  @Test
  void aWriteIsNotMadeOfWhatHappenedToAnswer() {
    assertThat(failure("CALL fake.send(target => 'broken')").getMessage()).contains("500");
    assertThat(
            failure(
                    "SELECT what FROM TABLE(fake.send(target => 'x')),"
                        + " (SELECT name FROM fake.profiles WHERE account_id = 'broken')")
                .getSQLState())
        .isEqualTo("08006");
  }
}
