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

  // Not supported, without its key, or with a column too many.
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
    BATCH,
    READ_ONLY,
    DRY_RUN
  }

  private static final Form[] EXECUTING = {
    Form.STATEMENT, Form.PREPARED, Form.CALLABLE, Form.BATCH
  };

  @Test
  void requestsAreExecutions() throws SQLException {
    for (int done = 0; done < STATEMENTS; done += STATEMENTS_A_SANDBOX) {
      try (RosterOnSandbox roster = new RosterOnSandbox()) {
        roster.sandbox.control().reset(20 + GeneratedWrite.ACCOUNTS);
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
    Form[] forms = random.nextInt(3) == 0 ? Form.values() : EXECUTING;
    Form form = forms[random.nextInt(forms.length)];
    return form == Form.STATEMENT && !write.values().isEmpty() ? Form.PREPARED : form;
  }

  private void run(RosterOnSandbox roster, GeneratedWrite write, Form form, String description)
      throws SQLException {
    roster.sandbox.clearRequests();
    int executions = 0;
    try {
      executions = execute(roster, write, form);
      outcomes.merge(executions == 0 ? "only looked at" : "executed", 1, Integer::sum);
    } catch (SQLException refused) {
      assertThat(refused.getSQLState()).as(description + refused).isIn(refusals(form));
      assertThat(roster.requests()).as("requests of a refused " + description).isEmpty();
      outcomes.merge("refused", 1, Integer::sum);
    }
    List<String> sent =
        roster.sandbox.requests().stream()
            .map(ReceivedRequest::operation)
            .filter(operation -> !READS.contains(operation))
            .toList();
    assertThat(sent).as(description).hasSize(write.requests(executions, form == Form.BATCH));
  }

  private static Set<String> refusals(Form form) {
    return form == Form.READ_ONLY ? Set.of("25006", "0A000", "42000") : REFUSALS;
  }

  /** Runs it, and returns how often it was executed with writes allowed. */
  private int execute(RosterOnSandbox roster, GeneratedWrite write, Form form) throws SQLException {
    Connection connection = roster.connection;
    return switch (form) {
      case EXPLAIN -> {
        try (PreparedStatement explain =
            connection.prepareStatement("EXPLAIN PLAN FOR " + write.sql())) {
          bind(explain, write);
          read(explain.executeQuery());
        }
        yield 0;
      }
      case PREPARE_ONLY -> {
        try (PreparedStatement prepared = connection.prepareStatement(write.sql())) {
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
          if (statement.execute(write.sql()) && random.nextBoolean()) {
            read(statement.getResultSet());
          }
        }
        yield 1;
      }
      case PREPARED -> prepared(connection.prepareStatement(write.sql()), write);
      case CALLABLE -> prepared(connection.prepareCall(write.sql()), write);
      case BATCH -> batch(connection, write);
      case READ_ONLY -> {
        connection.setReadOnly(true);
        try {
          prepared(connection.prepareStatement(write.sql()), write);
        } finally {
          connection.setReadOnly(false);
        }
        throw new AssertionError("A read-only connection ran " + write);
      }
      case DRY_RUN -> {
        prepared(roster.dryRun.prepareStatement(write.sql()), write);
        yield 0;
      }
    };
  }

  private int prepared(PreparedStatement statement, GeneratedWrite write) throws SQLException {
    int executions = 1 + random.nextInt(3);
    try (statement) {
      limit(statement);
      for (int i = 0; i < executions; i++) {
        bind(statement, write);
        if (write.isDml()) {
          statement.executeUpdate();
        } else if (random.nextBoolean()) {
          read(statement.executeQuery());
        } else if (statement.execute() && random.nextBoolean()) {
          statement.getMoreResults();
        }
      }
    }
    return executions;
  }

  private int batch(Connection connection, GeneratedWrite write) throws SQLException {
    int executions = 1 + random.nextInt(3);
    try (PreparedStatement prepared = connection.prepareStatement(write.sql())) {
      for (int i = 0; i < executions; i++) {
        bind(prepared, write);
        prepared.addBatch();
      }
      prepared.executeBatch();
    }
    return executions;
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
    int parameter = 1;
    for (Object value : write.valuesNow()) {
      statement.setObject(parameter++, value);
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
