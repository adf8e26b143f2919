package dev.roster.calcite.cache;

import dev.roster.calcite.requests.SavedCalls;
import java.time.Duration;

/**
 * An answer that later statements may have too. Models cannot be changed, so that all may hold the
 * same one.
 *
 * @param answer the model
 * @param bytes the size of the body that it was read from
 * @param sinceNanos when it came
 * @param saved counts the calls that it has saved
 */
record Kept(Object answer, long bytes, long sinceNanos, SavedCalls saved) {

  Duration age(long nowNanos) {
    return Duration.ofNanos(nowNanos - sinceNanos);
  }
}
