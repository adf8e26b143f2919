package dev.roster.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Rate limits by operation: at most so many calls of a tenant within any window of time. There are
 * none at first.
 */
final class Limits {

  private final Map<String, Limit> limits = new HashMap<>();

  /** Sets the limit of an operation and forgets the calls counted so far. */
  synchronized void set(String operationName, int requests, Duration window) {
    Operation operation = Spec.operation(operationName);
    if (requests < 0) {
      throw new IllegalArgumentException(
          "A limit's requests must not be negative, not " + requests + ".");
    }
    if (window.isZero() || window.isNegative()) {
      throw new IllegalArgumentException("A limit's window must be longer than nothing.");
    }
    limits.put(operation.name(), new Limit(requests, window));
  }

  synchronized void clear() {
    limits.clear();
  }

  /**
   * Counts a call, or returns false when it would exceed the limit; a refused call is not counted.
   */
  synchronized boolean admits(Operation operation, String tenant, Instant now) {
    Limit limit = limits.get(operation.name());
    if (limit == null) {
      return true;
    }
    Deque<Instant> calls = limit.calls.computeIfAbsent(tenant, t -> new ArrayDeque<>());
    while (!calls.isEmpty() && !calls.getFirst().plus(limit.window).isAfter(now)) {
      calls.removeFirst();
    }
    if (calls.size() >= limit.requests) {
      return false;
    }
    calls.add(now);
    return true;
  }

  private static final class Limit {
    final int requests;
    final Duration window;
    final Map<String, Deque<Instant>> calls = new HashMap<>();

    Limit(int requests, Duration window) {
      this.requests = requests;
      this.window = window;
    }
  }
}
