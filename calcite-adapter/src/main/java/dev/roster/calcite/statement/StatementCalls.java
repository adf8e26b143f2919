package dev.roster.calcite.statement;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiException;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.calcite.DataContext;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one execution of one statement. Each distinct read is made once and shared by all
 * that ask for it within the statement: parent and child tables, both sides of a self-join, a CTE
 * used twice. Whoever waits here stops waiting when the statement is cancelled, its query time-out
 * is over or its thread is interrupted, and then no call of the statement stays under way.
 */
public final class StatementCalls {

  // How long a cancel may go unseen: the flag is Calcite's, and nobody tells when it changes.
  private static final long POLL_MILLIS = 10;

  // Keyed weakly by identity (data contexts do not override equals): an entry ends with its
  // execution. The values do not hold the key.
  private static final Map<DataContext, RunningStatement> EXECUTIONS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final RunningStatement shared;
  private final CallSender sender;

  private StatementCalls(RunningStatement shared, CallSender sender) {
    this.shared = shared;
    this.sender = sender;
  }

  /**
   * Returns the calls of the execution that {@code root} belongs to; its query time-out runs from
   * the first time this is called.
   */
  public static StatementCalls of(DataContext root, CallSender sender) {
    return new StatementCalls(EXECUTIONS.computeIfAbsent(root, RunningStatement::new), sender);
  }

  /**
   * Returns the answer to a read, sent now if this statement has not sent it before; otherwise
   * {@code call} is dropped unsent. The future fails with what the call throws.
   *
   * @param key what tells this call from others of the same operation; empty if there is one only
   */
  // Operation and key tell the call, and so the type of its answer.
  @SuppressWarnings("unchecked")
  public <T> CompletableFuture<T> read(ApiCall<T> call, String key) {
    Distinct distinct = new Distinct(call.operation().provider(), call.operation().id(), key);
    return (CompletableFuture<T>)
        shared.execution.reads.compute(
            distinct,
            // What was ended with one part of a batch is asked for again by the next.
            (same, before) -> before == null || before.isCancelled() ? begun(call, key) : before);
  }

  /**
   * As {@link #read}, of something that changes while one looks at it: the answer is for those
   * statements that ask together, and is not kept for later ones.
   */
  public <T> CompletableFuture<T> readUnkept(ApiCall<T> call, String key) {
    return read(call.tagged(Unkept.class, Unkept.TAG), key);
  }

  /** Lets what was kept for later statements be asked for again, as it may not be true any more. */
  public void forget(Changes changes) {
    sender.forget(changes);
  }

  /**
   * Refuses calls that are known to be needed before the first of them is sent.
   *
   * @param needed how many they are
   * @throws SqlStateException 53400 if they are more than the statement may still make
   */
  public void require(long needed) {
    long most = sender.mostCalls();
    long made = shared.execution.calls();
    if (most != CallBudget.UNBOUNDED && made + needed > most) {
      throw CallBudget.refused(needed, made, most);
    }
  }

  /** Forgets what was read: after a write it may not be true any more. */
  public void forgetReads() {
    shared.execution.reads.clear();
  }

  /**
   * Sends a write, and waits for its answer. Throws what the call throws.
   *
   * @param where the procedure, for messages
   * @throws NotSentException if the statement was ended before the request was sent
   * @throws SqlStateException 08007 if the statement was ended while the request was under way
   */
  public <T> T write(ApiCall<T> call, String where) {
    Held held = new Held();
    CompletableFuture<T> answer;
    try {
      answer = started(call.tagged(Held.class, held));
    } catch (SqlStateException ended) {
      throw new NotSentException(ended);
    }
    try {
      return await(answer);
    } catch (SqlStateException ended) {
      if (held.drop()) {
        throw new NotSentException(ended);
      }
      // It came all the same: what is known is not made unknown.
      if (answer.isDone() && !answer.isCompletedExceptionally()) {
        return answer.join();
      }
      ApiException refusal = refusal(answer);
      if (refusal != null) {
        throw refusal;
      }
      throw new SqlStateException(
          SqlState.OUTCOME_UNKNOWN,
          where
              + ": the statement was ended while its request was under way, so nobody can say"
              + " whether it took effect. Look before sending it again. ("
              + ended.getMessage()
              + ")",
          0,
          ended);
    }
  }

  private static @Nullable ApiException refusal(CompletableFuture<?> answer) {
    return answer.isCompletedExceptionally()
            && answer.handle((any, failure) -> failure).join() instanceof ApiException refusal
        ? refusal
        : null;
  }

  /**
   * Returns the call as one of this statement's, for code that sends it by itself, such as a
   * binding's waiter: sent through the same sender, and ended with the statement.
   */
  public <T> ApiCall<T> own(ApiCall<T> call) {
    return new StatementCall<>(call, this);
  }

  /**
   * Lets something that is under way end with this statement, and waits for it as {@link #await}.
   */
  public <T> T awaitOwn(CompletableFuture<T> underWay) {
    return await(shared.keep(underWay));
  }

  <T> CompletableFuture<T> started(ApiCall<T> call) {
    shared.check();
    return shared.keep(sender.send(call.tagged(Caller.class, shared.caller)));
  }

