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
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Generated queries on the tables of the providers, and on the rows that these have held in H2, as
 * {@link LookupJoinDifferentialTest} does with tables of its own.
 */
class ApiTablesDifferentialTest {

  private static final int QUERIES = Integer.getInteger("roster.differential.apiQueries", 200);

  private static final String ACCOUNTS =
      "'acc_linkedin_1', 'acc_linkedin_2', 'acc_linkedin_3', 'acc_linkedin_4', 'acc_linkedin_5'";

  // What the generated names stand for: two providers, and a list below a profile.
  private static final Map<String, String> TABLES =
      Map.of(
          "people",
          "(SELECT 'acc_linkedin_' || CAST(CAST(SUBSTRING(id FROM 25) AS INTEGER) AS VARCHAR) AS"
              + " id, CASE WHEN status <> 'active' THEN 'acc_linkedin_2' END AS boss,"
              + " MOD(CHAR_LENGTH(name), 4) AS level FROM linkedapi.accounts)",
          "profiles",
          "(SELECT account_id, first_name AS name,"
              + " CASE WHEN account_id > 'acc_linkedin_2' THEN 'acc_linkedin_1' END AS friend,"
              + " MOD(CHAR_LENGTH(last_name), 4) AS score FROM postpress.linkedin_profile)",
          "skills",
          "(SELECT account_id, name AS skill, MOD(CHAR_LENGTH(name), 4) AS points"
              + " FROM postpress.linkedin_organizations)");

  private static String onProviders(String sql) {
    String replaced = named(sql);
    for (Map.Entry<String, String> table : TABLES.entrySet()) {
      replaced = replaced.replace("$." + table.getKey(), table.getValue());
    }
    return replaced;
  }

  private static String named(String sql) {
    return sql.replace("'x'", "'acc_of_nobody'")
        .replace("'a'", "'acc_linkedin_1'")
        .replace("'b'", "'acc_linkedin_2'")
        .replace("'c'", "'acc_linkedin_3'")
        .replace("'e'", "'acc_linkedin_5'");
  }

  private static Connection h2(SandboxEngine engine) throws SQLException {
    Connection h2 = DriverManager.getConnection("jdbc:h2:mem:");
    try (Statement statement = h2.createStatement()) {
      statement.execute("CREATE TABLE people (id VARCHAR, boss VARCHAR, level BIGINT)");
      statement.execute(
          "CREATE TABLE profiles (account_id VARCHAR, name VARCHAR, friend VARCHAR, score BIGINT)");
      statement.execute("CREATE TABLE skills (account_id VARCHAR, skill VARCHAR, points BIGINT)");
    }
    copy(engine, h2, "people", "");
    copy(engine, h2, "profiles", " WHERE account_id IN (" + ACCOUNTS + ")");
    copy(engine, h2, "skills", " WHERE account_id IN (" + ACCOUNTS + ")");
    return h2;
  }

  private static void copy(SandboxEngine engine, Connection h2, String table, String where)
      throws SQLException {
    try (Statement statement = engine.connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT * FROM " + TABLES.get(table) + " t" + where)) {
      int columns = rows.getMetaData().getColumnCount();
      String marks = String.join(", ", Collections.nCopies(columns, "?"));
      int copied = 0;
      try (PreparedStatement insert =
          h2.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
        for (; rows.next(); copied++) {
          for (int i = 1; i <= columns; i++) {
            insert.setObject(i, rows.getObject(i));
          }
          insert.execute();
        }
      }
      assertThat(copied).as(table).isPositive();
    }
  }

  private static List<String> comparable(String sql, List<String> rows) {
    List<String> texts = new ArrayList<>(rows);
    if (!sql.contains("LIMIT")) {
      Collections.sort(texts);
    }
    return texts;
  }

  private static List<String> rowsOfH2(Connection h2, String sql) throws SQLException {
    try (Statement statement = h2.createStatement();
        ResultSet rows = statement.executeQuery(named(sql).replace("$.", ""))) {
      return Engine.texts(rows);
    }
  }

  @Test
  void tablesOfTheProvidersAnswerAsTheirRowsDo() throws SQLException {
    int answered = 0;
    // Five accounts, so that the default keys are all there are.
    try (SandboxEngine engine =
        new SandboxEngine(
            "cacheTtl=3600", "postpressAccountIds=" + ACCOUNTS.replaceAll("[' ]", ""))) {
      engine.sandbox.control().reset(5);
      try (Connection h2 = h2(engine)) {
        GeneratedQuery generator = new GeneratedQuery(5);
        for (int i = 0; i < QUERIES; i++) {
          String sql = generator.next();
          List<String> actual;
          try {
            actual = engine.rows(onProviders(sql));
          } catch (SQLException thrown) {
            SqlStateException refused = Engine.failure(thrown);
            assertThat(refused.state()).as(sql).isEqualTo(SqlState.INVALID_STATEMENT);
            assertThat(refused).as(sql).hasMessageContaining("account_id must be given");
            continue;
          }
          answered++;
          assertThat(comparable(sql, actual))
              .as("query %s: %s", i, sql)
              .isEqualTo(comparable(sql, rowsOfH2(h2, sql)));
        }
      }
    }
    assertThat(answered).isGreaterThan(QUERIES * 7 / 10);
  }
}
