package dev.roster.calcite.requests;

import dev.roster.bindings.ApiCall;
import dev.roster.calcite.statement.CallSender;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
   * @param next what sends the calls, once each; what repeats a call has to stand before this
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

  // Whoever waits for the answer waits for what is returned: then the log is complete before.
  @Override
  public <T> CompletableFuture<T> send(ApiCall<T> call) {
    Last last = new Last();
    return next.send(call.tagged(Last.class, last))
        .whenComplete((answer, failure) -> ended(last, failure));
  }

  private static void ended(Last last, @Nullable Throwable thrown) {
    LoggedRequest request = last.request;
    if (request == null) {
      return;
    }
    Throwable failure = thrown instanceof CompletionException wrapped ? wrapped.getCause() : thrown;
    if (failure == null) {
      request.ends(RequestOutcome.OK, null);
    } else {
      request.ends(RequestOutcome.of(failure), String.valueOf(failure.getMessage()));
    }
  }
}