  private <T> CompletableFuture<T> begun(ApiCall<T> read, String key) {
    shared.check();
    ApiCall<T> call = read.tagged(Caller.class, shared.caller);
    // What a write depends on has to be true now.
    boolean writes = shared.procedure.get() != null;
    return shared.keep(writes ? sender.send(call) : sender.read(call, key));
  }

  /**
   * Waits for something that this statement has under way, and returns it.
   *
   * @throws SqlStateException if the statement was cancelled or timed out meanwhile, or its thread
   *     interrupted (the thread stays marked)
   * @throws RuntimeException what the future failed with
   */
  public <T> T await(CompletableFuture<T> future) {
    while (true) {
      shared.check();
      try {
        return future.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException stillUnderWay) {
        // Looks at the statement again, and goes on waiting.
      } catch (CancellationException stopped) {
        // Whoever cancelled it has said so before.
        shared.check();
        throw shared.stopped("stopped", stopped);
      } catch (InterruptedException interrupted) {
        throw shared.interrupted(interrupted);
      } catch (ExecutionException failed) {
        // A future that is made of a cancelled one counts as failed.
        if (failed.getCause() instanceof CancellationException stopped) {
          shared.check();
          throw shared.stopped("stopped", stopped);
        }
        throw asRuntime(failed.getCause() == null ? failed : failed.getCause());
      }
    }
  }

  private static RuntimeException asRuntime(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException(thrown.toString(), thrown);
  }

  /** Waits for a time, unless the statement is ended meanwhile; throws as {@link #await}. */
  public void pause(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    while (System.nanoTime() - until < 0) {
      shared.check();
      long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime()) + 1;
      try {
        TimeUnit.MILLISECONDS.sleep(Math.min(POLL_MILLIS, left));
      } catch (InterruptedException interrupted) {
        throw shared.interrupted(interrupted);
      }
    }
  }

  /** Throws as {@link #await} if the statement has been ended; to be called between rows. */
  public void check() {
    shared.check();
  }

  /** Returns how many rows of the statement are read at most; {@link Long#MAX_VALUE} if all are. */
  public long mostRows() {
    return shared.execution.mostRows();
  }

  /**
   * Adds a warning to the statement.
   *
   * @param message where, what happened, what it means
   * @param vendorCode the HTTP status, or 0 where no single answer is involved
   */
  public void warn(String message, int vendorCode) {
    shared.execution.warn(message, vendorCode);
  }

  /**
   * Returns whether what does not answer is left out with a warning, instead of failing the
   * statement. Never in a statement that has a procedure or writes rows: what it does must not
   * depend on who answers.
   */
  public boolean partial() {
    return shared.execution.partial() && shared.procedure.get() == null;
  }

  /** Leaves the rows of a key out: adds a warning, and counts. */
  public void leaveOutKey(SqlStateException failure) {
    shared.leftOut.incrementAndGet();
    leaveOut(failure);
  }

  /** Adds a warning of an item of a list that was left out. */
  public void leaveOut(SqlStateException failure) {
    shared.execution.warn(
        new SQLWarning(
            failure.getMessage() + " (Left out: partial=true.)",
            failure.state().code(),
            failure.vendorCode(),
            failure.getCause()));
  }

  /** Returns how often a key was left out so far; the same one counts each time. */
  public long leftOutKeys() {
    return shared.leftOut.get();
  }

  /**
   * Takes the one procedure that this execution may have; {@link #start} runs it. It has to say
   * when it {@link #procedureHasEnded has ended}.
   *
   * @return whether it was taken; false if the execution has one already
   */
  public boolean takeProcedure(Runnable procedure) {
    return shared.procedure.compareAndSet(null, procedure);
  }

  /**
   * Lets go of the procedure, which has run or failed: it holds its rows, these hold the data
   * context, and with that all that was compiled for the statement would be kept for ever.
   */
  public void procedureHasEnded() {
    shared.procedure.set(StatementCalls::hasEnded);
  }

  // In the procedure's place, so that the statement counts as one that has had its procedure.
  private static void hasEnded() {}

  /**
   * Runs the procedure of this execution, if it has one. The driver calls this before it asks for
   * the first row, so that a procedure runs whether or not its rows are read.
   */
  public void start() {
    Runnable procedure = shared.procedure.get();
    if (procedure != null) {
      procedure.run();
      shared.hasRun = true;
    }
  }

  /**
   * Throws as {@link #check} between the rows of a whole statement, unless its procedure has run:
   * what that did has to be told, however late, or somebody does it again.
   */
  public void checkBetweenRows() {
    if (!shared.hasRun) {
      shared.check();
    }
  }

  /**
   * As {@link #checkBetweenRows}, where rows are computed and nothing is waited for, which is where
   * an interrupt of the thread would be seen.
   */
  public void checkWhileComputing() {
    if (!shared.hasRun) {
      shared.checkThread();
    }
  }

  /** Ends the calls that are still under way; the rows are not wanted any more. */
  public void close() {
    shared.close();
  }

  /** What tells one read from another. */
  record Distinct(String provider, String operation, String key) {}
}
