package dev.roster.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A statement around a procedure, made at random: the same seed gives the same statements.
 *
 * @param sql the statement, perhaps with placeholders
 * @param values the values of the placeholders in order, the same at each execution, except that
 *     {@link #FRESH} stands for people whom nobody invited yet
 * @param people how many people each {@link #FRESH} is
 * @param isCall whether the statement is a CALL
 */
record GeneratedWrite(String sql, List<Object> values, int people, boolean isCall) {

  /** Stands for a list of people who were not invited before. */
  static final Object FRESH = new Object();

  private static final int A_REQUEST = 50;
  private static final AtomicLong PEOPLE = new AtomicLong();

  // Each gives rows of two texts, (what, token).
  private static final List<Part> SOURCES =
      List.of(
          part("linkedapi.reparse_account_info('acc00000-0000-4000-8000-00000000000%d')")
              .columns("account_id", "workflow_id"),
          part("linkedapi.reparse_account_info(account_id => ?)", account(3))
              .columns("account_id", "workflow_id"),
          part("linkedapi.create_connection_session()").columns("session_id", "connection_link"),
          part("postpress.edit_own_profile('acc_linkedin_%d', 'Builds bridges')")
              .columns("account_id", "object"),
          part(
                  "postpress.edit_own_profile(account_id => ?, headline => ?)",
                  "acc_linkedin_1",
                  "Builds houses")
              .columns("account_id", "object"),
          part("postpress.set_custom_link('acc_linkedin_%d', 'WEBSITE', 'https://a.example')")
              .columns("account_id", "object"),
          part("connectsafely.send_follow_invitations('105672170', %s)")
              .columns("profile_urn", "status"),
          part("connectsafely.send_follow_invitations('105672171', ?, 'cs_account_2')", FRESH)
              .columns("profile_urn", "error"),
          part("connectsafely.send_follow_invitations(?, ?)", "105672170", FRESH)
              .columns("account_id", "profile_urn"));

  // Each takes such rows, and gives such rows.
  private static final List<Part> WRAPPERS =
      List.of(
          part("SELECT * FROM (%s) t"),
          part("SELECT what, token FROM (%s) t WHERE what = 'x'"),
          part("SELECT what, token FROM (%s) t WHERE what <> ?", "x"),
          part("SELECT what, token FROM (%s) t WHERE 1 = 0"),
          part("SELECT what, token FROM (%s) t WHERE CAST(? AS INTEGER) = 1", 0),
          part("SELECT what, token FROM (%s) t WHERE what = token AND what IS NULL"),
          part("SELECT what, token FROM (%s) t WHERE what IS NULL AND what IS NOT NULL"),
          part("SELECT what, token FROM (%s) t LIMIT 1"),
          part("SELECT what, token FROM (%s) t LIMIT 0"),
          part("SELECT what, token FROM (%s) t LIMIT ?", 0),
          part("SELECT what, token FROM (%s) t LIMIT ?", 1),
          part("SELECT what, token FROM (%s) t FETCH FIRST 0 ROWS ONLY"),
          part("SELECT what, token FROM (%s) t OFFSET 3 ROWS FETCH NEXT 2 ROWS ONLY"),
          part("SELECT what, token FROM (%s) t ORDER BY token LIMIT 2 OFFSET 1"),
          part("SELECT what, token FROM (%s) t ORDER BY what DESC, token"),
          part("SELECT what, token FROM (%s) t ORDER BY what LIMIT ? OFFSET ?", 0, 5),
          part("SELECT DISTINCT what, token FROM (%s) t"),
          part("SELECT what, max(token) AS token FROM (%s) t GROUP BY what"),
          part("SELECT what, max(token) AS token FROM (%s) t GROUP BY what HAVING count(*) > 1"),
          part("SELECT what, max(token) AS token FROM (%s) t GROUP BY what HAVING 1 = 0"),
          part("SELECT CAST(count(*) AS VARCHAR) AS what, max(token) AS token FROM (%s) t"),
          part("SELECT 'a' AS what, 'b' AS token FROM (%s) t"),
          part("SELECT 'a' AS what, 'b' AS token FROM (%s) t GROUP BY ()"),
          part(
              "SELECT CAST(count(DISTINCT what) AS VARCHAR) AS what,"
                  + " CAST(count(DISTINCT token) AS VARCHAR) AS token FROM (%s) t"),
          part(
              "SELECT what, token FROM (%s) t GROUP BY GROUPING SETS ((what, token), (what),"
                  + " (token))"),
          part(
              "SELECT what, CAST(row_number() OVER (ORDER BY what) AS VARCHAR) AS token FROM (%s)"
                  + " t"),
          part(
              "SELECT upper(what) AS what, token || 'x' AS token FROM (%s) t WHERE what LIKE 'U_'"),
          part("SELECT CAST(? AS VARCHAR) AS what, token FROM (%s) t", "x"),
          part("SELECT CASE WHEN what = 'x' THEN what ELSE token END AS what, token FROM (%s) t"),
          part("SELECT what, token FROM (%s) t UNION ALL SELECT id, name FROM linkedapi.accounts"),
          part("SELECT what, token FROM (%s) t UNION SELECT id, name FROM linkedapi.accounts"),
          part(
              "SELECT id AS what, name AS token FROM linkedapi.accounts UNION SELECT * FROM (%s)"
                  + " t"),
          part(
              "SELECT id AS what, name AS token FROM linkedapi.accounts UNION ALL SELECT * FROM"
                  + " (%s) t"),
          part("SELECT what, token FROM (%s) t INTERSECT SELECT id, name FROM linkedapi.accounts"),
          part(
              "SELECT id AS what, name AS token FROM linkedapi.accounts WHERE id = 'nobody'"
                  + " INTERSECT SELECT * FROM (%s) t"),
          part("SELECT what, token FROM (%s) t EXCEPT SELECT id, name FROM linkedapi.accounts"),
          part(
              "SELECT id AS what, name AS token FROM linkedapi.accounts WHERE id = 'nobody'"
                  + " EXCEPT SELECT * FROM (%s) t"),
          part("SELECT what, token FROM (%s) t EXCEPT SELECT what, token FROM (%s) u"),
          part("SELECT what, token FROM (%s) t UNION ALL SELECT what, token FROM (%s) u"),
          part(
              "SELECT t.what, a.id AS token FROM (%s) t JOIN linkedapi.accounts a ON a.id ="
                  + " t.what"),
          part(
              "SELECT t.what, a.id AS token FROM (%s) t LEFT JOIN linkedapi.accounts a ON a.id ="
                  + " t.what"),
          part(
              "SELECT t.what, a.id AS token FROM (%s) t RIGHT JOIN linkedapi.accounts a ON a.id ="
                  + " t.what"),
          part(
              "SELECT t.what, a.id AS token FROM (%s) t FULL JOIN linkedapi.accounts a ON a.id ="
                  + " t.what"),
          part(
              "SELECT t.what, a.id AS token FROM linkedapi.accounts a JOIN (%s) t ON a.id ="
                  + " t.what"),
          part(
              "SELECT t.what, a.id AS token FROM linkedapi.accounts a LEFT JOIN (%s) t ON a.id >"
                  + " t.what"),
          part(
              "SELECT t.what, a.id AS token FROM (%s) t,"
                  + " (SELECT id FROM linkedapi.accounts WHERE 1 = 0) a"),
          part("SELECT t.what, v.c AS token FROM (%s) t CROSS JOIN (VALUES ('p'), ('q')) AS v(c)"),
          part("SELECT t.what, v.c AS token FROM (VALUES ('p'), ('q')) AS v(c) CROSS JOIN (%s) t"),
          part("SELECT t.what, u.token FROM (%s) t JOIN (%s) u ON t.what = u.what"),
          part(
              "SELECT t.what, s.id AS token FROM (%s) t,"
                  + " LATERAL (SELECT * FROM linkedapi.accounts a WHERE a.id = t.what) s"),
          part(
              "SELECT t.what, a.id AS token FROM linkedapi.accounts a,"
                  + " LATERAL (SELECT * FROM (%s) u WHERE u.what = a.id) t"),
          part("SELECT what, token FROM (%s) t WHERE what IN (SELECT id FROM linkedapi.accounts)"),
          part(
              "SELECT what, token FROM (%s) t WHERE what NOT IN (SELECT id FROM"
                  + " linkedapi.accounts)"),
          part("SELECT what, token FROM (%s) t WHERE EXISTS (SELECT 1 FROM (VALUES (1)) v)"),
          part("SELECT what, token FROM (%s) t WHERE NOT EXISTS (SELECT 1 FROM (VALUES (1)) v)"),
          part(
              "SELECT id AS what, name AS token FROM linkedapi.accounts"
                  + " WHERE id IN (SELECT what FROM (%s) t)"),
          part(
              "SELECT id AS what, name AS token FROM linkedapi.accounts WHERE EXISTS (SELECT 1 FROM"
                  + " (%s) t)"),
          part(
              "SELECT id AS what, (SELECT max(what) FROM (%s) t) AS token FROM linkedapi.accounts"),
          part(
              "SELECT what, (SELECT min(id) FROM linkedapi.accounts a WHERE a.id = t.what) AS token"
                  + " FROM (%s) t"),
          part("WITH c AS (%s) SELECT what, token FROM c"),
          part("WITH c AS (%s) SELECT x.what, y.token FROM c x, c y"),
          part("WITH c AS (%s) SELECT what, token FROM c UNION ALL SELECT what, token FROM c"),
          part("WITH c AS (%s) SELECT id AS what, name AS token FROM linkedapi.accounts"),
          part("WITH c AS (%s), d AS (SELECT * FROM c) SELECT what, token FROM d WHERE what > ''"),
          part("VALUES ('a', 'b') UNION ALL SELECT * FROM (%s) t").named("v(what, token)"),
          part("SELECT what, token FROM (%s) t TABLESAMPLE BERNOULLI(50)"));

  /** A text with a hole, and the values of its own placeholders. */
  private record Part(String sql, List<Object> values) {

    Part columns(String what, String token) {
      return new Part(
          "SELECT %s AS what, %s AS token FROM TABLE(%s)".formatted(what, token, sql), values);
    }

    Part named(String alias) {
      return new Part("SELECT what, token FROM (" + sql + ") AS " + alias, values);
    }

    /** Returns what stands for CALL: the procedure alone. */
    Part call() {
      int start = sql.indexOf("TABLE(") + "TABLE(".length();
      return new Part("CALL " + sql.substring(start, sql.length() - 1), values);
    }

    /** Puts a statement into the hole, and its values where its placeholders come. */
    Part around(Part inner) {
      List<Object> all = new ArrayList<>();
      int before = (int) sql.substring(0, sql.indexOf("%s")).chars().filter(c -> c == '?').count();
      all.addAll(values.subList(0, before));
      for (int hole = sql.indexOf("%s"); hole >= 0; hole = sql.indexOf("%s", hole + 1)) {
        all.addAll(inner.values);
      }
      all.addAll(values.subList(before, values.size()));
      return new Part(sql.replace("%s", inner.sql), all);
    }
  }

  /** Returns the next statement, up to two deep around a procedure. */
  static GeneratedWrite next(Random random) {
    int people = random.nextInt(10) == 0 ? 1 + random.nextInt(120) : 1 + random.nextInt(3);
    Part part = SOURCES.get(random.nextInt(SOURCES.size()));
    boolean isCall = random.nextInt(8) == 0;
    if (isCall) {
      part = part.call();
    }
    String sql =
        part.sql()
            .replace("%d", Integer.toString(1 + random.nextInt(8)))
            .replace("%s", "'" + urns(people) + "'");
    Part statement = new Part(sql, part.values());
    for (int depth = isCall ? 0 : random.nextInt(3); depth > 0; depth--) {
      statement = WRAPPERS.get(random.nextInt(WRAPPERS.size())).around(statement);
    }
    return new GeneratedWrite(statement.sql(), statement.values(), people, isCall);
  }

  /** Returns the JSON of a list of people who were not invited before. */
  static String urns(int people) {
    return LongStream.range(0, people)
        .mapToObj(i -> "\"urn:li:fsd_profile:P" + PEOPLE.incrementAndGet() + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Returns how many requests an execution must send that invites nobody for the second time. */
  int requests() {
    return sql.contains("send_follow_invitations") ? (people + A_REQUEST - 1) / A_REQUEST : 1;
  }

  /** Returns whether each execution is of things that were not done before. */
  boolean isFreshEachTime() {
    return !sql.contains("send_follow_invitations") || values.contains(FRESH);
  }

  private static Part part(String sql, Object... values) {
    return new Part(sql, List.of(values));
  }

  private static String account(int number) {
    return "acc00000-0000-4000-8000-00000000000" + number;
  }
}
