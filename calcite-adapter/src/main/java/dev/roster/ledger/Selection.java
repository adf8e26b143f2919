package dev.roster.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Which entries to read.
 *
 * @param requestKey only those of this statement; null for all
 * @param procedure only those of this procedure; null for all
 */
public record Selection(@Nullable String requestKey, @Nullable String procedure) {

  /** Every entry. */
  public static final Selection ALL = new Selection(null, null);
}
