package dev.roster.calcite.limit;

import dev.roster.bindings.Operation.Rate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The requests of a credential that count for its rate. One counts from the moment at which it is
 * sent until a window after its answer: the provider counted it at some moment in between, so that
 * it never sees more in a window than the rate allows, however unevenly requests travel.
 *
 * <p>Times are those of {@link System#nanoTime}. Whoever uses it has to hold a lock.
 */
final class SentRequests {

  // So that a connection with a rate knows what one without has sent before.
  private static final int LEAST_KEPT = 1000;

  private final Deque<Long> answered = new ArrayDeque<>();
  private int kept = LEAST_KEPT;
  private int underWay;

  /** Returns how many are sent and not answered. */
  int underWay() {
    return underWay;
  }

  /** Notes that one is sent. */
  void begins() {
    underWay++;
  }

  /** Notes that one which was to be sent was not. */
  void takesBack() {
    underWay--;
  }

  /** Notes that one was answered, or failed. */
  void ends(long now) {
    underWay--;
    answered.addLast(now);
    while (answered.size() > kept) {
      answered.removeFirst();
    }
  }

  /**
   * Returns when the next request may be sent at the earliest; {@code now} if at once.
   *
   * @param ahead how many others go before it
   */
  long earliest(Rate rate, int ahead, long now) {
    kept = Math.max(kept, rate.requests());
    long window = rate.window().toNanos();
    int recent = 0;
    for (Iterator<Long> latestFirst = answered.descendingIterator();
        latestFirst.hasNext() && now - latestFirst.next() < window; ) {
      recent++;
    }
    int mustEnd = underWay + recent + ahead + 1 - rate.requests();
    if (mustEnd <= 0) {
      return now;
    }
    if (mustEnd <= recent) {
      int index = answered.size() - recent + mustEnd - 1;
      return answered.stream().skip(index).findFirst().orElseThrow() + window;
    }
    // Behind requests that are not answered yet, or not even sent: a window for each round of them.
    return now + window * (1 + (mustEnd - recent - 1) / rate.requests());
  }
}
