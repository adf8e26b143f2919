package dev.roster.calcite.requests;

import dev.roster.bindings.ApiCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last requests, as many as the log has room for: those that were sent, and those that a dry
 * run would have sent. It holds no credential, no answer, and bodies of dry runs only.
 */
public final class RequestLog {

  /** How many requests {@link #PROCESS} holds. */
  public static final int CAPACITY = 10_000;

  /** The log of this process: of all its connections. */
  public static final RequestLog PROCESS = new RequestLog(CAPACITY);

  private final @Nullable LoggedRequest[] ring;
  private long count;

  RequestLog(int capacity) {
    this.ring = new @Nullable LoggedRequest[capacity];
  }

  /**
   * Records that a call would have been sent, which it is not. Its {@link WriteKey} is taken from
   * the call's tag of that class, if it has one.
   */
  public void dryRun(ApiCall<?> call) {
    add(LoggedRequest.dryRun(call.request(), call.operation(), RequestText.of(call)));
  }

  synchronized void add(LoggedRequest request) {
    ring[(int) (count % ring.length)] = request;
    count++;
    request.numbered(count);
  }

  /** Returns what the log holds now, newest last. */
  synchronized List<LoggedRequest> requests() {
    List<LoggedRequest> requests = new ArrayList<>();
    for (long i = Math.max(0, count - ring.length); i < count; i++) {
      LoggedRequest request = ring[(int) (i % ring.length)];
      if (request != null) {
        requests.add(request);
      }
    }
    return requests;
  }
}
