package dev.roster.calcite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.Operation;
import dev.roster.calcite.RosterSchema;
import dev.roster.calcite.fake.Engine;
import dev.roster.calcite.procedure.WriteAccess;
import dev.roster.calcite.procedure.WritePolicy;
import dev.roster.calcite.statement.CallSender;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.calcite.jdbc.CalciteConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a plan says of its calls. That the numbers hold is tried on generated queries in {@link
 * LookupJoinDifferentialTest}.
 */
class ExplainTest {

  private Engine engine;

  @BeforeEach
  void open() throws SQLException {
    engine = new Engine();
  }

  @AfterEach
  void close() throws SQLException {
    engine.close();
  }

  // Of each line of the plan that has calls: the operation, the key, the number.
  private static List<String> calls(String plan) {
    return plan.lines()
        .filter(line -> line.contains("call=["))
        .map(
            line ->
                line.replaceFirst(".*?call=\\[POST /(\\w+) \\(fake accounts\\.\\1\\)\\], ", "$1 ")
                    .replaceFirst("(, cache=\\[[^]]*\\])?\\)$", "")
                    .replaceFirst("key=\\[account_id (.*)\\], calls", "$1, calls"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "SELECT * FROM fake.accounts; getAll calls=[1]",
        "SELECT * FROM fake.profiles WHERE account_id = 'a'; getProfile = 'a', calls=[1]",
        "SELECT * FROM fake.profiles WHERE account_id IN ('a', 'b', 'a');"
            + " getProfile in ('a', 'b'), calls=[2]",
        "SELECT * FROM fake.profiles WHERE account_id IN ('a', 'b', 'c', 'd', 'e');"
            + " getProfile in ('a', 'b', 'c' and 2 more), calls=[5]",
        // A key has one row at most here, and any number there.
        "SELECT * FROM fake.profiles WHERE account_id IN ('a', 'b', 'c') LIMIT 2;"
            + " getProfile in ('a', 'b', 'c'), calls=[2 to 3]",
        "SELECT * FROM fake.skills WHERE account_id IN ('a', 'b', 'c') LIMIT 2;"
            + " getProfile in ('a', 'b', 'c'), calls=[1 to 3]",
        "SELECT * FROM fake.profiles WHERE account_id IN ('a', 'b', 'c') ORDER BY name LIMIT 2;"
            + " getProfile in ('a', 'b', 'c'), calls=[3]",
        "SELECT * FROM fake.profiles WHERE account_id IN ('a', 'b', 'c') LIMIT 1 OFFSET 1;"
            + " getProfile in ('a', 'b', 'c'), calls=[2 to 3]",
        "SELECT name FROM fake.profiles WHERE account_id = 'a' UNION ALL"
            + " SELECT skill FROM fake.skills WHERE account_id IN ('b', 'c');"
            + " getProfile = 'a', calls=[1] | getProfile in ('b', 'c'), calls=[2]",
        // The second is not asked if the first has enough.
        "SELECT name FROM fake.profiles WHERE account_id = 'a' UNION ALL"
            + " SELECT skill FROM fake.skills WHERE account_id IN ('b', 'c') LIMIT 1;"
            + " getProfile = 'a', calls=[1] | getProfile in ('b', 'c'), calls=[0 to 2]",
        "SELECT * FROM fake.accounts a JOIN fake.profiles p ON p.account_id = a.id;"
            + " getAll calls=[1] | getProfile = fake.accounts.id, calls=[0 to unbounded]",
        "SELECT * FROM fake.accounts a LEFT JOIN fake.profiles p ON p.account_id = a.id LIMIT 3;"
            + " getAll calls=[1] | getProfile = fake.accounts.id, calls=[0 to 3]",
        "SELECT * FROM (VALUES ('a'), ('b'), ('a'), (NULL)) k(id)"
            + " JOIN fake.profiles p ON p.account_id = k.id;"
            + " getProfile = the values of the statement, calls=[2]",
        "SELECT * FROM (VALUES ('a'), ('b'), ('c')) k(id)"
            + " JOIN fake.skills p ON p.account_id = k.id LIMIT 2;"
            + " getProfile = the values of the statement, calls=[1 to 3]",
        "SELECT * FROM (VALUES ('a', 'b'), ('c', 'd')) k(x, y)"
            + " JOIN fake.profiles p ON p.account_id IN (k.x, k.y);"
            + " getProfile in (the values of the statement, the values of the statement),"
            + " calls=[0 to 4]",
        "SELECT * FROM TABLE(fake.one('a')) t JOIN fake.profiles p ON p.account_id = t.what;"
            + " send calls=[0 to unbounded] | getProfile = fake.one.what, calls=[0 to unbounded]",
        "CALL fake.wait_for_it(); getSession calls=[1 to unbounded]",
        "CALL fake.send('a'); send calls=[0 to unbounded]",
      })
  void eachCallIsShownWithItsKeyAndTheLeastAndMostNumber(String sql, String expected)
      throws SQLException {
    assertThat(String.join(" | ", calls(engine.plan(sql)))).isEqualTo(expected);
    assertThat(engine.provider.requests()).isEmpty();
  }

  @Test
  void aParameterMayBeNullOrAKeyThatIsThere() throws SQLException {
    String plan =
        engine
            .rows(
                "EXPLAIN PLAN FOR SELECT * FROM fake.profiles WHERE account_id IN ('a', ?, 'b')",
                "b")
            .get(0);
    assertThat(calls(plan)).containsExactly("getProfile in ('a', 'b', ?0), calls=[2 to 3]");
  }

  @Test
  void defaultKeysNameTheirProperty() throws SQLException {
    try (Engine withDefaults = new Engine("a", "x")) {
      assertThat(calls(withDefaults.plan("SELECT * FROM fake.profiles")))
          .containsExactly("getProfile from the property postpressAccountIds, calls=[2]");
    }
  }

  @Test
  void whatCallsNobodyShowsNoCall() throws SQLException {
    assertThat(engine.plan("SELECT * FROM (VALUES (1), (2)) v(n) ORDER BY n DESC"))
        .doesNotContain("call");
  }

  /** Has the answers of some keys, each of another age. */
  private record Kept(List<String> keys) implements CallSender {
    @Override
    public <T> CompletableFuture<T> send(ApiCall<T> call) {
      throw new AssertionError("EXPLAIN sends nothing");
    }

    @Override
    public @Nullable Duration age(Operation operation, String key) {
      return keys.contains(key) ? Duration.ofMillis(7100) : null;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "SELECT * FROM kept.accounts; yes, 7 s old",
        "SELECT * FROM kept.profiles WHERE account_id = 'a'; yes, 7 s old",
        "SELECT * FROM kept.profiles WHERE account_id = 'b'; no",
        "SELECT * FROM kept.profiles WHERE account_id IN ('a', 'b'); 1 of 2, 7 s old",
        "SELECT * FROM (VALUES ('a'), ('b')) k(id) JOIN kept.profiles p ON p.account_id = k.id;"
            + " known when it runs",
      })
  void thePlanSaysWhatTheCacheWouldServe(String sql, String expected) throws SQLException {
    WritePolicy policy = new WritePolicy(WritePolicy.Writes.DENY, false, false);
    engine
        .connection
        .unwrap(CalciteConnection.class)
        .getRootSchema()
        .add(
            "kept",
            new RosterSchema(
                "kept",
                engine.provider.tables(List.of()),
                List.of(),
                new Kept(List.of("", "a")),
                new WriteAccess(policy, engine.provider.ledger)));
    assertThat(Stream.of(engine.plan(sql).split("\n")).filter(line -> line.contains("call=[")))
        .singleElement()
        .asString()
        .endsWith("cache=[" + expected + "])");
  }
}
