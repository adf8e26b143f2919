package dev.roster.linkedapi;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiTransportException;
import dev.roster.bindings.Operation;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks again and again, with a pause between, until an answer is the last one, a call fails, or the
 * deadline has come.
 */
final class Poll<T> {

  /**
   * How the asking ended.
   *
   * @param last the last answer, or null if none came in time
   * @param done whether it is the one that was waited for; false after the deadline
   */
  record Outcome<T>(@Nullable T last, boolean done) {}

  private final Patience patience;
  private final Supplier<ApiCall<T>> question;
  private final Predicate<T> isLast;
  private final long began;
  private final CompletableFuture<Outcome<T>> outcome = new CompletableFuture<>();
  private volatile @Nullable T last;
  private volatile @Nullable ApiCall<T> asking;

  private Poll(Patience patience, Supplier<ApiCall<T>> question, Predicate<T> isLast) {
    this.patience = patience;
    this.question = question;
    this.isLast = isLast;
    this.began = patience.time().nanos();
    var unused = outcome.whenComplete((value, failure) -> stopAsking());
  }

  /** Starts with a pause. Cancelling the future ends the call in flight and all further ones. */
  static <T> CompletableFuture<Outcome<T>> afterPause(
      Patience patience, Supplier<ApiCall<T>> question, Predicate<T> isLast) {
    Poll<T> poll = new Poll<>(patience, question, isLast);
    poll.pause();
    return poll.outcome;
  }

  /** Starts with a question. Cancelling the future ends the call in flight and all further ones. */
  static <T> CompletableFuture<Outcome<T>> atOnce(
      Patience patience, Supplier<ApiCall<T>> question, Predicate<T> isLast) {
    Poll<T> poll = new Poll<>(patience, question, isLast);
    poll.ask();
    return poll.outcome;
  }

  private void pause() {
    if (patience.time().nanos() - began >= patience.deadline().toNanos()) {
      outcome.complete(new Outcome<>(last, false));
    } else {
      patience.time().after(patience.interval(), this::ask);
    }
  }

  private void ask() {
    if (outcome.isDone()) {
      return;
    }
    try {
      ApiCall<T> call = question.get();
      asking = call;
      if (outcome.isDone()) {
        return;
      }
      var unused = call.executeAsync().whenComplete(this::answered);
    } catch (RuntimeException e) {
      outcome.completeExceptionally(e);
    }
  }

  private void answered(@Nullable T answer, @Nullable Throwable failure) {
    if (answer == null) {
      outcome.completeExceptionally(
          failure == null ? new IllegalStateException("A call gave nothing") : failure);
      return;
    }
    last = answer;
    try {
      if (isLast.test(answer)) {
        outcome.complete(new Outcome<>(answer, true));
      } else {
        pause();
      }
    } catch (RuntimeException e) {
      outcome.completeExceptionally(e);
    }
  }

  private void stopAsking() {
    ApiCall<T> call = asking;
    if (call != null) {
      call.cancel();
    }
  }

  /**
   * Waits for {@code future} and returns what it holds, or throws its failure.
   *
   * @param asked the operation whose answers are waited for
   * @throws ApiTransportException of kind CANCELLED if this thread is interrupted, which stays so;
   *     {@code future} is cancelled then
   */
  static <R> R result(CompletableFuture<R> future, Operation asked) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      InterruptedIOException cause = new InterruptedIOException("The waiting was interrupted");
      cause.initCause(e);
      throw new ApiTransportException(
          asked.qualifiedName() + ": the waiting was interrupted.",
          asked,
          ApiTransportException.Kind.CANCELLED,
          true,
          cause);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }
}
