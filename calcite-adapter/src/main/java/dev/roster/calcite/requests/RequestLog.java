package dev.roster.calcite.requests;

import dev.roster.bindings.ApiCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last requests, as many as the log has room for: those that were sent, and those that a dry
 * run would have sent; and as many that the cache has saved, which push none of the others out. It
 * holds no credential, no answer, and bodies of dry runs only.
 */
public final class RequestLog {

  /** How many requests {@link #PROCESS} holds. */
  public static final int CAPACITY = 10_000;

  /** The log of this process: of all its connections. */
  public static final RequestLog PROCESS = new RequestLog(CAPACITY);

  private final Ring asked;
  private final Ring saved;
  private long count;

  RequestLog(int capacity) {
    this.asked = new Ring(capacity);
    this.saved = new Ring(capacity);
  }

  /**
   * Records that a call would have been sent, which it is not. Its {@link WriteKey} is taken from
   * the call's tag of that class, if it has one.
   */
  public void dryRun(ApiCall<?> call) {
    add(LoggedRequest.dryRun(call.request(), call.operation(), RequestText.of(call)));
  }

  /**
   * Records that a read had its answer from another statement's request.
   *
   * @param age how old that answer is
   */
  public void cached(ApiCall<?> call, Duration age) {
    LoggedRequest request =
        LoggedRequest.answered(call.request(), call.operation(), RequestOutcome.CACHED, age);
    addSaved(request);
  }

  /**
   * Records that a read waited for another statement's request, which has ended.
   *
   * @param failure what it has ended with; null if it was answered with success
   */
  public void shared(ApiCall<?> call, @Nullable Throwable failure) {
    LoggedRequest request =
        LoggedRequest.answered(call.request(), call.operation(), RequestOutcome.SHARED, null);
    if (failure != null) {
      request.failed(String.valueOf(failure.getMessage()));
    }
    addSaved(request);
  }

  private synchronized void addSaved(LoggedRequest request) {
    number(request);
    saved.add(request);
  }

  synchronized void add(LoggedRequest request) {
    number(request);
    asked.add(request);
  }

  private void number(LoggedRequest request) {
    count++;
    request.numbered(count);
  }

  /** Returns what the log holds now, newest last. */
  synchronized List<LoggedRequest> requests() {
    List<LoggedRequest> requests = asked.requests();
    requests.addAll(saved.requests());
    requests.sort(Comparator.comparingLong(LoggedRequest::number));
    return requests;
  }

  /** The last ones of a kind. */
  private static final class Ring {
    private final @Nullable LoggedRequest[] places;
    private long count;

    Ring(int capacity) {
      places = new @Nullable LoggedRequest[capacity];
    }

    void add(LoggedRequest request) {
      places[(int) (count % places.length)] = request;
      count++;
    }

    List<LoggedRequest> requests() {
      List<LoggedRequest> requests = new ArrayList<>();
      for (long i = Math.max(0, count - places.length); i < count; i++) {
        LoggedRequest request = places[(int) (i % places.length)];
        if (request != null) {
          requests.add(request);
        }
      }
      return requests;
    }
  }
}
