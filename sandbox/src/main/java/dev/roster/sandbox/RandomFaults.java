package dev.roster.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Faults that happen by chance, as on a bad day. Of the calls of each operation that {@code faults}
 * name, so many of a hundred are hit by one of the operation's faults, each as likely as the
 * others; a fault that stands there twice is twice as likely. A fault's count does not matter.
 *
 * @param seed where the chance comes from: calls in the same order meet the same faults
 * @param percent how many of a hundred calls are hit, from 0 to 100
 * @param mostLatency how long each answer of these operations is held back at most, hit or not;
 *     zero for not at all. The time is random too, and comes on top of a fault's own latency
 * @param faults what can happen
 */
public record RandomFaults(long seed, int percent, Duration mostLatency, List<Fault> faults) {

  public RandomFaults {
    faults = List.copyOf(faults);
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException(
          "The percent of random faults must be from 0 to 100, not " + percent + ".");
    }
    if (mostLatency.isNegative()) {
      throw new IllegalArgumentException("The latency of random faults must not be negative.");
    }
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("Random faults need at least one fault.");
    }
  }

  /** Returns them from the beginning of their chance. */
  Draw draw() {
    return new Draw(this);
  }

  /** One course of them. */
  static final class Draw {

    private final Random random;
    private final int percent;
    private final int latencies;
    private final Map<String, List<Fault>> faults = new LinkedHashMap<>();

    private Draw(RandomFaults all) {
      random = new Random(all.seed);
      percent = all.percent;
      latencies = Math.toIntExact(all.mostLatency.toMillis()) + 1;
      all.faults.forEach(
          fault -> faults.computeIfAbsent(fault.operation(), o -> new ArrayList<>()).add(fault));
    }

    /** Returns what happens to the next call of an operation, or null if nothing does. */
    @Nullable Fault next(Operation operation) {
      List<Fault> own = faults.get(operation.name());
      if (own == null) {
        return null;
      }
      boolean hit = random.nextInt(100) < percent;
      Fault fault = hit ? own.get(random.nextInt(own.size())) : null;
      Duration late = Duration.ofMillis(random.nextInt(latencies));
      if (fault != null) {
        return fault.latency(fault.latency().plus(late));
      }
      return late.isZero() ? null : Fault.on(operation.name()).latency(late);
    }
  }
}
