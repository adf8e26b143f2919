package dev.roster.jdbc;

import static dev.roster.jdbc.GeneratedWrite.ACCOUNT;
import static dev.roster.jdbc.GeneratedWrite.KEY;
import static dev.roster.jdbc.GeneratedWrite.PEOPLE;
import static dev.roster.jdbc.GeneratedWrite.PERSON;
import static dev.roster.jdbc.GeneratedWrite.TEXT;

import java.util.ArrayList;
import java.util.List;

/** What a {@link GeneratedWrite} is put together from. */
final class WriteParts {

  // Each gives rows of two texts, (what, token).
  static final List<Part> SOURCES =
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
          part(
                  "postpress.edit_own_profile(account_id => ?, headline => 'Keyed', request_key =>"
                      + " ?)",
                  "acc_linkedin_2",
                  KEY)
              .columns("account_id", "object"),
          part("linkedapi.create_connection_session(request_key => ?)", KEY)
              .columns("session_id", "connection_link"),
          part("linkedapi.create_connection_session(?)", TEXT)
              .columns("session_id", "connection_link"),
          part("postpress.set_custom_link('acc_linkedin_%d', 'WEBSITE', 'https://a.example')")
              .columns("account_id", "object"),
          part("connectsafely.send_follow_invitations('105672170', %s)")
              .columns("profile_urn", "status"),
          part("connectsafely.send_follow_invitations('105672171', ?, 'cs_account_2')", PEOPLE)
              .columns("profile_urn", "error"),
          part("connectsafely.send_follow_invitations(?, ?)", "105672170", PEOPLE)
              .columns("account_id", "profile_urn"));

  // Each takes such rows, and gives such rows.
  static final List<Part> WRAPPERS =
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

  // Each does as many things as there are rows (%d), or as the number beside it says.
  static final List<Part> INSERTS =
      List.of(
          part("VALUES %s"),
          part("SELECT * FROM (VALUES %s) AS v(c, p)"),
          part("SELECT c, p FROM (VALUES %s) AS v(c, p) ORDER BY p DESC"),
          part(
              "SELECT c, p FROM (VALUES %s) AS v(c, p) UNION ALL SELECT c, p FROM (VALUES %s) AS"
                  + " w(c, p)"),
          part(
              "SELECT c, p FROM (VALUES %s) AS v(c, p) UNION SELECT c, p FROM (VALUES %s) AS w(c,"
                  + " p)"),
          part(
              "SELECT v.c, v.p FROM (VALUES %s) AS v(c, p) JOIN linkedapi.accounts a ON a.id <>"
                  + " v.p"),
          part(
              "SELECT v.c, v.p FROM (VALUES %s) AS v(c, p) LEFT JOIN linkedapi.accounts a ON a.id ="
                  + " v.p"),
          part(
              "SELECT v.c, v.p FROM (VALUES %s) AS v(c, p) WHERE v.p IN (SELECT p FROM (VALUES %s)"
                  + " AS w(c, p))"),
          part("WITH v(c, p) AS (VALUES %s) SELECT x.c, y.p FROM v x JOIN v y ON x.p = y.p"),
          part("SELECT max(c), p FROM (VALUES %s) AS v(c, p) GROUP BY p"),
          part("SELECT c, p FROM (VALUES %s) AS v(c, p) WHERE 1 = 0").of(0),
          part("SELECT c, p FROM (VALUES %s) AS v(c, p) LIMIT 0").of(0),
          part("SELECT c, p FROM (VALUES %s) AS v(c, p) WHERE p = ?", "nobody").of(0),
          part("SELECT c, p FROM (VALUES %s) AS v(c, p) LIMIT 1").of(1),
          part("VALUES ('105672171', ?)", PERSON).of(1),
          part("VALUES ('105672171', ?), ('105672171', ?)", PERSON, PERSON).of(2),
          part(
              "SELECT '105672170', profile_urn FROM"
                  + " TABLE(connectsafely.send_follow_invitations('105672170',"
                  + " '[\"urn:li:x\"]'))"));

  static final List<Part> UPDATES_AND_DELETES =
      List.of(
          part("UPDATE postpress.linkedin_profile SET headline = 'A' WHERE account_id ="
                  + " 'acc_linkedin_1'")
              .of(1),
          part(
                  "UPDATE postpress.linkedin_profile SET headline = ? WHERE account_id = ?",
                  TEXT,
                  "acc_linkedin_2")
              .of(1),
          part(
                  "UPDATE postpress.linkedin_profile SET headline = ? WHERE account_id IN"
                      + " ('acc_linkedin_3', ?)",
                  TEXT,
                  "acc_linkedin_4")
              .of(2),
          part("UPDATE postpress.linkedin_profile SET headline = 'B' WHERE account_id IN"
                  + " ('acc_linkedin_3', 'acc_linkedin_3')")
              .of(1),
          part(
                  "UPDATE postpress.linkedin_profile SET headline = ? WHERE account_id ="
                      + " 'acc_linkedin_5' AND 1 = 0",
                  TEXT)
              .of(0),
          part(
                  "UPDATE postpress.linkedin_profile SET headline = ? WHERE account_id ="
                      + " 'acc_linkedin_5' AND first_name = 'nobody'",
                  TEXT)
              .of(0),
          part("UPDATE postpress.linkedin_profile SET headline = 'D'").of(1),
          part("UPDATE postpress.linkedin_profile SET last_name = 'E' WHERE account_id ="
                  + " 'acc_linkedin_6'")
              .of(1),
          part("UPDATE linkedapi.accounts SET name = 'F' WHERE id ="
                  + " 'acc00000-0000-4000-8000-000000000001'")
              .of(1),
          part("DELETE FROM linkedapi.accounts WHERE id = ?", ACCOUNT).of(1),
          part("DELETE FROM linkedapi.accounts WHERE id IN (?, ?)", ACCOUNT, ACCOUNT).of(2),
          part("DELETE FROM linkedapi.accounts WHERE id = ? AND 1 = 0", ACCOUNT).of(0),
          part("DELETE FROM linkedapi.accounts WHERE status = 'frozen'").of(1),
          part("DELETE FROM connectsafely.follow_invitations WHERE company_id = '105672170'")
              .of(1));

  private WriteParts() {}

  /**
   * A text with a hole, the values of its own placeholders, and how many things it does, -1 where
   * that is not always the same.
   */
  record Part(String sql, List<Object> values, int things) {

    Part of(int number) {
      return new Part(sql, values, number);
    }

    Part columns(String what, String token) {
      return new Part(
          "SELECT %s AS what, %s AS token FROM TABLE(%s)".formatted(what, token, sql), values, -1);
    }

    Part named(String alias) {
      return new Part("SELECT what, token FROM (" + sql + ") AS " + alias, values, -1);
    }

    /** Returns what stands for CALL: the procedure alone. */
    Part call() {
      int start = sql.indexOf("TABLE(") + "TABLE(".length();
      return new Part("CALL " + sql.substring(start, sql.length() - 1), values, -1);
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
      return new Part(sql.replace("%s", inner.sql), all, -1);
    }
  }

  private static Part part(String sql, Object... values) {
    return new Part(sql, List.of(values), -1);
  }

  private static String account(int number) {
    return "acc00000-0000-4000-8000-00000000000" + number;
  }
}
