package dev.roster.calcite.cache;

import dev.roster.bindings.ApiCall;
import dev.roster.calcite.requests.RequestLog;
import dev.roster.calcite.requests.SavedCalls;
import dev.roster.calcite.statement.CallSender;
import dev.roster.calcite.statement.Caller;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A statement that asks for an answer, and waits for it here. Cancelling it is giving up: the call
 * that it waits for ends when nobody else does.
 */
final class Reader<T> extends CompletableFuture<T> {

  private final ApiCall<T> call;
  private final ReadKey key;
  private final ReadCache cache;
  private final SavedCalls saved = new SavedCalls();
  private volatile @Nullable Flight<T> flight;

  /**
   * Makes one.
   *
   * @param call what it sends if nobody has its answer
   * @param cache that of its connection
   */
  Reader(ApiCall<T> call, ReadKey key, ReadCache cache) {
    this.call = call;
    this.key = key;
    this.cache = cache;
  }

  ApiCall<T> call() {
    return call;
  }

  ReadKey key() {
    return key;
  }

  Duration timeToLive() {
    return cache.timeToLive();
  }

  long mostBytes() {
    return cache.mostBytes();
  }

  CallSender next() {
    return cache.next();
  }

  /** Returns what counts the calls that its call saves others. */
  SavedCalls saved() {
    return saved;
  }

  @Nullable Caller caller() {
    return call.request().tag(Caller.class);
  }

  void waitsFor(Flight<T> joined) {
    flight = joined;
  }

  /** Takes an answer that was kept. */
  // Operation and key tell the call, and so the type of its answer.
  @SuppressWarnings("unchecked")
  void served(Kept kept, Duration age) {
    kept.saved().add();
    RequestLog.PROCESS.cached(call, age);
    complete((T) kept.answer());
  }

  /** Takes what another statement's call has ended with. */
  void shared(@Nullable T value, @Nullable Throwable failure, SavedCalls savedBy) {
    if (!isDone()) {
      if (failure == null) {
        savedBy.add();
      }
      RequestLog.PROCESS.shared(call, failure);
      ends(value, failure);
    }
  }

  /** Takes what its own call has ended with. */
  void ends(@Nullable T value, @Nullable Throwable failure) {
    if (failure == null) {
      complete(value);
    } else {
      completeExceptionally(failure);
    }
  }

  @Override
  public boolean cancel(boolean mayInterrupt) {
    boolean cancelled = super.cancel(mayInterrupt);
    Flight<T> joined = flight;
    if (joined != null) {
      joined.leave(this);
    }
    return cancelled;
  }

  // What is made of it is another future, not another reader.
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
