package dev.roster.linkedapi;

import dev.roster.bindings.ApiCall;
import dev.roster.linkedapi.api.Operations;
import dev.roster.linkedapi.model.ConnectionSession;
import dev.roster.linkedapi.model.ConnectionSessionResult;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a connection or reconnection session ends.
 *
 * <p>The provider tells nobody when a session goes on, so it is asked: after a pause, and again
 * after each further one, while the status is pending, preparing, serving or streaming. Any other
 * status ends the waiting, one that the spec does not know too. So the session that comes back is
 * finished, and its status says how: {@code SUCCESS}, or not.
 *
 * <p>A call that fails ends the waiting with its failure; the session is not touched by that, and
 * may be waited for again.
 */
public final class ConnectionWaiter {

  private final Function<String, ApiCall<ConnectionSessionResult>> read;
  private final Patience patience;

  /**
   * Makes a waiter with a pause of 3 s and a deadline of 2 min.
   *
   * @param read gives the call that reads the session of an id, such as {@code
   *     client::getConnectionSession}
   */
  public ConnectionWaiter(Function<String, ApiCall<ConnectionSessionResult>> read) {
    this(read, Patience.USUAL);
  }

  ConnectionWaiter(Function<String, ApiCall<ConnectionSessionResult>> read, Patience patience) {
    this.read = read;
    this.patience = patience;
  }

  /**
   * Returns a waiter like this one with another pause before each call.
   *
   * @throws IllegalArgumentException if it is not longer than 0
   */
  public ConnectionWaiter withInterval(Duration interval) {
    return new ConnectionWaiter(read, patience.withInterval(interval));
  }

  /**
   * Returns a waiter like this one with another deadline: no pause begins that long after the
   * waiting began.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public ConnectionWaiter withDeadline(Duration deadline) {
    return new ConnectionWaiter(read, patience.withDeadline(deadline));
  }

  /**
   * Waits until the session ends, and returns it as it is then.
   *
   * @throws WaitTimeoutException if it has not ended by the deadline
   * @throws dev.roster.bindings.ApiException if the provider refuses a call
   * @throws dev.roster.bindings.ApiTransportException if a call gets no answer; of kind CANCELLED
   *     if this thread is interrupted, which stays so
   */
  public ConnectionSession waitFor(String sessionId) {
    return Poll.result(waitForAsync(sessionId), Operations.GET_CONNECTION_SESSION);
  }

  /**
   * Waits for the session without holding this thread. The future ends as {@link #waitFor} would,
   * its failure being the exception itself; cancelling it ends the waiting and the call in flight.
   */
  public CompletableFuture<ConnectionSession> waitForAsync(String sessionId) {
    CompletableFuture<Poll.Outcome<ConnectionSessionResult>> outcome =
        Poll.afterPause(
            patience, () -> read.apply(sessionId), answer -> isFinished(answer.session()));
    CompletableFuture<ConnectionSession> session = new CompletableFuture<>();
    var unused =
        outcome.whenComplete(
            (ended, failure) -> {
              if (failure != null) {
                session.completeExceptionally(failure);
              } else if (ended.done() && ended.last() != null) {
                session.complete(ended.last().session());
              } else {
                session.completeExceptionally(timeout(sessionId, ended.last()));
              }
            });
    var unusedToo = session.whenComplete((ended, failure) -> outcome.cancel(true));
    return session;
  }

  private static boolean isFinished(ConnectionSession session) {
    return switch (session.status().known()) {
      case PENDING, PREPARING, SERVING, STREAMING -> false;
      default -> true;
    };
  }

  private WaitTimeoutException timeout(String sessionId, @Nullable ConnectionSessionResult last) {
    String status = last == null ? "was not read" : "is still " + last.session().status();
    return new WaitTimeoutException(
        Operations.GET_CONNECTION_SESSION.qualifiedName()
            + ": Timed out waiting for connection session"
            + " completion: session "
            + sessionId
            + " "
            + status
            + " after "
            + patience.deadline().toSeconds()
            + " s. Have its link opened and wait again, or cancel it.",
        sessionId);
  }
}
