package dev.roster.calcite.requests;

import dev.roster.bindings.Operation;
import dev.roster.calcite.statement.Attempt;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Writes the requests of one HTTP call into the log, as OkHttp tells of them. A call is mostly one
 * request; where OkHttp asks again by itself, each is one. How the last one ended is for {@link
 * LoggedCalls} to say, which knows whether its answer could be read.
 *
 * <p>All these events come from the thread that sends the call.
 */
final class ExchangeListener extends EventListener {

  private final RequestLog log;
  private final Operation operation;
  private final LoggedCalls.@Nullable Last last;
  private @Nullable LoggedRequest current;
  private @Nullable IOException failure;

  private ExchangeListener(RequestLog log, Operation operation, LoggedCalls.@Nullable Last last) {
    this.log = log;
    this.operation = operation;
    this.last = last;
  }

  /** Returns what writes every call of a client into {@code log}. */
  static EventListener.Factory factory(RequestLog log) {
    return call -> {
      Operation operation = call.request().tag(Operation.class);
      return operation == null
          ? EventListener.NONE
          : new ExchangeListener(log, operation, call.request().tag(LoggedCalls.Last.class));
    };
  }

  // Before it is connected, so that a request that never left has an entry too.
  @Override
  public void callStart(Call call) {
    Attempt attempt = call.request().tag(Attempt.class);
    begins(call.request(), attempt == null ? 1 : attempt.number());
  }

  @Override
  public void requestHeadersStart(Call call) {
    LoggedRequest before = current;
    if (before != null && before.left()) {
      supersedes(before);
      begins(call.request(), before.attempt() + 1);
    }
    if (current != null) {
      current.leaves();
    }
  }

  private void begins(Request request, int attempt) {
    LoggedRequest begun = LoggedRequest.underWay(request, operation, attempt);
    current = begun;
    failure = null;
    if (last != null) {
      last.request = begun;
    }
    log.add(begun);
  }

  private void supersedes(LoggedRequest before) {
    String again = "OkHttp asked again";
    if (before.status() != null) {
      before.ends(RequestOutcome.FAILED, before.status() + "; " + again + ".");
    } else {
      before.ends(RequestOutcome.CUT, failure + "; " + again + ".");
    }
  }

  @Override
  public void requestBodyEnd(Call call, long byteCount) {
    if (current != null) {
      current.bodySent(byteCount);
    }
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    if (current != null) {
      current.answered(response.code());
    }
  }

  @Override
  public void responseBodyEnd(Call call, long byteCount) {
    if (current != null) {
      current.bodyReceived(byteCount);
    }
  }

  @Override
  public void requestFailed(Call call, IOException thrown) {
    stops(thrown);
  }

  @Override
  public void responseFailed(Call call, IOException thrown) {
    stops(thrown);
  }

  @Override
  public void callFailed(Call call, IOException thrown) {
    stops(thrown);
  }

  private void stops(IOException thrown) {
    failure = thrown;
    if (current != null) {
      current.stops();
    }
  }
}
