package dev.roster.sandbox;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes ids by counting: stable from run to run, readable, and in the form of a UUID where the
 * provider uses one. Accounts are {@code acc0…-…01}, sessions {@code 5e55…-…01}.
 */
final class Ids {

  private final AtomicInteger accounts = new AtomicInteger();
  private final AtomicInteger sessions = new AtomicInteger();
  private final AtomicInteger workflows = new AtomicInteger();

  String account() {
    return uuid("acc00000-0000-4000-8000-", accounts.incrementAndGet());
  }

  String session() {
    return uuid("5e550000-0000-4000-8000-", sessions.incrementAndGet());
  }

  String workflow() {
    return "reparseAccountInfoWorkflow-"
        + uuid("f1040000-0000-4000-8000-", workflows.incrementAndGet());
  }

  // String.format would take half of the time of a reset with 100,000 accounts.
  private static String uuid(String prefix, int number) {
    String digits = Integer.toString(number);
    return prefix + "000000000000".substring(digits.length()) + digits;
  }
}
