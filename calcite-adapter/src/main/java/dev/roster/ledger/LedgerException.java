package dev.roster.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The ledger cannot be opened, read or written. The message says which one, without its password,
 * what happened and what to do. Where it comes of a step that should have recorded something,
 * nobody knows whether it is recorded.
 */
public final class LedgerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LedgerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
