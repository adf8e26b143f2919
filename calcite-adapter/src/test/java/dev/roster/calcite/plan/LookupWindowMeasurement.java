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
 * Measures how long 1,000 calls of 50 ms take with 8 under way, as a ratio to the shortest time
 * possible: {@code ceil(1000 / 8) * 50 ms}. A main class and no test, for it says what a machine
 * does. The sandbox runs in the same process.
 */
public final class LookupWindowMeasurement {

  private static final int KEYS = 1000;
  private static final int UNDER_WAY = 8;
  private static final Duration LATENCY = Duration.ofMillis(50);

  private LookupWindowMeasurement() {}

  /** Prints the ratio of a join and of a list, each three times; the first warms up. */
  public static void main(String[] arguments) throws SQLException {
    List<String> ids = IntStream.rangeClosed(1, KEYS).mapToObj(i -> "acc_linkedin_" + i).toList();
    String values = ids.stream().map("('%s')"::formatted).collect(Collectors.joining(", "));
    String list = ids.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
    try (SandboxEngine engine = new SandboxEngine("maxConcurrency=" + UNDER_WAY)) {
      engine.sandbox.control().reset(KEYS);
      for (int i = 0; i < 3; i++) {
        measure(
            engine,
            "join",
            "SELECT p.account_id, p.headline FROM (VALUES "
                + values
                + ") k(id) JOIN postpress.linkedin_profile p ON p.account_id = k.id");
        measure(
            engine,
            "list",
            "SELECT account_id, headline FROM postpress.linkedin_profile WHERE account_id IN ("
                + list
                + ")");
      }
    }
  }

  private static void measure(SandboxEngine engine, String what, String sql) throws SQLException {
    engine.sandbox.control().fault(Fault.on("getOwnProfile").times(KEYS).latency(LATENCY));
    long begun = System.nanoTime();
    int rows = engine.rows(sql).size();
    double millis = (System.nanoTime() - begun) / 1e6;
    double shortest = Math.ceil((double) KEYS / UNDER_WAY) * LATENCY.toMillis();
    System.out.printf(
        Locale.ROOT,
        "%s: %d rows, %d requests, %.0f ms, %.2f of the shortest time%n",
        what,
        rows,
        engine.requests().size(),
        millis,
        millis / shortest);
  }
}
