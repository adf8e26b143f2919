package dev.roster.bindings;

/** Is told where answers and their spec differ. */
@FunctionalInterface
public interface DriftListener {

  /** Hears nothing; readers then do not look at places at all. */
  DriftListener NONE = drift -> {};

  /**
   * Is called after an answer was read, whether that succeeded or not, once for each place and kind
   * of difference in it; not for what is no JSON. The thread is the transport's, so it must be
   * quick; the call fails with what it throws.
   */
  void seen(Drift drift);
}
