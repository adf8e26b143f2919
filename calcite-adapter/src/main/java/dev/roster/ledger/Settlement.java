package dev.roster.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What became of a claimed entry.
 *
 * @param id the entry
 * @param state CONFIRMED, FAILED or UNKNOWN
 * @param answer what the provider answered, as JSON without secrets; null if nothing was
 * @param secretLeftOut whether the answer held a secret, which is left out
 * @param error why it failed, or why its outcome is not known; null otherwise
 * @param sqlState the five characters that go with the error; null if there is none
 * @param httpStatus the status of the answer; 0 if there was none
 */
public record Settlement(
    long id,
    EntryState state,
    @Nullable String answer,
    boolean secretLeftOut,
    @Nullable String error,
    @Nullable String sqlState,
    int httpStatus) {

  /**
   * Makes a settlement.
   *
   * @throws IllegalArgumentException if the state is none that settles
   */
  public Settlement {
    if (state == EntryState.PLANNED || state == EntryState.SENT) {
      throw new IllegalArgumentException(state + " settles nothing.");
    }
  }

  /** Returns the settlement of a thing that was done. */
  public static Settlement confirmed(
      long id, @Nullable String answer, boolean secretLeftOut, int httpStatus) {
    return new Settlement(id, EntryState.CONFIRMED, answer, secretLeftOut, null, null, httpStatus);
  }
}
