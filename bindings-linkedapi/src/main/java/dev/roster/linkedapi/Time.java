package dev.roster.linkedapi;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The passing of time, so that tests need not wait for it. */
interface Time {

  /** The time of this machine. */
  Time REAL =
      new Time() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void after(Duration pause, Runnable task) {
          CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS).execute(task);
        }
      };

  /** Returns a count of nanoseconds that only grows. */
  long nanos();

  /** Runs {@code task} when {@code pause} is over, without waiting for it. */
  void after(Duration pause, Runnable task);
}
