package dev.roster.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A call that a provider refuses. Each provider's rules throw it, and write it in the provider's
 * own envelope.
 *
 * <p>It carries either a documented error type, whose status the document knows, or a status alone
 * where the provider has no types.
 */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String errorType;
  private final int status;

  private Refusal(@Nullable String errorType, int status, String detail) {
    super(detail, null, false, false);
    this.errorType = errorType;
    this.status = status;
  }

  static Refusal type(String errorType, String detail) {
    return new Refusal(errorType, 0, detail);
  }

  static Refusal status(int status, String detail) {
    return new Refusal(null, status, detail);
  }

  /** The error type, or null where the provider has none. */
  @Nullable String errorType() {
    return errorType;
  }

  /** The HTTP status, or 0 when it follows from the error type. */
  int status() {
    return status;
  }

  /** What exactly was wrong with this call. */
  String detail() {
    return String.valueOf(getMessage());
  }
}
