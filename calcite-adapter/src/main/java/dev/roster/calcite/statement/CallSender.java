package dev.roster.calcite.statement;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.Operation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The one place that every call of a connection passes on its way from a statement to its provider:
 * whatever is to be done across statements (cache, rate limit, retries, counts) is done here.
 */
public interface CallSender {

  /** Sends each call at once, and as it is. */
  CallSender DIRECT =
      new CallSender() {
        @Override
        public <T> CompletableFuture<T> send(ApiCall<T> call) {
          return call.executeAsync();
        }
      };

  /** How many calls a connection has under way at a provider if nothing else is said. */
  int DEFAULT_MOST_UNDER_WAY = 8;

  /** Returns how many calls it is worth to have under way at once. */
  default int mostUnderWay() {
    return DEFAULT_MOST_UNDER_WAY;
  }

  /** Returns how many calls a statement may make; {@link CallBudget#UNBOUNDED} is no bound. */
  default long mostCalls() {
    return CallBudget.UNBOUNDED;
  }

  /**
   * Sends a call that was not sent before. Cancelling the future cancels what is under way for it.
   */
  <T> CompletableFuture<T> send(ApiCall<T> call);

  /**
   * Answers a read: sends it as {@link #send} does, or has its answer from elsewhere, and then
   * drops the call unsent. Cancelling the future gives up waiting for it.
   *
   * @param key what tells this call from others of the same operation; empty if there is one only
   */
  default <T> CompletableFuture<T> read(ApiCall<T> call, String key) {
    return send(call);
  }

  /**
   * Returns how old the answer is that {@link #read} would have without a call, or null if it would
   * send one.
   */
  default @Nullable Duration age(Operation operation, String key) {
    return null;
  }

  /** Drops answers that may not be true any more. */
  default void forget(Changes changes) {}
}
