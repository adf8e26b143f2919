package dev.roster.calcite.statement;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One execution as the driver sees it. Between the driver and the rows stands Calcite, which hands
 * nothing through; so the driver marks the thread while it executes, and the statement that starts
 * there takes the mark along.
 */
public final class Execution {

  private static final ThreadLocal<@Nullable Execution> CURRENT = new ThreadLocal<>();

  // The parts of a batch are one execution, and share them.
  final Map<StatementCalls.Distinct, CompletableFuture<?>> reads = new ConcurrentHashMap<>();

  private final List<SQLWarning> warnings = new ArrayList<>();

  /** What runs under the mark. */
  public interface Task<T> {
    /** Does it. */
    T run() throws SQLException;
  }

  /** Returns the execution that the driver has started on this thread, or null if it has not. */
  static @Nullable Execution current() {
    return CURRENT.get();
  }

  /** Runs a task with this execution as the thread's current one. */
  public <T> T during(Task<T> task) throws SQLException {
    Execution before = CURRENT.get();
    CURRENT.set(this);
    try {
      return task.run();
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  /**
   * Adds a warning.
   *
   * @param message in the form of an error message: where, what happened, what it means
   * @param vendorCode the HTTP status, or 0 where no single answer is involved
   */
  synchronized void warn(String message, int vendorCode) {
    SQLWarning warning = new SQLWarning(message, "01000", vendorCode);
    if (!warnings.isEmpty()) {
      warnings.get(warnings.size() - 1).setNextWarning(warning);
    }
    warnings.add(warning);
  }

  /** Returns the warnings so far as a chain, or null if there are none. */
  public synchronized @Nullable SQLWarning warnings() {
    return warnings.isEmpty() ? null : warnings.get(0);
  }

  /** Forgets the warnings so far. */
  public synchronized void clearWarnings() {
    warnings.clear();
  }
}
