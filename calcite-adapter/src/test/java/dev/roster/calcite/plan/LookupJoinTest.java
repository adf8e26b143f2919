package dev.roster.calcite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.fake.Engine;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Joins and sub-queries that give a table its keys: their rows and their calls. */
class LookupJoinTest {

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
        "SELECT p.name FROM fake.accounts a JOIN fake.profiles p ON p.account_id = a.id",
        "SELECT p.name FROM fake.profiles p JOIN fake.accounts a ON p.account_id = a.id",
        "SELECT p.name FROM fake.accounts a, fake.profiles p WHERE p.account_id = a.id",
        "SELECT p.name FROM fake.profiles p, fake.accounts a WHERE a.id = p.account_id",
        "SELECT p.name FROM fake.accounts a LEFT JOIN fake.profiles p ON p.account_id = a.id",
        "SELECT p.name FROM fake.profiles p RIGHT JOIN fake.accounts a ON p.account_id = a.id",
        "SELECT p.name FROM fake.accounts a JOIN fake.profiles p ON p.account_id = lower(a.id)",
        "SELECT p.name FROM fake.accounts a LEFT JOIN fake.profiles p"
            + " ON lower(a.id) = p.account_id",
        "SELECT p.name FROM fake.accounts a JOIN fake.profiles p"
            + " ON p.account_id IS NOT DISTINCT FROM a.id",
        "SELECT name FROM (SELECT id AS account_id FROM fake.accounts) a"
            + " JOIN fake.profiles p USING (account_id)",
        "SELECT name FROM (SELECT id AS account_id FROM fake.accounts) a"
            + " NATURAL JOIN fake.profiles p",
        "SELECT name FROM fake.profiles NATURAL LEFT JOIN"
            + " (SELECT 'x' AS name) WHERE account_id IN (SELECT id FROM fake.accounts)",
        "SELECT name FROM fake.profiles WHERE account_id IN (SELECT id FROM fake.accounts)",
        "SELECT name FROM fake.profiles p WHERE EXISTS"
            + " (SELECT 1 FROM fake.accounts a WHERE a.id = p.account_id)",
        "SELECT name FROM fake.profiles WHERE account_id = ANY (SELECT id FROM fake.accounts)",
        "SELECT (SELECT name FROM fake.profiles p WHERE p.account_id = a.id) FROM fake.accounts a",
        "SELECT (SELECT max(name) FROM fake.profiles p WHERE p.account_id = a.id)"
            + " FROM fake.accounts a",
        "SELECT t.name FROM fake.accounts a,"
            + " LATERAL (SELECT * FROM fake.profiles p WHERE p.account_id = a.id) t",
        "SELECT t.name FROM fake.accounts a CROSS JOIN LATERAL (SELECT * FROM fake.profiles p"
            + " WHERE p.account_id = a.id ORDER BY name LIMIT 1) t",
        "SELECT p.name FROM (VALUES ('a'), ('b'), ('c')) k(id)"
            + " JOIN fake.profiles p ON p.account_id = k.id",
        "SELECT p.name FROM (SELECT id FROM fake.accounts UNION SELECT id FROM fake.sessions) k"
            + " JOIN fake.profiles p ON p.account_id = k.id",
        "WITH k AS (SELECT id FROM fake.accounts WHERE seats > 0)"
            + " SELECT p.name FROM k JOIN fake.profiles p ON p.account_id = k.id",
        "SELECT p.name FROM fake.accounts a JOIN"
            + " (SELECT account_id AS k, name FROM fake.profiles WHERE premium) p ON p.k = a.id",
        "SELECT t.n FROM fake.accounts a JOIN (SELECT account_id, max(name) AS n"
            + " FROM fake.profiles GROUP BY account_id) t ON t.account_id = a.id",
        "SELECT t.name FROM fake.accounts a JOIN (SELECT DISTINCT account_id, name"
            + " FROM fake.profiles) t ON t.account_id = a.id",
        "SELECT t.name FROM fake.accounts a JOIN (SELECT account_id, name,"
            + " row_number() OVER (PARTITION BY account_id ORDER BY name) AS n"
            + " FROM fake.profiles) t ON t.account_id = a.id AND t.n = 1",
        "SELECT p.name FROM fake.accounts a JOIN fake.profiles p ON p.account_id = a.id"
            + " JOIN fake.profiles q ON q.account_id = p.account_id AND q.name = p.name",
        "SELECT DISTINCT p.name FROM fake.accounts a JOIN fake.profiles p ON p.account_id = a.id"
            + " JOIN fake.skills s ON s.account_id = a.id",
        "SELECT DISTINCT p.name FROM fake.profiles p JOIN fake.skills s"
            + " ON s.account_id = p.account_id JOIN fake.accounts a ON a.id = p.account_id",
        "SELECT DISTINCT p.name FROM fake.profiles p, fake.skills s, fake.accounts a"
            + " WHERE p.account_id = a.id AND s.account_id = a.id",
        "SELECT DISTINCT p.name FROM fake.accounts a LEFT JOIN (fake.profiles p JOIN fake.skills s"
            + " ON s.account_id = p.account_id) ON p.account_id = a.id",
      })
  void aKeyComesFromAnotherRow(String sql) throws SQLException {
    assertThat(engine.rows(sql)).containsExactlyInAnyOrder("name of a", "name of b", "name of c");
    assertThat(engine.provider.requests())
        .filteredOn(request -> !request.equals("getAll"))
        .containsExactly("getProfile:a", "getProfile:b", "getProfile:c");
    assertThat(engine.provider.requests()).filteredOn("getAll"::equals).hasSizeLessThan(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a.id FROM fake.accounts a WHERE EXISTS (SELECT 1 FROM fake.profiles p"
            + " WHERE p.account_id = a.id AND p.name <> 'name of b')",
        "SELECT a.id FROM fake.accounts a WHERE NOT EXISTS (SELECT 1 FROM fake.profiles p"
            + " WHERE p.account_id = a.id AND p.name = 'name of b')",
        "SELECT a.id FROM fake.accounts a WHERE a.id IN"
            + " (SELECT account_id FROM fake.profiles WHERE name <> 'name of b')",
        "SELECT a.id FROM fake.accounts a WHERE a.id NOT IN"
            + " (SELECT account_id FROM fake.profiles WHERE name = 'name of b')",
        "SELECT a.id FROM fake.accounts a WHERE (SELECT count(*) FROM fake.profiles p"
            + " WHERE p.account_id = a.id AND p.name = 'name of b') = 0",
        "SELECT a.id FROM fake.accounts a LEFT JOIN fake.profiles p"
            + " ON p.account_id = a.id AND p.name = 'name of b' WHERE p.account_id IS NULL",
      })
  void whatTheOtherSideSaysDecidesWhichRowsStay(String sql) throws SQLException {
    assertThat(engine.rows(sql)).containsExactlyInAnyOrder("a", "c");
    assertThat(engine.provider.requests())
        .filteredOn(request -> !request.equals("getAll"))
        .containsExactly("getProfile:a", "getProfile:b", "getProfile:c");
  }

  @Test
  void eachDistinctKeyIsOneCallAndTheRowsStandInTheOrderOfTheLeftSide() throws SQLException {
    String keys = "(VALUES ('b'), ('a'), (NULL), ('b'), ('missing'), ('ccc')) k(id)";
    assertThat(
            engine.rows(
                "SELECT k.id, p.name FROM %s JOIN fake.profiles p ON p.account_id = k.id"
                    .formatted(keys)))
        .containsExactly("b|name of b", "a|name of a", "b|name of b", "ccc|name of ccc");
    assertThat(
            engine.rows(
                "SELECT k.id, p.name FROM %s LEFT JOIN fake.profiles p ON p.account_id = k.id"
                    .formatted(keys)))
        .containsExactly(
            "b|name of b",
            "a|name of a",
            "null|null",
            "b|name of b",
            "missing|null",
            "ccc|name of ccc");
    assertThat(engine.provider.requests())
        .containsExactly("getProfile:b", "getProfile:a", "getProfile:missing", "getProfile:ccc");
  }

  @Test
  void textsOfFixedLengthAreKeysAsTheyAre() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT p.name FROM (VALUES (CAST('a' AS CHAR(1))), ('b')) k(id)"
                    + " JOIN fake.profiles p ON p.account_id = k.id"))
        .containsExactly("name of a", "name of b");
    assertThat(
            engine.rows(
                "SELECT p.name FROM (VALUES (CAST('a' AS VARCHAR(10)))) k(id)"
                    + " JOIN fake.profiles p ON p.account_id = k.id"))
        .containsExactly("name of a");
  }

  @Test
  void aParameterMayLeadToTheKeys() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT p.name FROM fake.accounts a JOIN fake.profiles p ON p.account_id = a.id"
                    + " WHERE a.seats > ?",
                2))
        .containsExactly("name of c");
    assertThat(engine.provider.requests()).containsExactly("getAll", "getProfile:c");
  }

  @Test
  void aRowThatCanHaveNoPartnerMakesNoCall() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT a.id, p.name FROM fake.accounts a LEFT JOIN fake.profiles p"
                    + " ON p.account_id = a.id AND a.seats = 2"))
        .containsExactly("a|null", "b|name of b", "c|null");
    assertThat(engine.provider.requests()).containsExactly("getAll", "getProfile:b");
  }

  @Test
  void anyOfSeveralColumnsMayHoldTheKey() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT k.x, p.name FROM (VALUES ('a', 'b'), ('b', 'b')) k(x, y)"
                    + " JOIN fake.profiles p ON p.account_id = k.x OR p.account_id = k.y"))
        .containsExactlyInAnyOrder("a|name of a", "a|name of b", "b|name of b");
    assertThat(engine.provider.requests())
        .containsExactlyInAnyOrder("getProfile:a", "getProfile:b");
  }

  @Test
  void anAnswerThatIgnoresTheKeyGivesNoRow() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT s.id FROM (VALUES ('b'), ('nobody')) k(id)"
                    + " JOIN fake.stubborn s ON s.id = k.id"))
        .containsExactly("b");
  }

  @Test
  void theRowsOfAProcedureGiveKeysAndItRunsOnce() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT p.name FROM TABLE(fake.send('a', 2)) t"
                    + " JOIN fake.profiles p ON p.account_id = t.what"))
        .containsExactly("name of a", "name of a");
    assertThat(engine.provider.requests()).containsExactly("send:a", "send:a", "getProfile:a");
  }

  @Test
  void aProcedureIsNeverWhatIsLookedUp() {
    for (String sql :
        List.of(
            "SELECT * FROM fake.accounts a JOIN TABLE(fake.one('a')) t ON t.what = a.id",
            "SELECT * FROM fake.accounts a LEFT JOIN (fake.profiles p JOIN TABLE(fake.one('a')) t"
                + " ON t.what = p.account_id) ON p.account_id = a.id",
            "SELECT * FROM fake.accounts a WHERE EXISTS (SELECT 1 FROM fake.profiles p,"
                + " TABLE(fake.one('a')) t WHERE p.account_id = a.id)")) {
      assertThat(Engine.state(catchThrowable(() -> engine.rows(sql))))
          .isEqualTo(SqlState.NOT_SUPPORTED);
    }
    assertThat(engine.provider.requests()).isEmpty();
  }

  @Test
  void aJoinReadsTheKeysOfItsOtherSideEvenIfThereAreDefaultKeys() throws SQLException {
    try (Engine withDefaults = new Engine("a", "x")) {
      assertThat(
              withDefaults.rows(
                  "SELECT p.name FROM fake.accounts a JOIN fake.profiles p ON p.account_id = a.id"))
          .containsExactly("name of a", "name of b", "name of c");
      assertThat(
              withDefaults.rows(
                  "SELECT p.name FROM fake.profiles p WHERE p.account_id NOT IN"
                      + " (SELECT s.account_id FROM fake.skills s WHERE s.skill = 'name of x1')"))
          .containsExactly("name of a");
    }
  }

  @Test
  void aFailureFailsTheStatement() {
    assertThat(
            Engine.failure(
                catchThrowable(
                    () ->
                        engine.rows(
                            "SELECT * FROM (VALUES ('a'), ('broken')) k(id)"
                                + " JOIN fake.profiles p ON p.account_id = k.id"))))
        .hasMessageStartingWith("fake.profiles, account_id 'broken'");
  }

  @Test
  void thePlanShowsWhatIsLookedUpAndWhereItsKeyComesFrom() throws SQLException {
    assertThat(
            engine.plan(
                "SELECT * FROM fake.accounts a"
                    + " LEFT JOIN fake.profiles p ON p.account_id = a.id"))
        .isEqualTo(
            """
            LookupJoin(joinType=[left], left=[$cor0], lookups=[[fake.profiles by account_id = [$cor0.id]]])
              KeyedScan(table=[[fake, accounts]], call=[POST /getAll (fake accounts.getAll)], calls=[1], cache=[no])
              KeyedScan(table=[[fake, profiles]], keys=[[$cor0.id]], call=[POST /getProfile (fake accounts.getProfile)], key=[account_id = fake.accounts.id], calls=[0 to unbounded], cache=[known when it runs])
            """);
    assertThat(engine.provider.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 5000})
  void aJoinTakesAnyNumberOfKeys(int count) throws SQLException {
    List<String> keys = IntStream.range(0, count).mapToObj(i -> "key" + i).toList();
    String values = keys.stream().map("('%s')"::formatted).collect(Collectors.joining(", "));
    assertThat(
            engine.rows(
                "SELECT p.account_id FROM (VALUES %s) k(id) JOIN fake.profiles p".formatted(values)
                    + " ON p.account_id = k.id"))
        .containsExactlyElementsOf(keys);
    assertThat(engine.provider.requests())
        .containsExactlyElementsOf(keys.stream().map("getProfile:"::concat).toList());
  }

  @Test
  void equalKeysOfManyRowsDoNotKeepOthersWaiting() throws SQLException {
    engine.provider.answerLater();
    String values =
        IntStream.range(0, 20)
            .mapToObj(i -> String.join(", ", Collections.nCopies(20, "('key" + i + "')")))
            .collect(Collectors.joining(", "));
    assertThat(
            engine.rows(
                "SELECT p.account_id FROM (VALUES %s) k(id) JOIN fake.profiles p".formatted(values)
                    + " ON p.account_id = k.id"))
        .hasSize(400);
    assertThat(engine.provider.requests()).hasSize(20);
    assertThat(engine.provider.mostUnderWay()).isEqualTo(8);
  }
}
