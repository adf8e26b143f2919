package dev.roster.integration.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.clients.testing.ReceivedWrite;
import dev.roster.clients.testing.SandboxProcess;
import dev.roster.integration.writes.Effort;
import dev.roster.integration.writes.LedgerRow;
import dev.roster.integration.writes.WriteAudit;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sixteen connections of four customers ask and edit, while providers are slow, cut connections,
 * refuse, and answer with what is no answer; statements are cancelled, interrupted, closed and
 * left. Each statement gives exactly its rows or fails with an SQLSTATE that it may have, none
 * hangs, and nothing is left at the end.
 */
class ChaosIT {

  @RegisterExtension static final SandboxProcess SANDBOX = new SandboxProcess();

  private static final Duration TIME = Duration.ofSeconds(Long.getLong("roster.chaosSeconds", 120));
  private static final int ROUNDS = 12;
  private static final int CONNECTIONS_A_CUSTOMER = 4;

  // Each is asked once before, while nothing goes wrong.
  private static final int QUESTIONS_OF_A_SHAPE = TIME.toMinutes() < 10 ? 1 : 4;

  // Far longer than the slowest statement takes: some forty calls, each with its three tries.
  private static final Duration HANGS = Duration.ofSeconds(60);

  // Each connection that is opened has one of these; those of a customer share its credentials.
  private static final List<String> PROPERTIES =
      List.of(
          "maxConcurrency=8;cacheTtl=0;requestsPerMinute=0",
          "maxConcurrency=3;cacheTtl=1;requestsPerMinute=0",
          "maxConcurrency=1;cacheTtl=0;requestsPerMinute=0",
          "maxConcurrency=20;cacheTtl=30;requestsPerMinute=6000",
          "maxConcurrency=8;cacheTtl=0;requestsPerMinute=0;partial=true",
          "maxConcurrency=5;cacheTtl=30;requestsPerMinute=0;partial=true");

  // About: its URL and its error are most of it.
  private static final long BYTES_OF_A_LOGGED_REQUEST = 1024;

  private final Totals totals = new Totals();
  private final Totals requests = new Totals();
  private final List<ReceivedWrite> writes = new ArrayList<>();
  private final List<Long> heaps = new ArrayList<>();
  private final List<Long> logged = new ArrayList<>();
  private final List<Integer> classes = new ArrayList<>();
  private final ReadWriteLock gate = new ReentrantReadWriteLock(true);

