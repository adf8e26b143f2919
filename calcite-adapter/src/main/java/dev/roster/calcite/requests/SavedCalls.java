package dev.roster.calcite.requests;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the calls that other statements did not have to make because they took the answer of one.
 * A tag of that one's request.
 */
public final class SavedCalls {

  private final AtomicLong count = new AtomicLong();

  /** Adds one. */
  public void add() {
    count.incrementAndGet();
  }

  /** Returns how many they are so far. */
  public long count() {
    return count.get();
  }
}
