package dev.roster.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The faults that wait for the next calls, first come first served within an operation; calls that
 * none waits for may meet a random one.
 */
final class Faults {

  private final Map<String, Deque<Pending>> pending = new HashMap<>();
  private RandomFaults.@Nullable Draw random;

  synchronized void add(Fault fault) {
    pending.computeIfAbsent(fault.operation(), o -> new ArrayDeque<>()).add(new Pending(fault));
  }

  /** Lets random faults happen from now on, instead of those before. */
  synchronized void set(RandomFaults faults) {
    random = faults.draw();
  }

  synchronized void clear() {
    pending.clear();
    random = null;
  }

  /** Takes the fault that hits this call of an operation, or null when none does. */
  synchronized @Nullable Fault take(Operation operation) {
    Deque<Pending> queue = pending.get(operation.name());
    Pending first = queue == null ? null : queue.peek();
    if (queue == null || first == null) {
      return random == null ? null : random.next(operation);
    }
    first.left--;
    if (first.left == 0) {
      queue.remove();
    }
    return first.fault;
  }

  private static final class Pending {
    final Fault fault;
    int left;

    Pending(Fault fault) {
      this.fault = fault;
      this.left = fault.count();
    }
  }
}
