package dev.roster.calcite.limit;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.Operation.Rate;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.statement.Attempt;
import dev.roster.calcite.statement.CallSender;
import dev.roster.calcite.statement.Caller;
import dev.roster.calcite.statement.Held;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A call that waits for its turn or has had it; cancelling it cancels what was sent for it. */
final class Turn<T> extends CompletableFuture<T> {

  private final ApiCall<T> call;
  private final CallSender next;
  private final CredentialLimit limit;
  private final int mostUnderWay;
  private final @Nullable Rate rate;
  private final @Nullable Caller caller;
  private final @Nullable Held held;
  private final long askedNanos = System.nanoTime();
  private long sentNanos;
  private volatile @Nullable CompletableFuture<T> sent;

  /**
   * Makes one; a write is held back from now on.
   *
   * @param rate null if the number of requests in a time is not limited
   */
  Turn(
      ApiCall<T> call,
      CallSender next,
      CredentialLimit limit,
      int mostUnderWay,
      @Nullable Rate rate) {
    this.call = call;
    this.next = next;
    this.limit = limit;
    this.mostUnderWay = mostUnderWay;
    this.rate = rate;
    caller = call.request().tag(Caller.class);
    held = call.request().tag(Held.class);
    if (held != null) {
      held.hold();
    }
  }

  /** Returns what stands for all calls of the same statement. */
  Object asker() {
    return caller == null ? this : caller.statement();
  }

  /** Returns whether the call was sent before, and is to be sent again. */
  boolean isRepetition() {
    Attempt attempt = call.request().tag(Attempt.class);
    return attempt != null && attempt.number() > 1;
  }

  /** Returns how many calls may be under way when this one is. */
  int mostUnderWay() {
    return mostUnderWay;
  }

  @Nullable Rate rate() {
    return rate;
  }

  long askedNanos() {
    return askedNanos;
  }

  // Both by the thread that sends it, or after that.
  void sentAt(long now) {
    sentNanos = now;
  }

  long sentNanos() {
    return sentNanos;
  }

  /** Returns whether it is too late for the call at a time. */
  boolean endsBefore(long nanos) {
    Long deadline = caller == null ? null : caller.deadlineNanos();
    return (deadline != null && deadline - nanos <= 0)
        || (held != null && held.untilNanos() - nanos <= 0);
  }

  /** Sends the call, unless it was cancelled while it waited. */
  void take() {
    if (isDone() || (held != null && !held.release())) {
      // If its statement has not dropped it, it has waited for as long as it may.
      refuse(System.nanoTime() - askedNanos, false);
      limit.notSent();
      return;
    }
    CompletableFuture<T> answer;
    try {
      answer = next.send(call);
    } catch (Throwable notSent) {
      // An Error too, such as that no thread can be started: its place must be given back.
      answer = CompletableFuture.failedFuture(notSent);
    }
    sent = answer;
    // It may have been cancelled in between, by someone who saw nothing sent.
    if (isCancelled()) {
      answer.cancel(true);
    }
    var unused =
        answer.whenComplete(
            (value, failure) -> {
              // First, so that a call which is repeated meets the pause.
              limit.ended(this, failure);
              if (failure == null) {
                complete(value);
              } else {
                completeExceptionally(failure);
              }
            });
  }

  /** Fails the call, which was not sent: its turn would come too late. */
  void refuse(long waitNanos, boolean paused) {
    Long deadline = caller == null ? null : caller.deadlineNanos();
    boolean timeOut = deadline != null && deadline - (System.nanoTime() + waitNanos) <= 0;
    String wait = String.format(Locale.ROOT, "%.1f s", waitNanos / 1e9);
    completeExceptionally(
        new SqlStateException(
            timeOut ? SqlState.TIMEOUT : SqlState.TOO_MANY_REQUESTS,
            call.operation().qualifiedName()
                + ": not sent, as it would have to wait "
                + wait
                + ", until "
                + (paused
                    ? "the pause is over that the provider asked for"
                    : "its turn within " + shown())
                + (timeOut
                    ? "; the query time-out of the statement is over before. Run it again after"
                        + " that time, raise setQueryTimeout, or ask for fewer rows."
                    : ". Run it again after that time.")));
  }

  private String shown() {
    return rate == null
        ? "the limits of the credential"
        : rate.requests() + " requests in " + rate.window().toMillis() + " ms";
  }

  @Override
  public boolean cancel(boolean mayInterrupt) {
    boolean cancelled = super.cancel(mayInterrupt);
    CompletableFuture<T> answer = sent;
    if (answer != null) {
      answer.cancel(mayInterrupt);
    }
    return cancelled;
  }

  // What is made of it is another future, not another turn.
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
