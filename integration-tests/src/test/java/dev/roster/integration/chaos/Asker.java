package dev.roster.integration.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * A thread that asks one question after the other on a connection of its own, and now and then
 * edits an account that nobody else edits. It fails when an answer is wrong.
 */
final class Asker implements Callable<Asker> {

  /**
   * The SQLSTATEs that a bad day may bring to a read: something else answers at the provider's
   * address, a failure of the provider or the network, too many requests, and what a provider
   * itself calls a time-out.
   */
  static final Set<String> OF_THE_DAY = Set.of("08001", "08006", "53300", "HYT00");

  private final Customer customer;
  private final List<String> urls;
  private final List<Question> questions;
  private final ScheduledExecutorService others;
  private final Lock gate;
  private final Totals totals;
  private final Random random;
  private final Edits edits;

  private @Nullable Connection connection;
  private volatile boolean stopped;
  private volatile @Nullable Doing doing;
  private volatile long slowestNanos;

  /** What it does since when. */
  private record Doing(Question question, Disturbance disturbance, long sinceNanos) {}

  /**
   * Makes one.
   *
   * @param urls the URLs that it connects with, now this one, now that
   * @param others the threads of those who disturb
   * @param gate is held while a statement runs
   * @param account the account that it edits
   */
  Asker(
      Customer customer,
      List<String> urls,
      List<Question> questions,
      ScheduledExecutorService others,
      Lock gate,
      Totals totals,
      String account,
      long seed) {
    this.customer = customer;
    this.urls = urls;
    this.questions = questions;
    this.others = others;
    this.gate = gate;
    this.totals = totals;
    this.random = new Random(seed);
    this.edits = new Edits(account, totals, random);
  }

  /** Asks until it is stopped. */
  @Override
  public Asker call() throws SQLException {
    while (!stopped) {
      gate.lock();
      try {
        if (random.nextInt(30) == 0) {
          edits.edit(connection());
        } else {
          ask(questions.get(random.nextInt(questions.size())), disturbance());
        }
        if (random.nextInt(60) == 0) {
          close();
        }
      } finally {
        doing = null;
        gate.unlock();
      }
    }
    return this;
  }

  private Disturbance disturbance() {
    Disturbance[] all = Disturbance.values();
    return random.nextInt(4) == 0 ? all[random.nextInt(all.length)] : Disturbance.NONE;
  }

  private void ask(Question question, Disturbance disturbance) throws SQLException {
    try (PreparedStatement statement = question.prepare(connection())) {
      execute(question, disturbance, statement);
      if (disturbance.leavesTheStatement()) {
        statement.setQueryTimeout(0);
        execute(question, Disturbance.NONE, statement);
      }
    }
    if (disturbance == Disturbance.CLOSE_CONNECTION) {
      close();
    }
  }

  private void execute(Question question, Disturbance disturbance, PreparedStatement statement)
      throws SQLException {
    long start = System.nanoTime();
    doing = new Doing(question, disturbance, start);
    List<List<@Nullable String>> rows = new ArrayList<>();
    boolean left = false;
    SQLException failure = null;
    Disturbance.Running running = disturbance.begin(statement, others, random.nextInt(80));
    try (ResultSet set = statement.executeQuery()) {
      while (!left && set.next()) {
        rows.add(Question.row(set));
        left = disturbance == Disturbance.LEAVE;
      }
    } catch (SQLException failed) {
      failure = failed;
    } finally {
      running.end();
    }
    slowestNanos = Math.max(slowestNanos, System.nanoTime() - start);
    if (failure != null) {
      question.checkSome(rows);
      check(question, disturbance, failure);
    } else if (left) {
      question.checkSome(rows);
      totals.count("left");
    } else {
      question.checkAll(rows);
      totals.count("all rows");
    }
  }

  private void check(Question question, Disturbance disturbance, SQLException failure) {
    Set<String> expected = new HashSet<>(disturbance.states());
    if (question.calls()) {
      expected.addAll(OF_THE_DAY);
    }
    if (!expected.contains(String.valueOf(failure.getSQLState()))) {
      throw new AssertionError(
          "%s, with %s, may fail with %s only".formatted(question, disturbance, expected), failure);
    }
    assertThat(failure.getMessage()).as("the message of a %s", failure).isNotBlank();
    for (String secret : customer.secrets()) {
      assertThat(failure.getMessage()).doesNotContain(secret);
    }
    totals.count(failure.getSQLState());
  }

  /** Asks some questions that must be answered, on the connection that it has. */
  Asker askInPeace() throws SQLException {
    for (int i = 0; i < 10; i++) {
      Question question = questions.get(random.nextInt(questions.size()));
      try {
        question.checkAll(question.answered(connection()).rows());
      } catch (SQLException failed) {
        throw new AssertionError(question + " fails when all is over", failed);
      }
    }
    edits.check(connection());
    return this;
  }

  private Connection connection() throws SQLException {
    if (connection == null) {
      connection = DriverManager.getConnection(urls.get(random.nextInt(urls.size())));
    }
    return connection;
  }

  /** Closes its connection; it takes another one if it goes on. */
  void close() throws SQLException {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }

  /** Lets it end after the statement that runs. */
  void stop() {
    stopped = true;
  }

  /** Returns what it does, if it does it for longer than that; null otherwise. */
  @Nullable String hangs(Duration bound) {
    Doing now = doing;
    return now != null && System.nanoTime() - now.sinceNanos > bound.toNanos()
        ? now.toString()
        : null;
  }

  Duration slowest() {
    return Duration.ofNanos(slowestNanos);
  }
}
