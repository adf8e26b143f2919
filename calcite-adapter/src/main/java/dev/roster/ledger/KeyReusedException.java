package dev.roster.ledger;

/** A request key was given that another call had before: nothing was planned. */
public final class KeyReusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String requestKey;

  KeyReusedException(Entry recorded, Intent wanted) {
    super(
        "request_key '"
            + recorded.requestKey()
            + "' was used for another call, of "
            + recorded.procedure()
            + (recorded.procedure().equals(wanted.procedure())
                ? " with other arguments"
                : ", not of " + wanted.procedure())
            + ". Give another key, or repeat that call as it was.");
    this.requestKey = recorded.requestKey();
  }

  /** Returns the key. */
  public String requestKey() {
    return requestKey;
  }
}
