package dev.roster.jdbc;

import dev.roster.calcite.plan.CheckedRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long it takes from the request to end a statement until its provider sees the client
 * go that waits for an answer, and until the thread that waits for rows is told. For the query
 * time-out the request is the moment at which it is over. A main class and no test, for it says
 * what a machine does; the provider is in the same process, and never answers.
 */
public final class CancelMeasurement {

  private static final int TIMES = 20;
  private static final int WARM_UP = 5;
  private static final int TIMEOUT_SECONDS = 1;

  private static final String ENDLESS =
      IntStream.range(0, 10)
          .mapToObj(i -> "(VALUES 0, 1, 2, 3, 4, 5, 6, 7, 8, 9) AS d" + i + " (x" + i + ")")
          .collect(Collectors.joining(" CROSS JOIN "));

  private CancelMeasurement() {}

  /** What a statement does when it is ended. */
  private enum Place {
    SCAN("waits for a call", "SELECT name FROM linkedapi.accounts"),
    SORT("waits below a sort", "SELECT name FROM linkedapi.accounts ORDER BY name"),
    GROUPS(
        "waits below an aggregation",
        "SELECT status, count(*) FROM linkedapi.accounts GROUP BY status"),
    SORTS("sorts", "SELECT x0 FROM " + ENDLESS + " ORDER BY x0 + x1 LIMIT 3"),
    COUNTS("counts", "SELECT x0, count(*) FROM " + ENDLESS + " GROUP BY x0"),
    JOINS(
        "joins by a condition",
        "SELECT a.x FROM (VALUES 1, 2) AS a (x) JOIN (SELECT * FROM "
            + ENDLESS
            + ") AS b ON a.x > b.x0 + 10");

    private final String shown;
    private final String sql;

    Place(String shown, String sql) {
      this.shown = shown;
      this.sql = sql;
    }

    boolean calls() {
      return sql.contains("linkedapi");
    }
  }

  /** Prints a line for each place and each ending. */
  public static void main(String[] arguments) throws Exception {
    System.out.println("milliseconds (min, median, max)");
    System.out.printf(
        "%-28s%-18s%22s%22s%n", "statement", "ended by", "client gone", "thread told");
    for (Place place : Place.values()) {
      for (Ending ending : Ending.values()) {
        print(place, ending);
      }
      print(place, null);
    }
  }

  private static void print(Place place, @Nullable Ending ending) throws Exception {
    List<Double> gone = new ArrayList<>();
    List<Double> told = new ArrayList<>();
    for (int i = 0; i < WARM_UP + TIMES; i++) {
      List<Double> goneNow = i < WARM_UP ? new ArrayList<>() : gone;
      measure(place, ending, goneNow, i < WARM_UP ? new ArrayList<>() : told);
    }
    System.out.printf(
        "%-28s%-18s%22s%22s%n",
        place.shown, ending == null ? "QUERY_TIMEOUT" : ending, shown(gone), shown(told));
  }

  private static String shown(List<Double> delays) {
    if (delays.isEmpty()) {
      return "-";
    }
    Collections.sort(delays);
    return String.format(
        Locale.ROOT,
        "%.1f %.1f %.1f",
        delays.get(0),
        delays.get(delays.size() / 2),
        delays.get(delays.size() - 1));
  }

  /**
   * Ends a statement once.
   *
   * @param ending null for the query time-out
   */
  private static void measure(
      Place place, @Nullable Ending ending, List<Double> gone, List<Double> told) throws Exception {
    try (HeldProvider provider = new HeldProvider();
        Connection connection = provider.connect();
        PreparedStatement statement = connection.prepareStatement(place.sql)) {
      statement.setQueryTimeout(ending == null ? TIMEOUT_SECONDS : 0);
      long begun = System.nanoTime();
      Reader reader = new Reader(statement::executeQuery);
      long ended = begun + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
      if (ending != null) {
        waitUntilItRuns(place, provider, reader);
        ended = System.nanoTime();
        ending.end(statement, reader.thread);
      }
      reader.failure();
      told.add((reader.endNanos() - ended) / 1e6);
      if (place.calls()) {
        provider.waitUntilUnderWay(0);
        gone.add((provider.lastGoneNanos() - ended) / 1e6);
      }
    }
  }

  private static void waitUntilItRuns(Place place, HeldProvider provider, Reader reader) {
    if (place.calls()) {
      provider.waitUntilUnderWay(1);
      reader.waitUntilItWaits();
      return;
    }
    String computing = CheckedRows.class.getName();
    while (Stream.of(reader.thread.getStackTrace())
        .noneMatch(frame -> frame.getClassName().startsWith(computing))) {
      Thread.onSpinWait();
    }
  }
}
