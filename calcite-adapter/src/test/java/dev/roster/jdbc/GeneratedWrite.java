package dev.roster.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A statement that writes, made at random: the same seed gives the same statements.
 *
 * @param sql the statement, perhaps with placeholders
 * @param values the values of the placeholders in order, the same at each execution, except those
 *     that stand for something new
 * @param things how many things an execution does
 * @param most how many things a request may hold
 * @param isDml whether it is INSERT, UPDATE or DELETE, whose batches are one write
 * @param doneOnce whether a second execution finds all done
 */
record GeneratedWrite(
    String sql, List<Object> values, int things, int most, boolean isDml, boolean doneOnce) {

  /** Stands for a list of people who were not invited before. */
  static final Object PEOPLE = new Object();

  /** Stands for a person who was not invited before. */
  static final Object PERSON = new Object();

  /** Stands for a text that was not used before. */
  static final Object TEXT = new Object();

  /** Stands for an account of Linked API that was not disconnected before. */
  static final Object ACCOUNT = new Object();

  private static final Set<Object> NEW = Set.of(PEOPLE, PERSON, TEXT, ACCOUNT);

  // Stands for a text that no other statement has.
  private static final Object KEY = new Object();

  /** How many accounts may be disconnected. */
  static final int ACCOUNTS = 60;

  private static final int A_REQUEST = 50;
  private static final AtomicLong NUMBERS = new AtomicLong();
  private static final AtomicLong VICTIMS = new AtomicLong();

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

  /**
   * A text with a hole, the values of its own placeholders, and how many things it does, -1 where
   * that is not always the same.
   */
  private record Part(String sql, List<Object> values, int things) {

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

  // Each does as many things as there are rows (%d), or as the number beside it says.
  private static final List<Part> INSERTS =
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

  private static final List<Part> UPDATES_AND_DELETES =
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

  /** Returns the next statement. */
  static GeneratedWrite next(Random random) {
    int people = random.nextInt(10) == 0 ? 1 + random.nextInt(120) : 1 + random.nextInt(3);
    return switch (random.nextInt(8)) {
      case 0 -> insert(random, people);
      case 1 -> updateOrDelete(random);
      default -> call(random, people);
    };
  }

  private static GeneratedWrite call(Random random, int people) {
    Part part = SOURCES.get(random.nextInt(SOURCES.size()));
    boolean isCall = random.nextInt(8) == 0;
    if (isCall) {
      part = part.call();
    }
    String sql =
        part.sql()
            .replace("%d", Integer.toString(1 + random.nextInt(8)))
            .replace("%s", "'" + urns(people) + "'");
    boolean invites = sql.contains("send_follow_invitations");
    boolean doneOnce = part.values().contains(KEY) || (invites && !part.values().contains(PEOPLE));
    Object key = "key " + NUMBERS.incrementAndGet();
    Part statement =
        new Part(sql, part.values().stream().map(v -> v == KEY ? key : v).toList(), part.things());
    for (int depth = isCall ? 0 : random.nextInt(3); depth > 0; depth--) {
      statement = WRAPPERS.get(random.nextInt(WRAPPERS.size())).around(statement);
    }
    return new GeneratedWrite(
        statement.sql(), statement.values(), invites ? people : 1, A_REQUEST, false, doneOnce);
  }

  private static GeneratedWrite insert(Random random, int people) {
    Part part = INSERTS.get(random.nextInt(INSERTS.size()));
    String rows =
        LongStream.range(0, people)
            .mapToObj(i -> "('105672170', '" + person() + "')")
            .collect(Collectors.joining(", "));
    String into = "INSERT INTO connectsafely.follow_invitations (company_id, profile_urn) ";
    return new GeneratedWrite(
        into + part.sql().replace("%s", rows),
        part.values(),
        part.things() < 0 ? people : part.things(),
        A_REQUEST,
        true,
        !part.values().contains(PERSON));
  }

  private static GeneratedWrite updateOrDelete(Random random) {
    Part part = UPDATES_AND_DELETES.get(random.nextInt(UPDATES_AND_DELETES.size()));
    return new GeneratedWrite(part.sql(), part.values(), part.things(), 1, true, false);
  }

  private static String person() {
    return "urn:li:fsd_profile:P" + NUMBERS.incrementAndGet();
  }

  private static String urns(int people) {
    return LongStream.range(0, people)
        .mapToObj(i -> "\"" + person() + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Returns the values of an execution. */
  List<Object> valuesNow() {
    return values.stream().map(this::valueNow).toList();
  }

  private Object valueNow(Object value) {
    if (value == PEOPLE) {
      return urns(things);
    }
    if (value == PERSON) {
      return person();
    }
    if (value == ACCOUNT) {
      // Those up to 20 are for reading.
      return "acc00000-0000-4000-8000-%012d".formatted(21 + VICTIMS.incrementAndGet() % ACCOUNTS);
    }
    return value == TEXT ? "text " + NUMBERS.incrementAndGet() : value;
  }

  /** Returns how many requests so many executions, or parts of one batch, must send. */
  int requests(int executions, boolean batch) {
    if (executions == 0) {
      return 0;
    }
    if (doneOnce) {
      return requests(things);
    }
    boolean isNew = values.stream().anyMatch(NEW::contains);
    if (batch && isDml) {
      return requests(isNew ? executions * things : things);
    }
    return executions * requests(things);
  }

  private int requests(int ofThings) {
    return (ofThings + most - 1) / most;
  }

  private static Part part(String sql, Object... values) {
    return new Part(sql, List.of(values), -1);
  }

  private static String account(int number) {
    return "acc00000-0000-4000-8000-00000000000" + number;
  }
}
