package dev.roster.calcite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.bindings.Field;
import dev.roster.bindings.Operation;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.fake.Engine;
import dev.roster.calcite.fake.FakeCall;
import dev.roster.calcite.fake.FakeProvider;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.Column;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.calcite.jdbc.CalciteConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Generated queries on tables that need keys, and the same in H2, which has all their rows: what is
 * not refused gives the same rows, with as many calls as EXPLAIN says.
 */
class LookupJoinDifferentialTest {

  // For each of four seeds.
  private static final int QUERIES = Integer.getInteger("roster.differential.queries", 720);

  // Of so many queries one is explained too.
  private static final int EXPLAINED = 5;

  private static final List<String> KEYS = List.of("a", "b", "c", "d", "e");

  record Person(String id, @Nullable String boss, long level) {}

  record Profile(String accountId, String name, @Nullable String friend, long score) {}

  record Skill(String accountId, String skill, long points) {}

  static final List<Person> PEOPLE =
      List.of(
          new Person("a", null, 1),
          new Person("b", "a", 2),
          new Person("c", "a", 2),
          new Person("d", "c", 3),
          new Person("x", "b", 3));

  static final List<Profile> PROFILES =
      List.of(
          new Profile("a", "Ann", "b", 3),
          new Profile("b", "Bob", null, 1),
          new Profile("c", "Cem", "c", 2),
          new Profile("e", "Bob", "a", 2));

  static final List<Skill> SKILLS =
      List.of(
          new Skill("a", "sew", 1),
          new Skill("a", "cook", 2),
          new Skill("b", "cook", 2),
          new Skill("d", "run", 3),
          new Skill("e", "run", 3),
          new Skill("e", "sew", 1));

  /** The tables as an API has them: two of them need a key. */
  private static final class Api {

    private final Map<String, Integer> calls = new ConcurrentHashMap<>();

    private static Operation operation(String table) {
      return FakeProvider.operation(table, true, false);
    }

    private <M> CompletableFuture<List<M>> later(
        StatementCalls statement, String table, String key, List<M> rows) {
      return statement.read(
          new FakeCall<>(
              operation(table),
              () -> {
                calls.merge(table, 1, Integer::sum);
                return CompletableFuture.supplyAsync(() -> rows);
              }),
          key);
    }

    private List<ApiTable<?>> tables(List<String> defaultKeys) {
      return List.of(
          ApiTable.<Person>named("people", "People.")
              .column(Column.of(Field.text("id", "Id.", Person::id)))
              .column(Column.of(Field.<Person>text("boss", "Boss.", Person::boss).orNull()))
              .column(Column.of(Field.integer("level", "Level.", Person::level)))
              .primaryKey("id")
              .calls(operation("people"))
              .allRows(calls -> later(calls, "people", "", PEOPLE))
              .build(),
          ApiTable.<Profile>named("profiles", "Profiles.")
              .column(Column.of(Field.text("account_id", "Whose.", Profile::accountId)))
              .column(Column.of(Field.text("name", "Name.", Profile::name)))
              .column(Column.of(Field.<Profile>text("friend", "Friend.", Profile::friend).orNull()))
              .column(Column.of(Field.integer("score", "Score.", Profile::score)))
              .primaryKey("account_id")
              .calls(operation("profiles"))
              .rowsByKey(
                  "account_id",
                  "a",
                  (calls, key) ->
                      later(
                          calls,
                          "profiles",
                          key,
                          PROFILES.stream().filter(row -> row.accountId.equals(key)).toList()))
              .defaultKeys(defaultKeys, "ids")
              .build(),
          ApiTable.<Skill>named("skills", "Skills.")
              .column(Column.of(Field.text("account_id", "Whose.", Skill::accountId)))
              .column(Column.of(Field.text("skill", "Skill.", Skill::skill)))
              .column(Column.of(Field.integer("points", "Points.", Skill::points)))
              .calls(operation("skills"))
              .rowsByKey(
                  "account_id",
                  "a",
                  (calls, key) ->
                      later(
                          calls,
                          "skills",
                          key,
                          SKILLS.stream().filter(row -> row.accountId.equals(key)).toList()))
              .defaultKeys(defaultKeys, "ids")
              .build());
    }
  }

