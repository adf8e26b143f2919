package dev.roster.calcite.plan;

import dev.roster.calcite.SandboxEngine;
import dev.roster.sandbox.Fault;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures how long 1,000 calls of a statement take, as a ratio to the shortest time possible: with
 * 8 calls of 50 ms under way that is {@code ceil(1000 / 8) * 50 ms}, and at a provider that takes
 * 100 requests a second, 10 s. A main class and no test, for it says what a machine does. The
 * sandbox runs in the same process.
 */
public final class LookupWindowMeasurement {

  private static final int KEYS = 1000;
  private static final int UNDER_WAY = 8;
  private static final Duration LATENCY = Duration.ofMillis(50);
  private static final String OPERATION = "ownProfile.get";

  private LookupWindowMeasurement() {}

  /** Prints the ratios of a join and of a list, each three times; the first warms up. */
  public static void main(String[] arguments) throws SQLException {
    Duration window = LATENCY.multipliedBy((KEYS + UNDER_WAY - 1) / UNDER_WAY);
    try (SandboxEngine engine = engine("maxConcurrency=" + UNDER_WAY)) {
      for (int i = 0; i < 3; i++) {
        engine.sandbox.control().fault(Fault.on(OPERATION).times(2 * KEYS).latency(LATENCY));
        measureBoth(engine, window);
      }
    }
    try (SandboxEngine engine =
        engine("maxConcurrency=" + UNDER_WAY, "maxCallsPerStatement=0", "requestsPerMinute=6000")) {
      engine.sandbox.control().limit(OPERATION, 100, Duration.ofSeconds(1));
      measureBoth(engine, Duration.ofSeconds(KEYS / 100));
    }
  }

  private static SandboxEngine engine(String... properties) throws SQLException {
    SandboxEngine engine = new SandboxEngine(properties);
    engine.sandbox.control().reset(KEYS);
    return engine;
  }

  private static void measureBoth(SandboxEngine engine, Duration shortest) throws SQLException {
    List<String> ids = IntStream.rangeClosed(1, KEYS).mapToObj(i -> "acc_linkedin_" + i).toList();
    String values = ids.stream().map("('%s')"::formatted).collect(Collectors.joining(", "));
    String list = ids.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
    measure(
        engine,
        "join",
        "SELECT p.account_id, p.headline FROM (VALUES "
            + values
            + ") k(id) JOIN postpress.linkedin_profile p ON p.account_id = k.id",
        shortest);
    measure(
        engine,
        "list",
        "SELECT account_id, headline FROM postpress.linkedin_profile WHERE account_id IN ("
            + list
            + ")",
        shortest);
  }

  private static void measure(SandboxEngine engine, String what, String sql, Duration shortest)
      throws SQLException {
    long begun = System.nanoTime();
    int rows = engine.rows(sql).size();
    double millis = (System.nanoTime() - begun) / 1e6;
    System.out.printf(
        Locale.ROOT,
        "%s: %d rows, requests %s, %.0f ms, %.3f of the shortest time%n",
        what,
        rows,
        engine.requests().stream()
            .collect(Collectors.groupingBy(request -> request, Collectors.counting())),
        millis,
        millis / shortest.toMillis());
  }
}
