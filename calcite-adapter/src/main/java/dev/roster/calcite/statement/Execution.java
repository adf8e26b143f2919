package dev.roster.calcite.statement;

import dev.roster.bindings.Operation;
import dev.roster.calcite.error.SqlStateException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
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
  // Their messages: a key that is looked up again has no row again.
  private final Set<String> warned = new HashSet<>();
  private final long mostRows;
  private final AtomicLong calls = new AtomicLong();
  private volatile @Nullable SqlStateException overspent;
  private final boolean partial;
  private final Set<Runnable> endings = ConcurrentHashMap.newKeySet();

  /** What runs under the mark. */
  public interface Task<T> {
    /** Does it. */
    T run() throws SQLException;
  }

  /** Begins one whose rows are all wanted. */
  public Execution() {
    this(0, false);
  }

  /**
   * Begins one.
   *
   * @param mostRows how many of its rows are read at most; 0 is no limit
   * @param partial whether keys that do not answer are left out with a warning, instead of failing
   *     the statement
   */
  public Execution(long mostRows, boolean partial) {
    this.mostRows = mostRows;
    this.partial = partial;
  }

  /** Returns how many of the rows are read at most; {@link Long#MAX_VALUE} is no limit. */
  long mostRows() {
    return mostRows == 0 ? Long.MAX_VALUE : mostRows;
  }

  /** Returns whether keys that do not answer are left out. */
  boolean partial() {
    return partial;
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

  /** Returns how many calls were counted. */
  long calls() {
    return calls.get();
  }

  /**
   * Counts a call that is about to be sent.
   *
   * @throws SqlStateException 53400 if it is more than {@code most}; then the statement has ended
   */
  void spend(Operation operation, long most) {
    if (calls.incrementAndGet() > most) {
      SqlStateException failure = CallBudget.spent(operation, most);
      overspent = failure;
      end();
      throw failure;
    }
  }

  /** Throws what {@link #spend} has thrown, whoever met it. */
  void checkSpent() {
    SqlStateException failure = overspent;
    if (failure != null) {
      throw failure;
    }
  }

  /** Says what ends calls that are under way, until they have ended. */
  void endedBy(Runnable ending) {
    endings.add(ending);
  }

  /** Forgets what ended calls that have ended. */
  void hasEnded(Runnable ending) {
    endings.remove(ending);
  }

  /** Ends the calls that are under way, whether or not somebody waits for them. */
  public void end() {
    endings.forEach(Runnable::run);
  }

  /**
   * Adds a warning, unless it was added before.
   *
   * @param message in the form of an error message: where, what happened, what it means
   * @param vendorCode the HTTP status, or 0 where no single answer is involved
   */
  void warn(String message, int vendorCode) {
    warn(new SQLWarning(message, "01000", vendorCode));
  }

  /** Adds a warning, unless one with its message was added before. */
  synchronized void warn(SQLWarning warning) {
    if (!warned.add(String.valueOf(warning.getMessage()))) {
      return;
    }
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
    warned.clear();
  }
}
