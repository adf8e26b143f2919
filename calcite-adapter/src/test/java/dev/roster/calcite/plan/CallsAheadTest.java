package dev.roster.calcite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.SandboxEngine;
import dev.roster.calcite.fake.Engine;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many calls are made ahead of the rows that are asked for. */
class CallsAheadTest {

  private static final String KEYS =
      IntStream.range(0, 1000)
          .mapToObj(i -> "('key%03d')".formatted(i))
          .collect(Collectors.joining(", "));
  private static final String JOIN =
      "(VALUES " + KEYS + ") k(id) JOIN fake.profiles p ON p.account_id = k.id";

  private Engine engine;

  @BeforeEach
  void open() throws SQLException {
    engine = new Engine();
  }

  @AfterEach
  void close() throws SQLException {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT p.account_id FROM " + "%JOIN",
        "SELECT p.account_id FROM fake.profiles p WHERE p.account_id IN (%LIST)",
        "SELECT count(*) FROM " + "%JOIN" + " GROUP BY p.account_id",
      })
  void eightCallsAreUnderWayTogetherAndNeverMore(String sql) throws SQLException {
    engine.provider.answerLater();
    assertThat(engine.rows(filled(sql))).hasSize(1000);
    assertThat(engine.provider.requests()).hasSize(1000);
    assertThat(engine.provider.mostUnderWay()).isEqualTo(8);
  }

  private static String filled(String sql) {
    return sql.replace("%JOIN", JOIN).replace("%LIST", KEYS.replace("(", "").replace(")", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT p.name FROM %JOIN LIMIT 3; 3; 3",
        "SELECT p.name FROM %JOIN LIMIT 3 OFFSET 2; 3; 5",
        "SELECT p.name FROM %JOIN FETCH FIRST 3 ROWS ONLY; 3; 3",
        "SELECT p.name FROM %JOIN LIMIT 1; 1; 1",
        "SELECT p.name FROM %JOIN LIMIT 100; 100; 100",
        "SELECT upper(n) FROM (SELECT p.name AS n FROM %JOIN LIMIT 3); 3; 3",
        "SELECT k.id, p.name FROM (VALUES ('a'), ('b'), ('c'), ('d')) k(id)"
            + " LEFT JOIN fake.profiles p ON p.account_id = k.id LIMIT 2; 2; 2",
        "SELECT p.name FROM %JOIN JOIN fake.skills s ON s.account_id = p.account_id LIMIT 2; 2; 2",
        "SELECT account_id FROM fake.profiles WHERE account_id IN (%LIST) LIMIT 3; 3; 3",
        "SELECT account_id FROM fake.profiles WHERE account_id IN ('a', 'b') LIMIT 1; 1; 1",
        "SELECT p.name FROM %JOIN ORDER BY k.id LIMIT 3; 3; 1000",
      })
  void aLimitBoundsTheCalls(String sql, int rows, int calls) throws SQLException {
    assertThat(engine.rows(filled(sql))).hasSize(rows);
    assertThat(engine.provider.requests()).hasSize(calls);
  }

  // One of the first three has no row: one call more is made, then two, four and eight.
  @ParameterizedTest
  @CsvSource({"key000, 4", "key00, 18"})
  void aLimitThatIsNotReachedMakesAFewCallsMore(String without, int calls) throws SQLException {
    assertThat(
            engine.rows(
                "SELECT p.name FROM "
                    + JOIN
                    + " WHERE p.name NOT LIKE 'name of "
                    + without
                    + "%' LIMIT 3"))
        .hasSize(3);
    assertThat(engine.provider.requests()).hasSize(calls);
  }

  @Test
  void aLimitMayBeAParameter() throws SQLException {
    assertThat(engine.rows("SELECT p.name FROM " + JOIN + " LIMIT ? OFFSET ?", 2, 1))
        .containsExactly("name of key001", "name of key002");
    assertThat(engine.provider.requests()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JOIN", "LEFT JOIN"})
  void threeOfAThousandAccountsAreAFewProfiles(String join) throws SQLException {
    try (SandboxEngine sandbox = new SandboxEngine()) {
      sandbox.sandbox.control().reset(1000);
      assertThat(
              sandbox.rows(
                  "SELECT a.name, p.account_id FROM linkedapi.accounts a "
                      + join
                      + " postpress.linkedin_profile p ON p.account_id = 'acc_linkedin_'"
                      + " || CAST(CAST(SUBSTRING(a.id FROM 25) AS INTEGER) AS VARCHAR)"
                      + " LIMIT 3"))
          .hasSize(3)
          .noneMatch(row -> row.endsWith("|null"));
      assertThat(sandbox.requests())
          .containsExactly(
              "accounts.getAll 200",
              "ownProfile.get 200",
              "ownProfile.get 200",
              "ownProfile.get 200");
    }
  }
}
