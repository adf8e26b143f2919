package dev.roster.integration.chaos;

import java.util.Map;
import java.util.TreeMap;

/** How often what came of a statement or a request, by a word or two. */
final class Totals {

  private final Map<String, Integer> counts = new TreeMap<>();

  synchronized void count(String outcome) {
    counts.merge(outcome, 1, Integer::sum);
  }

  synchronized int of(String outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  synchronized int sum() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public synchronized String toString() {
    return counts.toString();
  }
}
