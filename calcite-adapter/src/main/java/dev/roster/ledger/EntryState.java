package dev.roster.ledger;

/** The states of an entry. */
public enum EntryState {
  /** Wanted, and not sent: nobody has claimed it. */
  PLANNED,
  /** Claimed by a process, which sends it or is about to. */
  SENT,
  /** The provider said that it is done, or a person did. */
  CONFIRMED,
  /** It was surely not done; the thing may be done again, as a new entry. */
  FAILED,
  /** Nobody can say whether it was done; it is not sent again until a person resolves it. */
  UNKNOWN
}
