package dev.roster.calcite.requests;

import dev.roster.bindings.ApiCall;
import dev.roster.calcite.statement.CallSender;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls so that each of their requests is in {@link RequestLog#PROCESS}: while it is under
 * way by what {@link #listening} hears, at its end by what the call says.
 */
public final class LoggedCalls implements CallSender {

  private final CallSender next;

  /** The tag by which a call finds its last request. */
  static final class Last {
    volatile @Nullable LoggedRequest request;
  }

  /**
   * Makes one.
   *
   * @param next what sends the calls, once each (what repeats a call has to stand before this); its
   *     futures pass their cancel on, as those of {@link ApiCall} do
   */
  public LoggedCalls(CallSender next) {
    this.next = next;
  }

  /** Returns {@code client} with the log listening to its calls. */
  public static OkHttpClient listening(OkHttpClient client) {
    return client
        .newBuilder()
        .eventListenerFactory(ExchangeListener.factory(RequestLog.PROCESS))
        .build();
  }

  @Override
  public <T> CompletableFuture<T> send(ApiCall<T> call) {
    Last last = new Last();
    CompletableFuture<T> sent = next.send(call.tagged(Last.class, last));
    // Whoever waits, waits for this one: the log is complete before. Its cancelling ends the call,
    // as that of any future made from a call's; not by whenComplete(), which would then not be
    // called.
    CompletableFuture<T> answer = sent.newIncompleteFuture();
    var unused =
        sent.whenComplete(
            (value, failure) -> {
              ended(last, failure);
              if (failure == null) {
                answer.complete(value);
              } else {
                answer.completeExceptionally(failure);
              }
            });
    return answer;
  }

  private static void ended(Last last, @Nullable Throwable failure) {
    LoggedRequest request = last.request;
    if (request == null) {
      return;
    }
    if (failure == null) {
      request.ends(RequestOutcome.OK, null);
    } else {
      request.ends(RequestOutcome.of(failure), String.valueOf(failure.getMessage()));
    }
  }
}
