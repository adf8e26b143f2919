package dev.roster.integration.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
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

  /** What a URL has in it whose connection takes the rows there are. */
  private static final String PARTIAL = "partial=true";

  private final Customer customer;
  private final List<String> urls;
  private final List<Question> questions;
  private final ScheduledExecutorService others;
  private final Lock gate;
  private final Totals totals;
  private final Random random;
  private final Edits edits;

  private @Nullable Connection connection;
  // Whether the connection has partial=true.
  private boolean partial;
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
        Connection open = connection();
        if (random.nextInt(30) == 0) {
          edits.edit(open, partial);
        } else {
          ask(open, question(), disturbance());
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

  // Where it takes what there is, it asks what it can judge then.
  private Question question() {
    Question question;
    do {
      question = questions.get(random.nextInt(questions.size()));
    } while (partial && !question.grows());
    return question;
  }

  private Disturbance disturbance() {
    Disturbance[] all = Disturbance.values();
    return random.nextInt(4) == 0 ? all[random.nextInt(all.length)] : Disturbance.NONE;
  }

  private void ask(Connection open, Question question, Disturbance disturbance)
      throws SQLException {
    try (PreparedStatement statement = question.prepare(open)) {
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
    boolean leftOut = false;
    SQLException failure = null;
    Disturbance.Running running = disturbance.begin(statement, others, random.nextInt(80));
    try (ResultSet set = statement.executeQuery()) {
      while (!left && set.next()) {
        rows.add(Question.row(set));
        left = disturbance == Disturbance.LEAVE;
      }
      leftOut = saysThatRowsAreLeftOut(statement);
    } catch (SQLException failed) {
      failure = failed;
    } finally {
      running.end();
    }
    slowestNanos = Math.max(slowestNanos, System.nanoTime() - start);
    if (partial) {
      question.checkAnyOf(rows);
    } else {
      question.checkSome(rows);
    }
    if (failure != null) {
      check(question, disturbance, failure);
    } else if (left) {
      totals.count("left");
    } else if (leftOut) {
      totals.count("some rows");
    } else {
      question.checkAll(rows);
      totals.count("all rows");
    }
  }

  /** With partial=true, what did not answer is told by a warning with its SQLSTATE. */
  private boolean saysThatRowsAreLeftOut(Statement statement) throws SQLException {
    boolean said = false;
    for (SQLWarning warning = statement.getWarnings();
        warning != null;
        warning = warning.getNextWarning()) {
      // That there is no such account is an answer.
      if (!"01000".equals(warning.getSQLState())) {
        assertThat(OF_THE_DAY).as("SQLSTATE of %s", warning).contains(warning.getSQLState());
        assertThat(partial).as("partial, of %s", warning).isTrue();
        said = true;
      }
    }
    return said;
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
    edits.check(connection(), false);
    return this;
  }

  private Connection connection() throws SQLException {
    if (connection == null) {
      String url = urls.get(random.nextInt(urls.size()));
      connection = DriverManager.getConnection(url);
      partial = url.contains(PARTIAL);
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
