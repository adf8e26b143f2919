package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.sandbox.ReceivedRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A property of every statement: the sandbox receives what the executions that the driver accepted
 * were to send, each once, and nothing of a statement that it refuses, explains, or only prepares.
 *
 * <p>The statements are made at random. The seed is printed with each failure, and {@code
 * -Droster.seed=...} repeats a run.
 */
class WritesRunOnceTest {

  private static final int STATEMENTS = 5_000;
  private static final int STATEMENTS_A_SANDBOX = 200;

  private static final Set<String> READS =
      Set.of("accounts.getAll", "accounts.getConnectionSession", "ownProfile.get");

  // Not supported or not valid SQL.
  private static final Set<String> REFUSALS = Set.of("0A000", "42000");

  private final long seed = Long.getLong("roster.seed", 20_261_121);
  private final Random random = new Random(seed);
  private final Map<String, Integer> outcomes = new TreeMap<>();

  /** How a statement is run. */
  private enum Form {
    EXPLAIN,
    PREPARE_ONLY,
    STATEMENT,
    PREPARED,
    CALLABLE,
    BATCH
  }

  @Test
  void requestsAreExecutions() throws SQLException {
    for (int done = 0; done < STATEMENTS; done += STATEMENTS_A_SANDBOX) {
      try (RosterOnSandbox roster = new RosterOnSandbox()) {
        roster.sandbox.control().setReparseTime(Duration.ZERO);
        for (int i = done; i < done + STATEMENTS_A_SANDBOX; i++) {
          GeneratedWrite write = GeneratedWrite.next(random);
          Form form = form(write);
          run(roster, write, form, "%d of seed %d, %s: %s ".formatted(i, seed, form, write.sql()));
        }
      }
    }
    System.out.println("Statements of seed " + seed + ": " + outcomes);
    // Refusing everything would keep the property too.
    assertThat(outcomes.get("executed")).isGreaterThan(STATEMENTS / 4);
    assertThat(outcomes.get("refused")).isGreaterThan(STATEMENTS / 10);
  }

  private Form form(GeneratedWrite write) {
    Form form = Form.values()[random.nextInt(Form.values().length)];
    return form == Form.STATEMENT && !write.values().isEmpty() ? Form.PREPARED : form;
  }

  private void run(RosterOnSandbox roster, GeneratedWrite write, Form form, String description) {
    roster.sandbox.clearRequests();
    int executions = 0;
    try {
      executions = execute(roster.connection, write, form);
      outcomes.merge(executions == 0 ? "only looked at" : "executed", 1, Integer::sum);
    } catch (SQLException refused) {
      assertThat(refused.getSQLState()).as(description + refused).isIn(REFUSALS);
      assertThat(roster.requests()).as("requests of a refused " + description).isEmpty();
      outcomes.merge("refused", 1, Integer::sum);
    }
    List<String> sent =
        roster.sandbox.requests().stream()
            .map(ReceivedRequest::operation)
            .filter(operation -> !READS.contains(operation))
            .toList();
    assertThat(sent).as(description).hasSize(executions * write.requests());
  }

  private int execute(Connection connection, GeneratedWrite write, Form form) throws SQLException {
    String sql = write.sql();
    // What is invited by name is invited once.
    int executions = write.isFreshEachTime() ? 1 + random.nextInt(3) : 1;
    return switch (form) {
      case EXPLAIN -> {
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN PLAN FOR " + sql)) {
          bind(explain, write);
          read(explain.executeQuery());
        }
        yield 0;
      }
      case PREPARE_ONLY -> {
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
          prepared.getMetaData();
          prepared.getParameterMetaData().getParameterCount();
          bind(prepared, write);
          prepared.clearParameters();
        }
        yield 0;
      }
      case STATEMENT -> {
        try (Statement statement = connection.createStatement()) {
          limit(statement);
          if (statement.execute(sql) && random.nextBoolean()) {
            read(statement.getResultSet());
          }
        }
        yield 1;
      }
      case PREPARED, CALLABLE -> {
        try (PreparedStatement prepared =
            form == Form.CALLABLE
                ? connection.prepareCall(sql)
                : connection.prepareStatement(sql)) {
          limit(prepared);
          for (int i = 0; i < executions; i++) {
            bind(prepared, write);
            if (random.nextBoolean()) {
              read(prepared.executeQuery());
            } else if (prepared.execute() && random.nextBoolean()) {
              prepared.getMoreResults();
            }
          }
        }
        yield executions;
      }
      case BATCH -> {
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
          for (int i = 0; i < executions; i++) {
            bind(prepared, write);
            prepared.addBatch();
          }
          prepared.executeBatch();
        }
        yield executions;
      }
    };
  }

  private void limit(Statement statement) throws SQLException {
    if (random.nextInt(3) == 0) {
      statement.setMaxRows(1 + random.nextInt(2));
    }
    if (random.nextInt(3) == 0) {
      statement.setFetchSize(1);
    }
  }

  private static void bind(PreparedStatement statement, GeneratedWrite write) throws SQLException {
    for (int i = 0; i < write.values().size(); i++) {
      Object value = write.values().get(i);
      statement.setObject(
          i + 1, value == GeneratedWrite.FRESH ? GeneratedWrite.urns(write.people()) : value);
    }
  }

  /** Reads all rows, some, or none. */
  private void read(ResultSet rows) throws SQLException {
    int most = random.nextInt(4);
    for (int i = 0; (most == 3 || i < most) && rows.next(); i++) {
      rows.getString(1);
    }
    if (random.nextBoolean()) {
      rows.close();
    }
  }
}
