package dev.roster.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with the next calls of an operation.
 *
 * <p>With a status or an error type the call is refused and has no effect, unless it is said to be
 * carried out. Without them it takes effect as usual, and only its answer is late, lost or
 * replaced. All parts can be combined:
 *
 * <pre>{@code
 * Fault.on("ownProfile.edit").times(2).errorType("errors/provider_error")
 * Fault.on("disconnect").cut(Fault.Cut.AFTER)
 * Fault.on("accounts.getAll").latency(Duration.ofSeconds(2)).status(502)
 * }</pre>
 *
 * @param operation the operation's name or operationId
 * @param count how many calls it hits, at least 1
 * @param status the HTTP status of the refusal, or null to take it from the error type
 * @param errorType the provider's error type, or null for the first one that the status documents
 * @param latency how long the answer or the cut is held back
 * @param cut whether and when the connection is cut instead of an answer
 * @param body a body that replaces the usual one, or null
 * @param contentType the content type of {@code body}, or null for JSON
 * @param retryAfterSeconds the value of a header Retry-After, or null for no such header
 * @param carriedOut whether a call with a status or an error type takes effect all the same
 */
public record Fault(
    String operation,
    int count,
    @Nullable Integer status,
    @Nullable String errorType,
    Duration latency,
    Cut cut,
    @Nullable String body,
    @Nullable String contentType,
    @Nullable Integer retryAfterSeconds,
    boolean carriedOut) {

  /** Whether and when a connection is cut. */
  public enum Cut {
    /** The connection stays. */
    NONE,
    /** The call has no effect, and the connection is cut without an answer. */
    BEFORE,
    /** The call takes effect, and the connection is cut without an answer. */
    AFTER,
    /** The connection is cut when the answer's headers are sent; the call is as without it. */
    HEADERS,
    /** The connection is cut when half of the answer's body is sent; the call is as without it. */
    MIDDLE
  }

  public Fault {
    operation = Spec.operation(operation).name();
    if (count < 1) {
      throw new IllegalArgumentException("A fault's count must be at least 1, not " + count + ".");
    }
    if (status != null && (status < 200 || status > 599)) {
      throw new IllegalArgumentException(
          "A fault's status must be from 200 to 599, not " + status + ".");
    }
    if (latency.isNegative()) {
      throw new IllegalArgumentException("A fault's latency must not be negative.");
    }
    // An unknown type is useful too (what does a client do with it?), but then nothing tells its
    // status.
    if (errorType != null
        && status == null
        && !Spec.operation(operation).errorStatuses().containsKey(errorType)) {
      throw new IllegalArgumentException(
          "%s documents no error type \"%s\". Give a status to send it all the same, or use one of %s."
              .formatted(operation, errorType, Spec.operation(operation).errorStatuses().keySet()));
    }
  }

  /** A fault that does nothing yet, for the next call of an operation. */
  public static Fault on(String operation) {
    return new Fault(operation, 1, null, null, Duration.ZERO, Cut.NONE, null, null, null, false);
  }

  /** The same fault for this many calls. */
  public Fault times(int newCount) {
    return new Fault(
        operation,
        newCount,
        status,
        errorType,
        latency,
        cut,
        body,
        contentType,
        retryAfterSeconds,
        carriedOut);
  }

  /** The same fault with an HTTP status. */
  public Fault status(int newStatus) {
    return new Fault(
        operation,
        count,
        newStatus,
        errorType,
        latency,
        cut,
        body,
        contentType,
        retryAfterSeconds,
        carriedOut);
  }

  /** The same fault with an error type of the provider. */
  public Fault errorType(String newErrorType) {
    return new Fault(
        operation,
        count,
        status,
        newErrorType,
        latency,
        cut,
        body,
        contentType,
        retryAfterSeconds,
        carriedOut);
  }

  /** The same fault with an answer that is held back. */
  public Fault latency(Duration newLatency) {
    return new Fault(
        operation,
        count,
        status,
        errorType,
        newLatency,
        cut,
        body,
        contentType,
        retryAfterSeconds,
        carriedOut);
  }

  /** The same fault with a connection that is cut. */
  public Fault cut(Cut newCut) {
    return new Fault(
        operation,
        count,
        status,
        errorType,
        latency,
        newCut,
        body,
        contentType,
        retryAfterSeconds,
        carriedOut);
  }

  /**
   * The same fault with another body, for example the HTML page of a proxy or JSON that breaks off.
   */
  public Fault body(String newBody, String newContentType) {
    return new Fault(
        operation,
        count,
        status,
        errorType,
        latency,
        cut,
        newBody,
        newContentType,
        retryAfterSeconds,
        carriedOut);
  }

  /** The same fault with a header Retry-After. */
  public Fault retryAfter(Duration wait) {
    return new Fault(
        operation,
        count,
        status,
        errorType,
        latency,
        cut,
        body,
        contentType,
        Math.toIntExact(wait.toSeconds()),
        carriedOut);
  }

  /** The same fault of a call that takes effect, although its answer says that it was refused. */
  public Fault carryingOut() {
    return new Fault(
        operation,
        count,
        status,
        errorType,
        latency,
        cut,
        body,
        contentType,
        retryAfterSeconds,
        true);
  }

  /** Whether the answer is a refusal. */
  boolean refuses() {
    return status != null || errorType != null;
  }

  /** Whether an answer is sent, be it in part. */
  boolean answers() {
    return cut != Cut.BEFORE && cut != Cut.AFTER;
  }

  /** Whether the call takes effect. */
  boolean isCarriedOut() {
    return cut == Cut.AFTER || (cut != Cut.BEFORE && (carriedOut || !refuses()));
  }
}
