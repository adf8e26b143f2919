package dev.roster.calcite.statement;

import dev.roster.bindings.ApiCall;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Has no more than a number of calls under way at once; others wait for their turn, the oldest
 * first. It bounds all statements of a connection together, each of which would open a window of
 * that size for every join.
 */
public final class ConcurrencyLimit implements CallSender {

  private final CallSender sender;
  private final int most;
  private final Deque<Turn<?>> waiting = new ArrayDeque<>();
  private int underWay;

  /**
   * Makes a limit.
   *
   * @param sender what sends a call whose turn it is
   * @param most how many may be under way, at least 1
   */
  public ConcurrencyLimit(CallSender sender, int most) {
    this.sender = sender;
    this.most = most;
  }

  @Override
  public int mostUnderWay() {
    return most;
  }

  @Override
  public <T> CompletableFuture<T> send(ApiCall<T> call) {
    Turn<T> turn = new Turn<>(call);
    synchronized (this) {
      waiting.add(turn);
    }
    sendNext();
    return turn;
  }

  private void sendNext() {
    for (Turn<?> next = next(); next != null; next = next()) {
      next.take();
    }
  }

  private synchronized @Nullable Turn<?> next() {
    Turn<?> next = underWay < most ? waiting.poll() : null;
    if (next != null) {
      underWay++;
    }
    return next;
  }

  private void ended() {
    synchronized (this) {
      underWay--;
    }
    sendNext();
  }

  /** A call that waits for its turn or has had it; cancelling it cancels what was sent for it. */
  private final class Turn<T> extends CompletableFuture<T> {
    private final ApiCall<T> call;
    private volatile @Nullable CompletableFuture<T> sent;

    Turn(ApiCall<T> call) {
      this.call = call;
    }

    void take() {
      if (isDone()) {
        ended();
        return;
      }
      CompletableFuture<T> answer;
      try {
        answer = sender.send(call);
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
                ended();
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
}
