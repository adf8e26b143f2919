package dev.roster.calcite.plan;

import dev.roster.calcite.error.FailedRowsException;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.calcite.table.RowOutcome;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.calcite.rel.core.TableModify.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A JDBC batch of one INSERT, UPDATE or DELETE with several sets of parameters. The statement is
 * executed once a part, which reads its rows; they are all written together in the last execution,
 * so that a request carries as many as it can.
 *
 * <p>An UPDATE keeps its order where that matters: what was collected is written first if a part
 * gives one of the keys another value, and at once if the new value may depend on the old one.
 */
public final class WriteBatch {

  // Between the driver and the rows stands Calcite, which hands nothing through.
  private static final ThreadLocal<@Nullable WriteBatch> CURRENT = new ThreadLocal<>();

  private final long[] counts;
  private final List<@Nullable Object[]> pending = new ArrayList<>();
  private final List<Integer> partsOfPending = new ArrayList<>();
  private final Map<@Nullable Object, @Nullable Object[]> pendingKeys = new HashMap<>();
  private final List<SqlStateException> failures = new ArrayList<>();
  private int part;
  private int written;
  private int rows;
  private String where = "batch";

  /** Executes the statement with one set of parameters. */
  @FunctionalInterface
  public interface Part {
    /** Does it; {@code index} is from 0. */
    void execute(int index) throws SQLException;
  }

  /** Makes a batch of so many parts. */
  public WriteBatch(int parts) {
    counts = new long[parts];
  }

  /** Returns the batch that is being executed on this thread, or null if none is. */
  static @Nullable WriteBatch current() {
    return CURRENT.get();
  }

  /**
   * Executes all parts.
   *
   * @throws SQLException the first failure of a part; then no part was written but those of which
   *     {@link #counts()} tells
   * @throws FailedRowsException if all were executed, but not all rows are done
   */
  public void execute(Part each) throws SQLException {
    CURRENT.set(this);
    try {
      for (part = 0; part < counts.length; part++) {
        each.execute(part);
      }
    } finally {
      CURRENT.remove();
    }
    if (!failures.isEmpty()) {
      throw new FailedRowsException(where, rows, counts, failures);
    }
  }

  /**
   * Returns what the parts that were written have confirmed, one number a part, in order; {@link
   * Statement#EXECUTE_FAILED} for one of which a row is not done.
   */
  public long[] counts() {
    return Arrays.copyOf(counts, written);
  }

  /** Returns why rows of the parts that were written are not done. */
  public List<SqlStateException> failures() {
    return List.copyOf(failures);
  }

  /** Takes the rows of the part that is being executed. */
  void add(Modification modification, List<@Nullable Object[]> more, StatementCalls calls) {
    boolean update = modification.operation() == Operation.UPDATE;
    if (update && more.stream().anyMatch(this::givesOtherValue)) {
      write(modification, calls, part);
    }
    for (@Nullable Object[] values : more) {
      pending.add(values);
      partsOfPending.add(part);
      pendingKeys.put(values[0], values);
    }
    if (part == counts.length - 1 || (update && modification.readsFirst())) {
      write(modification, calls, part + 1);
    }
  }

  private boolean givesOtherValue(@Nullable Object[] values) {
    @Nullable Object[] before = pendingKeys.get(values[0]);
    return before != null && !Arrays.equals(before, values);
  }

  private void write(Modification modification, StatementCalls calls, int untilPart) {
    where = modification.where();
    List<@Nullable Object[]> now = new ArrayList<>(pending);
    List<Integer> parts = List.copyOf(partsOfPending);
    pending.clear();
    partsOfPending.clear();
    pendingKeys.clear();
    if (!now.isEmpty()) {
      calls.forgetReads();
      List<RowOutcome> outcomes = modification.write().run(now, calls);
      for (int i = 0; i < outcomes.size(); i++) {
        count(parts.get(i), outcomes.get(i));
      }
    }
    rows += now.size();
    written = untilPart;
  }

  private void count(int of, RowOutcome outcome) {
    if (outcome.failure() != null) {
      failures.add(Objects.requireNonNull(outcome.failure()));
      counts[of] = Statement.EXECUTE_FAILED;
    } else if (outcome.counted() && counts[of] != Statement.EXECUTE_FAILED) {
      counts[of]++;
    }
  }
}
