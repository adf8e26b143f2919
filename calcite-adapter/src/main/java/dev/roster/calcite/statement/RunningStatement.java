package dev.roster.calcite.statement;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.calcite.DataContext;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a statement: what it has under way, and what ends that. All views of it share
 * this.
 */
final class RunningStatement {

  final Execution execution;
  final Caller caller;
  final Runnable ending = this::cancelAll;
  final AtomicReference<@Nullable Runnable> procedure = new AtomicReference<>();
  // How many keys were left out.
  final AtomicLong leftOut = new AtomicLong();
  // Whether the procedure has.
  volatile boolean hasRun;

  private final Queue<CompletableFuture<?>> started = new ConcurrentLinkedQueue<>();
  private final @Nullable AtomicBoolean cancelFlag;
  private final @Nullable Long timeoutMillis;
  // Ends calls that nobody waits for, where rows are open and not read.
  private final @Nullable ScheduledFuture<?> timeOut;
  private final long startedNanos = System.nanoTime();
  private volatile boolean ended;

  RunningStatement(DataContext root) {
    Execution current = Execution.current();
    execution = current == null ? new Execution() : current;
    execution.endedBy(ending);
    cancelFlag = DataContext.Variable.CANCEL_FLAG.get(root);
    timeoutMillis = DataContext.Variable.TIMEOUT.get(root);
    Long deadline =
        timeoutMillis == null
            ? null
            : (Long) (startedNanos + TimeUnit.MILLISECONDS.toNanos(timeoutMillis));
    caller = new Caller(execution, () -> deadline, () -> ended);
    timeOut =
        timeoutMillis == null
            ? null
            : WakeUps.THREAD.schedule(ending, timeoutMillis, TimeUnit.MILLISECONDS);
  }

  /** Lets something that is under way end with the statement. */
  <T> CompletableFuture<T> keep(CompletableFuture<T> underWay) {
    started.add(underWay);
    // Whoever ended the statement in between has not seen it.
    if (ended) {
      underWay.cancel(true);
    }
    return underWay;
  }

  /**
   * Throws if the statement was cancelled, has used up its calls, or its query time-out is over.
   */
  void check() {
    if (cancelFlag != null && cancelFlag.get()) {
      throw stopped("cancelled", null);
    }
    execution.checkSpent();
    if (timeoutMillis != null
        && TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos) >= timeoutMillis) {
      cancelAll();
      throw new SqlStateException(
          SqlState.TIMEOUT,
          "statement: not finished within its query time-out of "
              + timeoutMillis
              + " ms; its calls were ended. Raise it with setQueryTimeout, or ask for fewer"
              + " rows."
              + done());
    }
  }

  /** Throws as {@link #check}, also if the thread was interrupted, which then stays marked. */
  void checkThread() {
    check();
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted(null);
    }
  }

  /** Ends what is under way, and returns what to throw; the thread stays marked. */
  SqlStateException interrupted(@Nullable InterruptedException cause) {
    Thread.currentThread().interrupt();
    return stopped("the thread was interrupted", cause);
  }

  /** Ends what is under way, and returns what to throw. */
  SqlStateException stopped(String why, @Nullable Throwable cause) {
    cancelAll();
    return new SqlStateException(
        SqlState.CANCELLED, "statement: " + why + "; its calls were ended." + done(), 0, cause);
  }

  // Other rows of the statement may be read after its procedure has run.
  private String done() {
    return hasRun ? " What its procedure did before stays done." : "";
  }

  /** Ends what is under way, as the rows are not wanted any more. */
  void close() {
    cancelAll();
    // The driver keeps the execution for its warnings; the answers need not stay.
    execution.hasEnded(ending);
    if (timeOut != null) {
      timeOut.cancel(false);
    }
  }

  void cancelAll() {
    ended = true;
    started.forEach(call -> call.cancel(true));
  }
}
