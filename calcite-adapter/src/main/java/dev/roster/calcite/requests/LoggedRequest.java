package dev.roster.calcite.requests;

import dev.roster.bindings.Operation;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * One request in the log. What is known of it grows until it has ended; the thread that sends it
 * writes, any thread reads.
 */
final class LoggedRequest {

  private static final int MOST_CHARACTERS = 16_384;

  private final Operation operation;
  private final String method;
  private final String url;
  private final int attempt;
  private final @Nullable WriteKey key;
  private final @Nullable String idempotencyKey;
  private final @Nullable RequestText text;
  private final @Nullable SavedCalls saved;
  private final @Nullable Duration age;
  private final Instant requestedAt = Instant.now();
  private final long startedNanos = System.nanoTime();

  // Given by the log, which hands the entry on under its lock.
  private long number;

  private volatile RequestOutcome outcome;
  private volatile boolean left;
  private volatile @Nullable Integer status;
  private volatile @Nullable Long bytesSent;
  private volatile @Nullable Long bytesReceived;
  private volatile @Nullable Duration duration;
  private volatile @Nullable String error;

  private LoggedRequest(
      Request request,
      Operation operation,
      String url,
      int attempt,
      RequestOutcome outcome,
      @Nullable RequestText text,
      @Nullable Duration age) {
    this.operation = operation;
    this.method = request.method();
    this.url = url;
    this.attempt = attempt;
    this.key = request.tag(WriteKey.class);
    this.idempotencyKey = request.header("Idempotency-Key");
    this.text = text;
    this.saved = request.tag(SavedCalls.class);
    this.age = age;
    this.outcome = outcome;
  }

  /**
   * Returns a request that is about to be sent.
   *
   * @param attempt the how manieth request of its call it is, from 1
   */
  static LoggedRequest underWay(Request request, Operation operation, int attempt) {
    return new LoggedRequest(
        request,
        operation,
        RequestText.url(request.url()),
        attempt,
        RequestOutcome.UNDER_WAY,
        null,
        null);
  }

  /**
   * Returns a request that is not sent, as the answer is there.
   *
   * @param age how old the answer is; null where it is that of a request under way
   */
  static LoggedRequest answered(
      Request request, Operation operation, RequestOutcome outcome, @Nullable Duration age) {
    return new LoggedRequest(
        request, operation, RequestText.url(request.url()), 1, outcome, null, age);
  }

  /** Returns a request that is not sent. */
  static LoggedRequest dryRun(Request request, Operation operation, RequestText text) {
    return new LoggedRequest(
        request, operation, text.url(), 1, RequestOutcome.DRY_RUN, shortened(text), null);
  }

  // The log keeps thousands.
  private static RequestText shortened(RequestText text) {
    String body = text.body();
    return body == null || body.length() <= MOST_CHARACTERS
        ? text
        : new RequestText(
            text.method(),
            text.url(),
            text.headers(),
            body.substring(0, MOST_CHARACTERS) + "… (" + body.length() + " characters in all)");
  }

  void numbered(long given) {
    number = given;
  }

  /** Notes that its first byte is about to leave. */
  void leaves() {
    left = true;
    bytesSent = 0L;
  }

  /** Notes how many bytes its body had. */
  void bodySent(long bytes) {
    bytesSent = bytes;
  }

  /** Notes the status of its answer. */
  void answered(int httpStatus) {
    status = httpStatus;
  }

  /** Notes how many bytes the answer's body had, and that nothing more comes. */
  void bodyReceived(long bytes) {
    bytesReceived = bytes;
    stops();
  }

  /** Notes that nothing more comes. */
  void stops() {
    if (duration == null) {
      duration = Duration.ofNanos(System.nanoTime() - startedNanos);
    }
  }

  /**
   * Ends it.
   *
   * @param said why it is no success, without secrets; null if it is one
   */
  void ends(RequestOutcome as, @Nullable String said) {
    stops();
    error = said;
    outcome = as;
  }

  /** Notes why it is no success, of one that is not sent. */
  void failed(String said) {
    error = said;
  }

  long number() {
    return number;
  }

  Instant requestedAt() {
    return requestedAt;
  }

  Operation operation() {
    return operation;
  }

  String method() {
    return method;
  }

  String url() {
    return url;
  }

  int attempt() {
    return attempt;
  }

  @Nullable WriteKey key() {
    return key;
  }

  @Nullable String idempotencyKey() {
    return idempotencyKey;
  }

  /** Returns what would have been sent; null in a request that was. */
  @Nullable RequestText text() {
    return text;
  }

  RequestOutcome outcome() {
    return outcome;
  }

  /** Returns whether a byte of it may have left. */
  boolean left() {
    return left;
  }

  @Nullable Integer status() {
    return status;
  }

  @Nullable Long bytesSent() {
    return bytesSent;
  }

  @Nullable Long bytesReceived() {
    return bytesReceived;
  }

  @Nullable Duration duration() {
    return duration;
  }

  @Nullable String error() {
    return error;
  }

  /** Returns how old its answer was; null unless it was kept. */
  @Nullable Duration age() {
    return age;
  }

  /** Returns how many reads of other statements took its answer. */
  long savedCalls() {
    return saved == null || outcome != RequestOutcome.OK ? 0 : saved.count();
  }
}
