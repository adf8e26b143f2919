package dev.roster.calcite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.fake.Engine;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What EXPLAIN says of the number of calls of each operation: as many as the largest least number
 * of one node, for nodes share calls, and no more than the largest numbers of all together.
 */
record ShownBounds(String plan, Map<String, CallCount> counts) {

  private static final Pattern CALLS =
      Pattern.compile("call=\\[\\w+ /(\\w+) .*? calls=\\[(\\d+)(?: to (\\d+|unbounded))?\\]");

  static ShownBounds of(Engine engine, String sql) {
    String plan;
    try {
      plan = engine.plan(sql);
    } catch (SQLException thrown) {
      throw new IllegalStateException(sql, thrown);
    }
    Map<String, CallCount> counts = new HashMap<>();
    Matcher shown = CALLS.matcher(plan);
    while (shown.find()) {
      long least = Long.parseLong(shown.group(2));
      String to = shown.group(3);
      long most = to == null ? least : to.equals("unbounded") ? Long.MAX_VALUE : Long.parseLong(to);
      counts.merge(
          shown.group(1),
          new CallCount(least, most),
          (one, other) ->
              new CallCount(
                  Math.max(one.least(), other.least()), CallCount.plus(one.most(), other.most())));
    }
    return new ShownBounds(plan, counts);
  }

  /** Checks them against the calls that were made, by operation. */
  void hold(Map<String, Integer> made) {
    assertThat(counts.keySet()).as(plan).containsAll(made.keySet());
    counts.forEach(
        (operation, count) ->
            assertThat((long) made.getOrDefault(operation, 0))
                .as("%s in %s", operation, plan)
                .isBetween(count.least(), count.most()));
  }
}
