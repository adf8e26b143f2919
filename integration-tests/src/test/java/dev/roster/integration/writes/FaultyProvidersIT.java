package dev.roster.integration.writes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.clients.testing.ReceivedWrite;
import dev.roster.clients.testing.SandboxProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writers on one ledger, each in a thread, whose providers cut connections, fail before and after
 * they acted, answer late, or with something else. After each round a person resolves what is
 * unknown, and the writers go on.
 */
class FaultyProvidersIT {

  @RegisterExtension static final SandboxProcess SANDBOX = new SandboxProcess();

  private static final int CALLS = Effort.of(600, 10_000);
  private static final int WRITERS = 4;
  private static final int STATEMENTS_A_ROUND = Effort.of(40, 250);

  private final List<ReceivedWrite> writes = new ArrayList<>();
  private final Map<Integer, Integer> statuses = new TreeMap<>();

  @Test
  void nothingIsSentTwiceAndNothingIsLost(@TempDir Path directory) throws Exception {
    Random random = Effort.random("faults");
    String url =
        SANDBOX.urlWithCredentials("writes=allow", "ledger=" + directory.resolve("ledger"));
    List<Writer> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(new Writer(url, "W" + i, STATEMENTS_A_ROUND, random.nextLong()));
    }
    int resolved = 0;
    try (Connection connection = DriverManager.getConnection(url)) {
      nameTheDefaultAccount(connection);
      while (calls() < CALLS) {
        new Weather(SANDBOX, random).forecast(2 * WRITERS * STATEMENTS_A_ROUND);
        write(writers);
        countWhatWasReceived();
        check(writers, LedgerRow.read(connection, "true"));
        Map<String, Boolean> found = Resolver.resolve(connection, writes);
        writers.forEach(writer -> found.forEach(writer::tell));
        resolved += found.size();
      }
      List<LedgerRow> rows = LedgerRow.read(connection, "true");
      WriteAudit.check(writes, rows);
      report(writers, rows, resolved);
    }
    assertThat(statuses).containsKeys(0, 200, 400, 401, 403, 429, 500, 502, 503);
  }

  // Before the first answer nobody knows which account an invitation without one is of.
  private void nameTheDefaultAccount(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CALL connectsafely.send_follow_invitations('105672171',"
              + " '[\"urn:li:fsd_profile:First\"]')");
    }
    countWhatWasReceived();
  }

  private static void write(List<Writer> writers) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      for (Future<Writer> writer : threads.invokeAll(writers)) {
        writer.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void countWhatWasReceived() {
    SANDBOX.requests().forEach(request -> statuses.merge(request.status(), 1, Integer::sum));
    writes.addAll(SANDBOX.writes());
    SANDBOX.reset();
  }

  private int calls() {
    return statuses.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** What the ledger says agrees with what was received, and with what the writers were told. */
  private void check(List<Writer> writers, List<LedgerRow> rows) {
    WriteAudit.check(writes, rows);
    Map<String, String> states = new HashMap<>();
    rows.forEach(row -> states.put(row.thing(), row.state()));
    for (Writer writer : writers) {
      writer
          .told()
          .forEach(
              (thing, told) ->
                  assertThat(told.states())
                      .as(
                          "%s, of which it was told %s; last failure: %s",
                          thing, told, writer.words(thing))
                      .contains(states.get(thing)));
    }
  }

  private void report(List<Writer> writers, List<LedgerRow> rows, int resolved) {
    Map<String, Integer> sqlStates = new TreeMap<>();
    writers.forEach(w -> w.states().forEach((state, n) -> sqlStates.merge(state, n, Integer::sum)));
    System.out.printf(
        "%d calls, answered %s; %d things received, %d done; %d entries, %s; %d resolved;"
            + " SQLSTATEs %s%n",
        calls(),
        statuses,
        writes.size(),
        writes.stream().filter(ReceivedWrite::done).count(),
        rows.size(),
        rows.stream().collect(Collectors.groupingBy(LedgerRow::state, Collectors.counting())),
        resolved,
        sqlStates);
  }
}
