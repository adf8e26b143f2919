package dev.roster.bindings.http;

import java.util.concurrent.CompletableFuture;

/**
 * A future whose cancelling ends the HTTP call; so does the cancelling of a future made from it, as
 * by {@code thenApply}, which a plain {@link CompletableFuture} would not pass on.
 */
final class CallFuture<T> extends CompletableFuture<T> {

  private final Runnable cancelCall;

  CallFuture(Runnable cancelCall) {
    this.cancelCall = cancelCall;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      cancelCall.run();
    }
    return cancelled;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CallFuture<>(cancelCall);
  }
}
