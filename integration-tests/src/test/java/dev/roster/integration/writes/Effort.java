package dev.roster.integration.writes;

import java.util.Random;

/**
 * How long the tests of this package take: {@code short} in each build, {@code full} with {@code
 * -Pwrites}; and where their randomness comes from.
 */
public final class Effort {

  private static final boolean FULL = "full".equals(System.getProperty("roster.writes"));

  private Effort() {}

  /** Returns one of two numbers. */
  static int of(int small, int full) {
    return FULL ? full : small;
  }

  /** Returns new random numbers, whose seed is printed; {@code -Droster.seed} gives it. */
  public static Random random(String what) {
    long seed = Long.getLong("roster.seed", System.nanoTime());
    System.out.println(what + ": roster.seed=" + seed);
    return new Random(seed);
  }
}
