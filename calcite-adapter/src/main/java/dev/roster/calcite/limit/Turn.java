package dev.roster.calcite.limit;

import dev.roster.bindings.ApiCall;
import dev.roster.calcite.statement.CallSender;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A call that waits for its turn or has had it; cancelling it cancels what was sent for it. */
final class Turn<T> extends CompletableFuture<T> {

  private final ApiCall<T> call;
  private final CallSender next;
  private final CredentialLimit limit;
  private final int mostUnderWay;
  private volatile @Nullable CompletableFuture<T> sent;

  Turn(ApiCall<T> call, CallSender next, CredentialLimit limit, int mostUnderWay) {
    this.call = call;
    this.next = next;
    this.limit = limit;
    this.mostUnderWay = mostUnderWay;
  }

  /** Returns how many calls may be under way when this one is. */
  int mostUnderWay() {
    return mostUnderWay;
  }

  /** Sends the call, unless it was cancelled while it waited. */
  void take() {
    if (isDone()) {
      limit.ended();
      return;
    }
    CompletableFuture<T> answer;
    try {
      answer = next.send(call);
    } catch (RuntimeException notSent) {
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
              if (failure == null) {
                complete(value);
              } else {
                completeExceptionally(failure);
              }
              limit.ended();
            });
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
