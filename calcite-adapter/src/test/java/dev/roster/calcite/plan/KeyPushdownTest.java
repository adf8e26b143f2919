package dev.roster.calcite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.fake.Engine;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls a statement makes, by the form in which it gives the needed key. */
class KeyPushdownTest {

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
        "account_id = 'a'",
        "'a' = account_id",
        "account_id = 'a' AND score > 1",
        "account_id IN ('a')",
        "account_id = 'a' OR account_id = 'a'",
        "account_id = 'a' AND account_id IN ('a', 'b')",
        "account_id IS NOT DISTINCT FROM 'a'",
        "account_id = lower('A')",
        "account_id = CAST('a' AS VARCHAR)",
        "CAST(account_id AS VARCHAR) = 'a'",
      })
  void oneKeyIsOneCall(String condition) throws SQLException {
    assertThat(engine.rows("SELECT name FROM fake.profiles WHERE " + condition))
        .containsExactly("name of a");
    assertThat(engine.provider.requests()).last().isEqualTo("getProfile:a");
  }

  @Test
  void aListIsOneCallAKeyInItsOrderWithoutRepetitionsAndNulls() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT account_id FROM fake.profiles WHERE account_id IN ('bbb', 'a', 'bbb',"
                    + " NULL)"))
        .containsExactlyInAnyOrder("a", "bbb");
    assertThat(engine.provider.requests())
        .containsExactlyInAnyOrder("getProfile:a", "getProfile:bbb");
  }

  @ParameterizedTest
  @ValueSource(ints = {25, 500, 5000})
  void aListOfAnyLengthIsACondition(int length) throws SQLException {
    List<String> keys = IntStream.range(0, length).mapToObj(i -> "key" + i).toList();
    String sql = "SELECT account_id FROM fake.profiles WHERE account_id IN (%s)";
    String list = keys.stream().map(key -> "'" + key + "'").collect(Collectors.joining(", "));
    String marks = keys.stream().map(key -> "?").collect(Collectors.joining(", "));
    assertThat(engine.rows(sql.formatted(list))).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(engine.provider.requests()).hasSize(length);
    assertThat(engine.rows(sql.formatted(marks), keys.toArray())).containsExactlyElementsOf(keys);
    assertThat(engine.provider.requests()).hasSize(length);
  }

  @Test
  void whatElseTheConditionSaysIsChecked() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT account_id FROM fake.profiles"
                    + " WHERE account_id IN ('a', 'b', 'c') AND name <> 'name of b'"))
        .containsExactlyInAnyOrder("a", "c");
    assertThat(
            engine.rows(
                "SELECT account_id FROM fake.profiles"
                    + " WHERE account_id = 'a' AND score > 1 OR account_id = 'b' AND score > 2"))
        .containsExactly("a");
    assertThat(engine.provider.requests())
        .containsExactlyInAnyOrder("getProfile:a", "getProfile:b");
  }

  @Test
  void anAnswerThatIgnoresTheKeyGivesNoRow() throws SQLException {
    assertThat(engine.rows("SELECT id FROM fake.stubborn WHERE id = 'b'")).containsExactly("b");
    assertThat(engine.rows("SELECT id FROM fake.stubborn WHERE id = 'nobody'")).isEmpty();
  }

  @Test
  void parametersAreKeysInTheirOrder() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT account_id FROM fake.profiles WHERE account_id IN (?, ?, ?)",
                "b",
                "a",
                "b"))
        .containsExactly("b", "a");
    assertThat(engine.provider.requests()).containsExactly("getProfile:b", "getProfile:a");
  }

  @Test
  void aFunctionOfAParameterIsAKey() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT account_id FROM fake.profiles WHERE account_id = lower(CAST(? AS VARCHAR))",
                "A"))
        .containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT name FROM (SELECT * FROM fake.profiles) WHERE account_id = 'a'",
        "SELECT name FROM (SELECT name, account_id AS id FROM fake.profiles) WHERE id = 'a'",
        "WITH p AS (SELECT * FROM fake.profiles) SELECT name FROM p WHERE account_id = 'a'",
        "SELECT name FROM (SELECT * FROM fake.profiles UNION ALL SELECT * FROM fake.profiles)"
            + " WHERE account_id = 'a'",
        "SELECT max(name) FROM fake.profiles WHERE account_id = 'a' GROUP BY account_id",
        "SELECT n FROM (SELECT account_id, max(name) AS n FROM fake.profiles GROUP BY account_id)"
            + " WHERE account_id = 'a'",
        "SELECT p.name FROM fake.profiles p, fake.skills s"
            + " WHERE p.account_id = 'a' AND s.account_id = 'a'",
        "SELECT x.name FROM fake.profiles x JOIN fake.profiles y ON x.name = y.name"
            + " WHERE x.account_id = 'a' AND y.account_id = 'a'",
      })
  void theKeyFindsItsWayAndTheCallIsShared(String sql) throws SQLException {
    assertThat(engine.rows(sql)).isNotEmpty().allMatch("name of a"::equals);
    assertThat(engine.provider.requests()).containsExactly("getProfile:a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WHERE 1 = 0",
        "WHERE (0 = 1) AND account_id = 'a'",
        "LIMIT 0",
        "WHERE account_id = 'a' LIMIT 0",
        "WHERE account_id = NULL",
        "WHERE account_id IS NULL",
        "WHERE account_id = 'a' AND account_id = 'b'",
      })
  void whatCannotHaveARowMakesNoCall(String condition) throws SQLException {
    assertThat(engine.rows("SELECT * FROM fake.profiles " + condition)).isEmpty();
    assertThat(engine.provider.requests()).isEmpty();
  }

  @Test
  void aNullParameterHasNoRow() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT account_id FROM fake.profiles WHERE account_id IN (?, ?)",
                new @Nullable Object[] {null, "a"}))
        .containsExactly("a");
    assertThat(engine.provider.requests()).containsExactly("getProfile:a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM fake.profiles",
        "SELECT count(*) FROM fake.profiles",
        "SELECT * FROM fake.profiles WHERE name = 'x'",
        "SELECT * FROM fake.profiles WHERE account_id = 'a' OR score > 1",
        "SELECT * FROM fake.profiles WHERE account_id <> 'a'",
        "SELECT * FROM fake.profiles WHERE account_id > 'a'",
        "SELECT * FROM fake.profiles WHERE account_id LIKE 'a%'",
        "SELECT * FROM fake.profiles WHERE CAST(account_id AS VARCHAR(1)) = 'a'",
        "SELECT * FROM fake.profiles WHERE account_id = name",
        "SELECT id FROM fake.accounts INTERSECT SELECT account_id FROM fake.profiles",
        "SELECT * FROM fake.accounts a JOIN (SELECT max(account_id) AS id FROM fake.profiles) p"
            + " ON p.id = a.id",
      })
  void aStatementWithoutTheKeyIsRefusedAtPrepare(String sql) {
    for (String form : List.of(sql, "EXPLAIN PLAN FOR " + sql)) {
      SqlStateException failure =
          Engine.failure(catchThrowable(() -> engine.connection.prepareStatement(form)));
      assertThat(failure.state()).isEqualTo(SqlState.INVALID_STATEMENT);
      assertThat(failure)
          .hasMessage(
              "fake.profiles: column account_id must be given, e.g. WHERE account_id = 'acc_1',"
                  + " or set the property postpressAccountIds for a full scan.");
    }
    assertThat(engine.provider.requests()).isEmpty();
  }

  static final String[] NOT_FED_BY_THE_OTHER_SIDE = {
    "SELECT * FROM fake.accounts a JOIN fake.profiles p ON p.account_id = a.id OR p.name = a.id",
    "SELECT * FROM fake.accounts a FULL JOIN fake.profiles p ON p.account_id = a.id",
    "SELECT * FROM fake.accounts a RIGHT JOIN fake.profiles p ON p.account_id = a.id",
    "SELECT * FROM fake.profiles p LEFT JOIN fake.accounts a ON p.account_id = a.id",
    "SELECT * FROM fake.profiles p WHERE NOT EXISTS"
        + " (SELECT 1 FROM fake.accounts a WHERE a.id = p.account_id)",
    "SELECT * FROM fake.profiles WHERE account_id NOT IN (SELECT id FROM fake.accounts)",
    "SELECT * FROM fake.profiles WHERE premium OR account_id IN (SELECT id FROM fake.accounts)",
    "SELECT account_id IN (SELECT id FROM fake.accounts) FROM fake.profiles",
    "SELECT * FROM fake.accounts a LEFT JOIN"
        + " (SELECT * FROM fake.profiles ORDER BY name LIMIT 2) p ON p.account_id = a.id",
    "SELECT * FROM fake.accounts a JOIN (SELECT account_id, row_number() OVER (ORDER BY name) AS n"
        + " FROM fake.profiles) p ON p.account_id = a.id",
  };

  @ParameterizedTest
  @FieldSource("NOT_FED_BY_THE_OTHER_SIDE")
  void aKeyThatTheOtherSideCannotGiveIsRefusedAtPrepare(String sql) {
    for (String form : List.of(sql, "EXPLAIN PLAN FOR " + sql)) {
      SqlStateException failure =
          Engine.failure(catchThrowable(() -> engine.connection.prepareStatement(form)));
      assertThat(failure.state()).isEqualTo(SqlState.INVALID_STATEMENT);
      assertThat(failure)
          .hasMessageStartingWith(
              "fake.profiles: column account_id must be given, e.g. WHERE account_id = 'acc_1'");
    }
    assertThat(engine.provider.requests()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("NOT_FED_BY_THE_OTHER_SIDE")
  void aKeyThatTheOtherSideCannotGiveIsRefusedWithDefaultKeysToo(String sql) throws SQLException {
    try (Engine withDefaults = new Engine("a", "x")) {
      SqlStateException failure =
          Engine.failure(catchThrowable(() -> withDefaults.connection.prepareStatement(sql)));
      assertThat(failure.state()).isEqualTo(SqlState.INVALID_STATEMENT);
      assertThat(failure).hasMessageContaining("this join or sub-query cannot give it");
      assertThat(withDefaults.provider.requests()).isEmpty();
    }
  }

  @Test
  void aFullScanReadsTheDefaultKeys() throws SQLException {
    try (Engine withDefaults = new Engine("b", "a")) {
      assertThat(withDefaults.rows("SELECT account_id FROM fake.profiles"))
          .containsExactly("b", "a");
      assertThat(withDefaults.rows("SELECT account_id FROM fake.profiles WHERE account_id <> 'b'"))
          .containsExactly("a");
      assertThat(withDefaults.provider.requests()).containsExactly("getProfile:b", "getProfile:a");
    }
  }

  @Test
  void keysThatAreGivenWinOverDefaultKeysHoweverMany() throws SQLException {
    try (Engine withDefaults = new Engine("a")) {
      assertThat(
              withDefaults.rows(
                  "SELECT account_id FROM fake.profiles WHERE account_id IN ('x', 'y', 'z')"))
          .containsExactlyInAnyOrder("x", "y", "z");
    }
  }

  @Test
  void twoTablesThatAreReadWholeByTheSameKeysJoinOnThemAndShareTheirCalls() throws SQLException {
    try (Engine withDefaults = new Engine("a", "b")) {
      assertThat(
              withDefaults.rows(
                  "SELECT p.account_id, s.skill FROM fake.profiles p"
                      + " JOIN fake.skills s ON s.account_id = p.account_id"))
          .containsExactlyInAnyOrder(
              "a|name of a1", "a|name of a2", "b|name of b1", "b|name of b2");
      assertThat(withDefaults.provider.requests())
          .containsExactlyInAnyOrder("getProfile:a", "getProfile:b");
    }
  }

  @Test
  void thePlanShowsTheKeys() throws SQLException {
    assertThat(engine.plan("SELECT name FROM fake.profiles WHERE account_id IN ('a', 'b')"))
        .contains("KeyedScan(table=[[fake, profiles]], keys=[['a'");
    assertThat(engine.provider.requests()).isEmpty();
  }
}
