package dev.roster.calcite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Queries made of joins, sub-queries, filters, groups, set operations, orders and limits, in words
 * that Calcite and H2 both know. The schema is {@code $}. A query with a LIMIT is ordered by all
 * its columns, so that its rows are determined.
 */
final class GeneratedQuery {

  private final Random random;
  private int aliases;

  GeneratedQuery(long seed) {
    random = new Random(seed);
  }

  /** What stands in FROM so far, and the columns that it offers. */
  private static final class From {
    private final StringBuilder text = new StringBuilder();
    private final List<String> texts = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
  }

  String next() {
    aliases = 0;
    if (random.nextInt(6) == 0) {
      return column() + oneOf(" UNION ", " UNION ALL ", " INTERSECT ", " EXCEPT ") + column();
    }
    From from = from();
    String where = where(from);
    if (random.nextInt(4) == 0) {
      String key = oneOf(from.texts);
      return "SELECT %s, count(*), max(%s) FROM %s%s GROUP BY %s"
          .formatted(key, oneOf(from.numbers), from.text, where, key);
    }
    String first = oneOf(from.texts);
    String second = oneOf(from.numbers);
    String limit =
        random.nextInt(4) == 0
            ? " ORDER BY 1 NULLS LAST, 2 NULLS LAST LIMIT "
                + (1 + random.nextInt(4))
                + oneOf("", " OFFSET 1")
            : "";
    return "SELECT %s, %s FROM %s%s%s".formatted(first, second, from.text, where, limit);
  }

  private String column() {
    From from = from();
    return "SELECT %s FROM %s%s".formatted(oneOf(from.texts), from.text, where(from));
  }

  private From from() {
    From from = new From();
    int start = random.nextInt(5);
    if (start == 0) {
      String alias = alias();
      from.text.append("(VALUES ('b', 1), ('a', 2), ('x', 3), ('b', 4)) ").append(alias);
      from.text.append("(id, n)");
      from.texts.add(alias + ".id");
      from.numbers.add(alias + ".n");
    } else if (start == 1) {
      from.text.append(keyed(from));
    } else {
      from.text.append(people(from));
    }
    for (int joins = random.nextInt(3); joins > 0; joins--) {
      join(from);
    }
    return from;
  }

  private void join(From from) {
    String outer = oneOf(from.texts);
    From other = new From();
    String table = random.nextInt(4) == 0 ? people(other) : keyed(other);
    String condition = other.texts.get(0) + " = " + outer;
    if (random.nextInt(4) == 0) {
      condition += " AND " + simple(random.nextBoolean() ? other : from);
    }
    String type = oneOf(" JOIN ", " JOIN ", " LEFT JOIN ", " LEFT JOIN ", " RIGHT JOIN ");
    if (random.nextInt(4) == 0 && type.equals(" JOIN ")) {
      // The other order of writing.
      String before = from.text.toString();
      from.text.setLength(0);
      // Without brackets around a table alone, which are no SQL.
      boolean joined = before.contains(" ON ");
      from.text
          .append(table)
          .append(joined ? " JOIN (" : " JOIN ")
          .append(before)
          .append(joined ? ") ON " : " ON ")
          .append(condition);
    } else {
      from.text.append(type).append(table).append(" ON ").append(condition);
    }
    from.texts.addAll(other.texts);
    from.numbers.addAll(other.numbers);
  }

  private String people(From from) {
    String alias = alias();
    from.texts.add(alias + ".id");
    from.texts.add(alias + ".boss");
    from.numbers.add(alias + ".level");
    return "$.people " + alias;
  }

  /** A table that needs a key, or something made of one; its key is its first text. */
  private String keyed(From from) {
    String alias = alias();
    from.texts.add(alias + ".account_id");
    int form = random.nextInt(6);
    if (form == 0) {
      from.numbers.add(alias + ".n");
      return "(SELECT account_id, count(*) AS n FROM $.skills GROUP BY account_id) " + alias;
    }
    if (form == 1) {
      from.texts.add(alias + ".word");
      from.numbers.add(alias + ".n");
      return "(SELECT account_id, name AS word, score AS n FROM $.profiles WHERE score > 1"
          + " UNION ALL SELECT account_id, skill, points FROM $.skills) "
          + alias;
    }
    if (form < 4) {
      from.texts.add(alias + ".skill");
      from.numbers.add(alias + ".points");
      return "$.skills " + alias;
    }
    from.texts.add(alias + ".name");
    from.texts.add(alias + ".friend");
    from.numbers.add(alias + ".score");
    return "$.profiles " + alias;
  }

  private String where(From from) {
    List<String> conditions = new ArrayList<>();
    // Gives the key where the query begins with a table that needs one.
    if (random.nextInt(3) == 0) {
      conditions.add(from.texts.get(0) + " IN ('a', 'c', 'e')");
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      conditions.add(condition(from));
    }
    return conditions.isEmpty() ? "" : " WHERE " + String.join(oneOf(" AND ", " AND "), conditions);
  }

  private String condition(From from) {
    String outer = oneOf(from.texts);
    From inner = new From();
    return switch (random.nextInt(9)) {
      case 0 -> outer + oneOf(" IN ", " NOT IN ") + "(SELECT id FROM $.people WHERE level > 1)";
      case 1 -> {
        String table = keyed(inner);
        yield outer
            + oneOf(" IN ", " NOT IN ")
            + "(SELECT %s FROM %s WHERE %s)".formatted(inner.texts.get(0), table, simple(inner));
      }
      case 2, 3 -> {
        String table = keyed(inner);
        yield oneOf("", "NOT ")
            + "EXISTS (SELECT 1 FROM %s WHERE %s = %s AND %s)"
                .formatted(table, inner.texts.get(0), outer, simple(inner));
      }
      case 4 -> {
        String table = keyed(inner);
        yield "(SELECT %s(%s) FROM %s WHERE %s = %s) > 1"
            .formatted(
                oneOf("max", "count", "sum"),
                oneOf(inner.numbers),
                table,
                inner.texts.get(0),
                outer);
      }
      case 5 -> "(" + simple(from) + " OR " + simple(from) + ")";
      default -> simple(from);
    };
  }

  private String simple(From from) {
    return random.nextBoolean()
        ? oneOf(from.texts) + oneOf(" = ", " <> ", " > ") + "'" + oneOf("a", "b", "c", "Bob") + "'"
        : oneOf(from.numbers) + oneOf(" = ", " <> ", " > ") + (1 + random.nextInt(3));
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
