package dev.roster.calcite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.SandboxEngine;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.fake.Engine;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * Generated queries on the tables of the providers, and on the rows that these have held in H2: the
 * same rows, of so many queries as are not refused. More and other ones: {@code
 * -Droster.differential.apiQueries=10000 -Droster.differential.apiSeeds=7,8}.
 */
class ApiTablesDifferentialTest {

  private static final int QUERIES = Integer.getInteger("roster.differential.apiQueries", 2000);

  // Each has its own share of the queries, and its own thread.
  private static final List<Long> SEEDS =
      Arrays.stream(System.getProperty("roster.differential.apiSeeds", "5,6").split(","))
          .map(Long::valueOf)
          .toList();

  // All that the sandbox has, so that the default keys are whole tables.
  private static final String ACCOUNTS =
      "acc_linkedin_1,acc_linkedin_2,acc_linkedin_3,acc_linkedin_4,acc_gmail_1,acc_gmail_2,"
          + "acc_telegram_1,acc_telegram_2,acc_twitter_1,acc_twitter_2,acc_outlook_1,acc_imap_1";

  private static final List<String> BY_ACCOUNT =
      List.of(
          "own_profile",
          "linkedin_profile",
          "linkedin_organizations",
          "gmail_profile",
          "gmail_aliases",
          "telegram_profile",
          "telegram_restrictions",
          "twitter_profile",
          "outlook_profile",
          "imap_profile");

  /** How many queries gave rows, and what the others were refused for. */
  private record Answers(int answered, List<String> refusals) {}

  private static Connection h2(SandboxEngine engine) throws SQLException {
    Connection h2 = DriverManager.getConnection("jdbc:h2:mem:;DEFAULT_NULL_ORDERING=HIGH");
    copy(engine, h2, "linkedapi.accounts", "");
    copy(engine, h2, "linkedapi.pending_connection_sessions", "");
    copy(
        engine,
        h2,
        "linkedapi.connection_sessions",
        " WHERE session_id IN (SELECT session_id FROM linkedapi.pending_connection_sessions UNION"
            + " SELECT reconnection_session_id FROM linkedapi.accounts)");
    for (String table : BY_ACCOUNT) {
      copy(engine, h2, "postpress." + table, "");
    }
    // Nobody was invited.
    copy(engine, h2, "connectsafely.follow_invitations", "");
    return h2;
  }

  private static void copy(SandboxEngine engine, Connection h2, String table, String where)
      throws SQLException {
    try (Statement statement = engine.connection.createStatement();
        Statement creation = h2.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM " + table + where)) {
      ResultSetMetaData columns = rows.getMetaData();
      List<String> declarations = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        // In quotes, for some are words of H2.
        declarations.add(
            "\""
                + columns.getColumnLabel(i).toUpperCase(Locale.ROOT)
                + "\" "
                + type(columns.getColumnType(i)));
      }
      creation.execute("CREATE SCHEMA IF NOT EXISTS " + table.replaceFirst("\\..*", ""));
      creation.execute("CREATE TABLE " + table + " (" + String.join(", ", declarations) + ")");
      String marks = String.join(", ", Collections.nCopies(declarations.size(), "?"));
      try (PreparedStatement insert =
          h2.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
        while (rows.next()) {
          for (int i = 1; i <= declarations.size(); i++) {
            insert.setObject(i, rows.getObject(i));
          }
          insert.execute();
        }
      }
    }
  }

  private static String type(int type) {
    return switch (type) {
      case Types.BIGINT -> "BIGINT";
      case Types.BOOLEAN -> "BOOLEAN";
      case Types.TIMESTAMP -> "TIMESTAMP(3)";
      default -> "VARCHAR";
    };
  }

  private static List<String> comparable(GeneratedText query, List<String> rows) {
    List<String> texts = new ArrayList<>(rows);
    if (!query.ordered()) {
      Collections.sort(texts);
    }
    return texts;
  }

  private static List<String> rowsOfH2(Connection h2, GeneratedText query) {
    try (PreparedStatement statement = h2.prepareStatement(query.reference())) {
      for (int i = 0; i < query.parameters().size(); i++) {
        statement.setObject(i + 1, query.parameters().get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        return Engine.texts(rows);
      }
    } catch (SQLException thrown) {
      throw new IllegalStateException(query.reference(), thrown);
    }
  }

  private static Answers compare(long seed) throws SQLException {
    int answered = 0;
    List<String> refusals = new ArrayList<>();
    try (SandboxEngine engine =
            new SandboxEngine("cacheTtl=3600", "postpressAccountIds=" + ACCOUNTS);
        Connection h2 = h2(engine)) {
      GeneratedProviderQuery generator = new GeneratedProviderQuery(seed);
      // Until so many have rows, unless far too many are refused.
      for (int i = 0; answered < QUERIES / SEEDS.size() && refusals.size() < QUERIES / 10; i++) {
        GeneratedText query = generator.next();
        String description = "seed %s, query %s: %s".formatted(seed, i, query);
        List<String> actual;
        try {
          actual = engine.rows(query.sql(), query.arguments());
        } catch (SQLException thrown) {
          refusals.add(refusal(description, thrown) + " " + description);
          continue;
        }
        answered++;
        assertThat(comparable(query, actual))
            .as(description)
            .isEqualTo(comparable(query, rowsOfH2(h2, query)));
      }
    }
    return new Answers(answered, refusals);
  }

  /** The two that are documented: a key is missing, or Calcite has no plan for the statement. */
  private static SqlState refusal(String description, SQLException thrown) {
    SqlStateException refused;
    try {
      refused = Engine.failure(thrown);
    } catch (AssertionError unknown) {
      throw new AssertionError(description, thrown);
    }
    assertThat(refused.getMessage())
        .as(description)
        .containsAnyOf(" must be given, e.g. WHERE ", "it cannot be planned in this form");
    assertThat(refused.state())
        .as(description)
        .isIn(SqlState.INVALID_STATEMENT, SqlState.NOT_SUPPORTED);
    return refused.state();
  }

  private static CompletableFuture<Answers> begun(ExecutorService threads, long seed) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return compare(seed);
          } catch (SQLException thrown) {
            throw new IllegalStateException("seed " + seed, thrown);
          }
        },
        threads);
  }

  @Test
  void tablesOfTheProvidersAnswerAsTheirRowsDo() {
    ExecutorService threads = Executors.newFixedThreadPool(SEEDS.size());
    try {
      List<CompletableFuture<Answers>> runs =
          SEEDS.stream().map(seed -> begun(threads, seed)).toList();
      List<Answers> answers = runs.stream().map(CompletableFuture::join).toList();
      int answered = answers.stream().mapToInt(Answers::answered).sum();
      List<String> refusals = answers.stream().flatMap(run -> run.refusals().stream()).toList();
      long unplanned = refusals.stream().filter(text -> text.startsWith("NOT_SUPPORTED")).count();
      System.out.printf(
          "seeds %s: %d queries gave the rows of H2, %d lacked a key, %d could not be planned%n",
          SEEDS, answered, refusals.size() - unplanned, unplanned);
      assertThat(answered).as("refused: %s", refusals).isGreaterThan(QUERIES - SEEDS.size());
      assertThat(unplanned).as("refused: %s", refusals).isLessThanOrEqualTo(QUERIES / 100);
    } finally {
      threads.shutdownNow();
    }
  }
}
