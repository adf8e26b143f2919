package dev.roster.calcite.plan;

import static dev.roster.calcite.plan.GeneratedText.value;
import static dev.roster.calcite.plan.GeneratedText.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Generates queries on the tables of the providers: joins of all kinds, sub-queries wherever one
 * may stand, filters, groups, windows, set operations, orders, limits and parameters, in words that
 * Calcite and H2 both know, or with the words for each. A query with a LIMIT is ordered by all its
 * columns, so that its rows are determined.
 */
final class GeneratedProviderQuery {

  private static final String[] WORDS = {
    "active", "pending", "US", "GMAIL", "LINKEDIN", "M", "acc_linkedin_1", "acc_linkedin_3", "ios"
  };

  private final Random random;
  private int aliases;

  GeneratedProviderQuery(long seed) {
    random = new Random(seed);
  }

  GeneratedText next() {
    aliases = 0;
    return switch (random.nextInt(12)) {
      case 0 -> finished(setOperation(), 2);
      case 1 -> finished(setOperation() + oneOf(" UNION ", " EXCEPT ", " INTERSECT ") + pair(), 2);
      case 2, 3 -> finished(grouped(), 3);
      case 4 -> finished(windowed(), 3);
      case 5 -> finished(full(), 3);
      case 6 -> finished(named(), 2);
      default -> finished(plain(), 3);
    };
  }