  @Test
  @Timeout(value = 45, unit = TimeUnit.MINUTES)
  void everyStatementGivesItsRowsOrFailsAsItMayAndNothingIsLeft(@TempDir Path directory)
      throws Exception {
    Leftovers leftovers = new Leftovers();
    Random random = Effort.random("chaos");
    String ledger = "ledger=" + directory.resolve("ledger");
    ScheduledExecutorService others = Executors.newScheduledThreadPool(2);
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Asker> askers = askers(customers(), ledger, others, random);
      run(askers, threads, new BadDay(SANDBOX, random));
      askInPeace(askers, threads);
      collect();
      audit(ledger);
      for (Asker asker : askers) {
        asker.close();
      }
    } finally {
      others.shutdownNow();
      threads.shutdownNow();
      report();
    }
    leftovers.check(SANDBOX);
    checkMemory();
    checkThatItWasABadDay();
  }

  private static List<Customer> customers() {
    List<Customer> customers = new ArrayList<>();
    SANDBOX.reset(Customer.ACCOUNTS);
    for (String name : List.of("sandbox", "north", "east", "south")) {
      customers.add(new Customer(name, customers.size() * Customer.ACCOUNTS));
      if (customers.size() > 1) {
        SANDBOX.addTenant(name, Customer.ACCOUNTS);
      }
    }
    return customers;
  }

  private List<Asker> askers(
      List<Customer> customers, String ledger, ScheduledExecutorService others, Random random)
      throws SQLException {
    List<Asker> askers = new ArrayList<>();
    for (Customer customer : customers) {
      List<String> urls =
          PROPERTIES.stream()
              .map(
                  properties ->
                      SANDBOX.url("writes=allow", properties, ledger, customer.credentials()))
              .toList();
      List<Question> questions = new ArrayList<>();
      try (Connection connection = DriverManager.getConnection(urls.get(0))) {
        for (Question question : new Questions(customer, random).make(QUESTIONS_OF_A_SHAPE)) {
          questions.add(question.answered(connection));
        }
      }
      for (int i = 1; i <= CONNECTIONS_A_CUSTOMER; i++) {
        askers.add(
            new Asker(
                customer,
                urls,
                questions,
                others,
                gate.readLock(),
                totals,
                customer.account("linkedin", Customer.READ + i),
                random.nextLong()));
      }
    }
    return askers;
  }

  /** Lets all ask, in rounds; between them nobody does, and what there is is counted. */
  private void run(List<Asker> askers, ExecutorService threads, BadDay day) throws Exception {
    List<Future<Asker>> running = new ArrayList<>();
    for (Asker asker : askers) {
      running.add(threads.submit(asker));
    }
    try {
      for (int round = 0; round < ROUNDS; round++) {
        long end = System.nanoTime() + TIME.dividedBy(ROUNDS).toNanos();
        while (System.nanoTime() < end) {
          day.change();
          watch(
              askers, running, Math.min(end, System.nanoTime() + Duration.ofSeconds(2).toNanos()));
        }
        betweenRounds(askers);
      }
    } finally {
      askers.forEach(Asker::stop);
    }
    day.end();
    for (Future<Asker> each : running) {
      each.get(HANGS.toSeconds(), TimeUnit.SECONDS);
    }
    System.out.println(
        "slowest statement: "
            + askers.stream().map(Asker::slowest).max(Duration::compareTo).orElseThrow());
  }

  /**
   * When nothing goes wrong any more, every statement is answered, on the connections there are.
   */
  private static void askInPeace(List<Asker> askers, ExecutorService threads) throws Exception {
    List<Future<Asker>> running =
        askers.stream().map(asker -> threads.submit(asker::askInPeace)).toList();
    for (Future<Asker> each : running) {
      each.get(HANGS.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private static void watch(List<Asker> askers, List<Future<Asker>> running, long end)
      throws Exception {
    for (int i = 0; System.nanoTime() < end; i = (i + 1) % running.size()) {
      try {
        running.get(i).get(20, TimeUnit.MILLISECONDS);
        throw new AssertionError("An asker ended too early.");
      } catch (TimeoutException stillRunning) {
        failIfSomethingHangs(askers);
      } catch (ExecutionException failed) {
        throw new AssertionError("A statement went wrong.", failed.getCause());
      }
    }
  }

  private static void failIfSomethingHangs(List<Asker> askers) {
    for (Asker asker : askers) {
      String what = asker.hangs(HANGS);
      if (what != null) {
        throw new AssertionError(what + " hangs. All threads:\n" + stacks());
      }
    }
  }

  private static String stacks() {
    return Thread.getAllStackTraces().entrySet().stream()
        .map(
            thread ->
                thread.getKey()
                    + "\n"
                    + Arrays.stream(thread.getValue())
                        .map(frame -> "  " + frame)
                        .collect(Collectors.joining("\n")))
        .collect(Collectors.joining("\n"));
  }

  private void betweenRounds(List<Asker> askers) throws InterruptedException, SQLException {
    if (!gate.writeLock().tryLock(HANGS.toSeconds(), TimeUnit.SECONDS)) {
      failIfSomethingHangs(askers);
      throw new AssertionError("Statements do not end. All threads:\n" + stacks());
    }
    try {
      collect();
      heaps.add(Leftovers.liveHeap());
      logged.add(loggedRequests());
      classes.add(Leftovers.classes());
    } finally {
      gate.writeLock().unlock();
    }
  }

  // Of the whole process; asking for them calls nobody.
  private static long loggedRequests() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:roster:ledger=none");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM roster.requests")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void collect() {
    SANDBOX.requests().forEach(request -> requests.count(String.valueOf(request.status())));
    writes.addAll(SANDBOX.writes());
    SANDBOX.forgetRequests();
  }

  private void audit(String ledger) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(SANDBOX.urlWithCredentials("writes=allow", ledger))) {
      WriteAudit.check(writes, LedgerRow.read(connection, "true"));
    }
  }

  private void report() {
    System.out.printf(
        "%d statements: %s%n%d requests, answered (0: cut): %s%nlive heap in kB after each round:"
            + " %s%nrequests in the log: %s%nclasses: %s%n",
        totals.sum(),
        totals,
        requests.sum(),
        requests,
        heaps.stream().map(bytes -> bytes / 1024).toList(),
        logged,
        classes);
  }

  /**
   * Compares the first third with the last. The log of requests is left out, which is not full in
   * the first one; some megabytes more are allowed, as the classes of statements come and go.
   */
  private void checkMemory() {
    List<Long> besides = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      besides.add(heaps.get(round) - BYTES_OF_A_LOGGED_REQUEST * logged.get(round));
    }
    assertThat(median(besides, 2) - median(besides, 0))
        .as("growth of the live heap, of %s with %s requests in the log", heaps, logged)
        .isLessThan(10_000_000L);
    assertThat(median(classes, 2) - median(classes, 0))
        .as("more classes, of %s", classes)
        .isLessThan(1000L);
  }

  private static long median(List<? extends Number> ofRounds, int third) {
    return ofRounds.subList(third * ROUNDS / 3, (third + 1) * ROUNDS / 3).stream()
        .mapToLong(Number::longValue)
        .sorted()
        .skip(ROUNDS / 6)
        .findFirst()
        .orElseThrow();
  }

  private void checkThatItWasABadDay() {
    for (String status : List.of("0", "200", "404", "408", "429", "500", "502", "503", "504")) {
      assertThat(requests.of(status)).as("requests answered %s", status).isPositive();
    }
    for (String outcome : List.of("all rows", "left", "edited", "08001", "08006", "57014")) {
      assertThat(totals.of(outcome)).as("statements with %s, of %s", outcome, totals).isPositive();
    }
  }
}
