package dev.roster.bindings;

import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The provider answered, and not with a success: an error status, {@code success: false} in an
 * envelope, or (as {@link UnreadableAnswerException}) a body that cannot be read.
 *
 * <p>Decide by {@link #errorType()} where there is one, by {@link #status()} else. The message
 * names the operation, what happened and what to do; it never holds a credential.
 */
public class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Operation operation;
  private final int status;
  private final transient Headers headers;
  private final @Nullable String errorType;
  private final @Nullable String errorMessage;
  private final transient @Nullable Object error;

  /** Made by the runtime; public so that tests of callers can make one. */
  public ApiException(
      String message,
      Operation operation,
      int status,
      Headers headers,
      @Nullable String errorType,
      @Nullable String errorMessage,
      @Nullable Object error,
      @Nullable Throwable cause) {
    super(message, cause);
    this.operation = operation;
    this.status = status;
    this.headers = headers;
    this.errorType = errorType;
    this.errorMessage = errorMessage;
    this.error = error;
  }

  /** Returns the operation that was called. */
  public Operation operation() {
    return operation;
  }

  /** Returns the HTTP status; 200 is possible, see the class comment. */
  public int status() {
    return status;
  }

  /** Returns the answer's headers, such as {@code Retry-After}. */
  public Headers headers() {
    return headers;
  }

  /** Returns the provider's error type, documented or not, or null where the answer names none. */
  public @Nullable String errorType() {
    return errorType;
  }

  /** Returns the provider's own words, or null where the answer has none. */
  public @Nullable String errorMessage() {
    return errorMessage;
  }

  /**
   * Returns the decoded error body, or null where the body is not of that shape (a proxy's HTML
   * page, say).
   *
   * @param model the operation's error model, {@link Operation.ErrorShape#model()}
   */
  public <E> @Nullable E error(Class<E> model) {
    return model.isInstance(error) ? model.cast(error) : null;
  }
}