  /** The same rows in H2. */
  private static Connection h2() throws SQLException {
    Connection h2 = DriverManager.getConnection("jdbc:h2:mem:");
    try (Statement statement = h2.createStatement()) {
      statement.execute("CREATE TABLE people (id VARCHAR, boss VARCHAR, level BIGINT)");
      statement.execute(
          "CREATE TABLE profiles (account_id VARCHAR, name VARCHAR, friend VARCHAR, score BIGINT)");
      statement.execute("CREATE TABLE skills (account_id VARCHAR, skill VARCHAR, points BIGINT)");
    }
    for (Person row : PEOPLE) {
      insert(h2, "people", row.id, row.boss, row.level);
    }
    for (Profile row : PROFILES) {
      insert(h2, "profiles", row.accountId, row.name, row.friend, row.score);
    }
    for (Skill row : SKILLS) {
      insert(h2, "skills", row.accountId, row.skill, row.points);
    }
    return h2;
  }

  private static void insert(Connection h2, String table, @Nullable Object... row)
      throws SQLException {
    String marks = String.join(", ", Collections.nCopies(row.length, "?"));
    try (PreparedStatement insert =
        h2.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
      for (int i = 0; i < row.length; i++) {
        insert.setObject(i + 1, row[i]);
      }
      insert.execute();
    }
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>(Engine.texts(rows));
      if (!sql.contains("LIMIT")) {
        Collections.sort(texts);
      }
      return texts;
    }
  }

  /** Runs queries, and returns how many were not refused. */
  private static int same(long seed, int queries, List<String> defaultKeys) throws SQLException {
    int answered = 0;
    Api api = new Api();
    try (Engine engine = new Engine();
        Connection h2 = h2()) {
      engine
          .connection
          .unwrap(CalciteConnection.class)
          .getRootSchema()
          .add("api", engine.provider.schema("api", api.tables(defaultKeys)));
      GeneratedQuery generator = new GeneratedQuery(seed);
      for (int i = 0; i < queries; i++) {
        String sql = generator.next();
        List<String> actual;
        api.calls.clear();
        try {
          actual = rows(engine.connection, sql.replace("$.", "api."));
        } catch (SQLException thrown) {
          SqlStateException refused = Engine.failure(thrown);
          assertThat(refused.state()).as(sql).isEqualTo(SqlState.INVALID_STATEMENT);
          assertThat(refused).as(sql).hasMessageContaining("account_id must be given");
          continue;
        }
        answered++;
        if (answered % EXPLAINED == 0) {
          Map<String, Integer> made = Map.copyOf(api.calls);
          assertThat(made)
              .as("seed %s, query %s: %s", seed, i, sql)
              .satisfies(calls -> ShownBounds.of(engine, sql.replace("$.", "api.")).hold(calls));
          assertThat(api.calls).as("EXPLAIN calls nobody").isEqualTo(made);
        }
        assertThat(actual)
            .as("seed %s, query %s: %s", seed, i, sql)
            .isEqualTo(rows(h2, sql.replace("$.", "")));
      }
    }
    return answered;
  }

  private static CompletableFuture<Integer> begun(
      ExecutorService threads, long seed, List<String> defaultKeys) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return same(seed, QUERIES, defaultKeys);
          } catch (SQLException thrown) {
            throw new IllegalStateException("seed " + seed, thrown);
          }
        },
        threads);
  }

  // Default keys that are all there are make the whole tables readable too.
  @Test
  void keysFromJoinsAndSubQueriesGiveTheRowsThatTheWholeTablesWould() {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<CompletableFuture<Integer>> runs =
          List.of(
              begun(threads, 1, List.of()),
              begun(threads, 2, List.of()),
              begun(threads, 3, KEYS),
              begun(threads, 4, KEYS));
      int answered = runs.stream().mapToInt(CompletableFuture::join).sum();
      assertThat(answered).isGreaterThan(4 * QUERIES * 7 / 10);
    } finally {
      threads.shutdownNow();
    }
  }
}
