package dev.roster.linkedapi;

import java.time.Duration;

/**
 * How something is waited for.
 *
 * @param interval the pause before each look
 * @param deadline how long after its begin the waiting starts no further pause
 * @param time what both are counted by
 */
record Patience(Duration interval, Duration deadline, Time time) {

  /** 3 s and 2 min, as the provider's own examples have it. */
  static final Patience USUAL =
      new Patience(Duration.ofSeconds(3), Duration.ofMinutes(2), Time.REAL);

  Patience {
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException(
          "linkedapi: the poll interval is " + interval + "; give a time longer than 0");
    }
    if (deadline.isNegative()) {
      throw new IllegalArgumentException(
          "linkedapi: the deadline of a wait is " + deadline + "; give 0 or longer");
    }
  }

  Patience withInterval(Duration other) {
    return new Patience(other, deadline, time);
  }

  Patience withDeadline(Duration other) {
    return new Patience(interval, other, time);
  }
}