  private GeneratedText finished(String text, int columns) {
    if (random.nextInt(5) < 3) {
      return GeneratedText.of(text, false, random);
    }
    List<String> orders = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      orders.add(i + oneOf("", " DESC") + oneOf("", " NULLS FIRST", " NULLS LAST"));
    }
    String limit =
        switch (random.nextInt(5)) {
          case 0 -> "";
          case 1 -> " OFFSET " + value(oneOf("0", "2", "5")) + " ROWS";
          case 2 -> " OFFSET 1 ROWS FETCH NEXT " + (1 + random.nextInt(3)) + " ROWS ONLY";
          default ->
              " LIMIT "
                  + value(oneOf("0", "1", "2", "3", "4", "50"))
                  + (random.nextInt(3) == 0 ? " OFFSET " + value(oneOf("1", "3", "900")) : "");
        };
    return GeneratedText.of(text + " ORDER BY " + String.join(", ", orders) + limit, true, random);
  }

  private String plain() {
    GeneratedFrom from = from();
    String third =
        random.nextInt(3) == 0 ? scalar(from, oneOf("max", "min", "count")) : oneOf(from.texts);
    return "SELECT %s%s, %s AS c2, %s AS c3 FROM %s%s"
        .formatted(
            oneOf("", "", "", "DISTINCT "),
            oneOf(from.texts) + " AS c1",
            oneOf(from.numbers),
            third,
            from.text,
            where(from));
  }

  private String pair() {
    GeneratedFrom from = from();
    return "SELECT %s, %s FROM %s%s"
        .formatted(oneOf(from.texts), oneOf(from.numbers), from.text, where(from));
  }

  private String setOperation() {
    return pair() + oneOf(" UNION ", " UNION ALL ", " INTERSECT ", " EXCEPT ") + pair();
  }

  private String grouped() {
    GeneratedFrom from = from();
    if (random.nextInt(4) == 0) {
      return "SELECT count(*), max(%s), count(DISTINCT %s) FROM %s%s"
          .formatted(oneOf(from.texts), oneOf(from.texts), from.text, where(from));
    }
    String key = oneOf(from.texts);
    String having = random.nextInt(3) == 0 ? " HAVING count(*) " + oneOf("> 1", "= 1") : "";
    return "SELECT %s, %s, %s(%s) FROM %s%s GROUP BY %s%s"
        .formatted(
            key,
            oneOf("count(*)", "count(" + oneOf(from.texts) + ")"),
            oneOf("max", "min", "sum", "count"),
            oneOf(from.numbers),
            from.text,
            where(from),
            key,
            having);
  }

  private String windowed() {
    GeneratedFrom from = from();
    return "SELECT %s, %s, %s(%s) OVER (PARTITION BY %s) FROM %s%s"
        .formatted(
            oneOf(from.texts),
            oneOf(from.numbers),
            oneOf("max", "count"),
            oneOf(from.numbers),
            oneOf(from.texts),
            from.text,
            where(from));
  }

  /** A FULL JOIN of what can be read whole; H2 has none, and is given the union that it means. */
  private String full() {
    GeneratedFrom left = GeneratedFrom.whole(alias(), random);
    GeneratedFrom right = GeneratedFrom.whole(alias(), random);
    String on = oneOf(left.texts) + " = " + oneOf(right.texts);
    String first = oneOf(left.texts);
    String others = oneOf(right.numbers) + ", " + oneOf(right.texts);
    String from = "SELECT " + first + ", " + others + " FROM " + left.text;
    return words(
        from + " FULL JOIN " + right.text + " ON " + on,
        "%s LEFT JOIN %s ON %s UNION ALL SELECT NULL, %s FROM %s WHERE NOT EXISTS (SELECT 1 FROM %s WHERE %s)"
            .formatted(from, right.text, on, others, right.text, left.text, on));
  }

  /** A query with a name that is read twice. */
  private String named() {
    GeneratedFrom from = from();
    String same = random.nextBoolean() ? "x.w" : "x.m";
    return "WITH named AS (SELECT %s AS w, %s AS m FROM %s%s)"
            .formatted(oneOf(from.texts), oneOf(from.numbers), from.text, where(from))
        + " SELECT x.w, y.m FROM named x %s JOIN named y ON %s = %s WHERE x.m %s %s"
            .formatted(
                oneOf("", "LEFT"),
                same,
                same.replace('x', 'y'),
                oneOf(">", "<>"),
                value("" + random.nextInt(8)));
  }

  private GeneratedFrom from() {
    int start = random.nextInt(8);
    GeneratedFrom from =
        start == 0
            ? GeneratedFrom.keyed(alias(), false, random)
            : GeneratedFrom.whole(alias(), random);
    for (int joins = random.nextInt(5) / 2; joins > 0 && from.hasKeys(); joins--) {
      join(from, joins == 1);
    }
    return from;
  }

  private void join(GeneratedFrom from, boolean last) {
    boolean alone = from.text.indexOf(" ON ") < 0;
    boolean bySession = bySession(from);
    String key = key(from, bySession);
    GeneratedFrom other =
        random.nextInt(6) == 0
            ? GeneratedFrom.whole(alias(), random)
            : GeneratedFrom.keyed(alias(), bySession, random);
    String condition = other.texts.get(0) + " = " + key;
    String before = from.text.toString();
    int form = random.nextInt(10);
    if (form == 0 && last) {
      String words = ", LATERAL (SELECT * FROM " + other.text + " WHERE " + condition + ") ";
      String alias = other.texts.get(0).replaceFirst("\\..*", "");
      from.text.append(
          other.text.indexOf("VALUES") >= 0
              ? " JOIN " + other.text + " ON " + condition
              : words(words + alias, " JOIN " + other.text + " ON " + condition));
    } else if (form == 1 && alone) {
      from.text.setLength(0);
      from.text.append(other.text).append(" RIGHT JOIN ").append(before);
      from.text.append(" ON ").append(condition);
    } else if (form == 2 && alone) {
      from.text.setLength(0);
      from.text.append(other.text).append(" JOIN ").append(before).append(" ON ").append(condition);
    } else {
      if (random.nextInt(4) == 0) {
        condition += " AND " + simple(random.nextBoolean() ? other : from);
      }
      from.text.append(oneOf(" JOIN ", " LEFT JOIN ")).append(other.text);
      from.text.append(" ON ").append(condition);
    }
    from.offer(other);
  }

  private boolean bySession(GeneratedFrom from) {
    return from.accounts.isEmpty() || (!from.sessions.isEmpty() && random.nextInt(4) == 0);
  }

  private String key(GeneratedFrom from, boolean bySession) {
    return oneOf(bySession ? from.sessions : from.accounts);
  }

  private String where(GeneratedFrom from) {
    List<String> conditions = new ArrayList<>();
    for (int i = random.nextInt(5) / 2; i > 0; i--) {
      conditions.add(condition(from));
    }
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  private String condition(GeneratedFrom from) {
    return switch (random.nextInt(13)) {
      case 0 -> in(from);
      case 1 -> {
        // Nulls among what is not in.
        GeneratedFrom inner = GeneratedFrom.whole(alias(), random);
        yield oneOf(from.texts)
            + oneOf(" IN ", " NOT IN ", " <> ALL ", " = SOME ", " > ALL ")
            + "(SELECT %s FROM %s%s)".formatted(oneOf(inner.texts), inner.text, simply(inner));
      }
      case 2, 3 -> exists(from);
      case 4 ->
          scalar(from, oneOf("max", "count", "sum")) + oneOf(" > ", " = ", " <> ") + value("1");
      case 5 -> "(" + simple(from) + oneOf(" OR ", " AND ") + simple(from) + ")";
      case 6 -> "NOT (" + simple(from) + oneOf(" OR ", " AND ") + simple(from) + ")";
      case 7 -> oneOf(from.texts) + oneOf(" IS NULL", " IS NOT NULL");
      case 8 -> oneOf(from.texts) + oneOf(" IN ", " NOT IN ") + list();
      default -> simple(from);
    };
  }

  private String in(GeneratedFrom from) {
    if (!from.hasKeys()) {
      return simple(from);
    }
    boolean bySession = bySession(from);
    GeneratedFrom inner = GeneratedFrom.keyed(alias(), bySession, random);
    return "%s %s (SELECT %s FROM %s%s)"
        .formatted(
            key(from, bySession),
            oneOf("IN", "IN", "NOT IN"),
            inner.texts.get(0),
            inner.text,
            simply(inner));
  }

  private String exists(GeneratedFrom from) {
    if (!from.hasKeys()) {
      return simple(from);
    }
    boolean bySession = bySession(from);
    GeneratedFrom inner = GeneratedFrom.keyed(alias(), bySession, random);
    String more = random.nextInt(5) == 0 && inner.hasKeys() ? exists(inner) : simple(inner);
    return "%sEXISTS (SELECT 1 FROM %s WHERE %s = %s AND %s)"
        .formatted(oneOf("", "NOT "), inner.text, inner.texts.get(0), key(from, bySession), more);
  }

  private String scalar(GeneratedFrom from, String function) {
    boolean bySession = from.hasKeys() && bySession(from);
    GeneratedFrom inner =
        from.hasKeys()
            ? GeneratedFrom.keyed(alias(), bySession, random)
            : GeneratedFrom.whole(alias(), random);
    String condition =
        from.hasKeys()
            ? " WHERE " + inner.texts.get(0) + " = " + key(from, bySession)
            : simply(inner);
    return "(SELECT %s(%s) FROM %s%s)"
        .formatted(function, oneOf(inner.numbers), inner.text, condition);
  }

  private String simply(GeneratedFrom from) {
    return random.nextBoolean() ? "" : " WHERE " + simple(from);
  }

  private String list() {
    List<String> values = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      values.add(value(oneOf(WORDS)));
    }
    if (random.nextInt(4) == 0) {
      values.add("NULL");
    }
    return "(" + String.join(", ", values) + ")";
  }

  private String simple(GeneratedFrom from) {
    return random.nextBoolean()
        ? oneOf(from.texts) + oneOf(" = ", " <> ", " >= ", " < ") + value(oneOf(WORDS))
        : oneOf(from.numbers) + oneOf(" <> ", " >= ", " <= ") + value("" + random.nextInt(12));
  }

  private String alias() {
    return "t" + aliases++;
  }

  private String oneOf(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String oneOf(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
