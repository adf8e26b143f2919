package dev.roster.ledger;

/** Whether a thing may be done again, once an equal one is in the ledger. */
public enum Repetition {
  /** Only if the equal one failed, whatever request key is given: an invitation. */
  NEVER,
  /** Once the equal one is confirmed or failed: any other write without a request key. */
  WHEN_SETTLED,
  /** Always; its request key and item key alone tell it from others: a write with a key. */
  BY_KEY
}
