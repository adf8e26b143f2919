package dev.roster.calcite.statement;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that wakes what waits: for its turn, before it is tried again, or for the end of a
 * query time-out.
 */
public final class WakeUps {

  /** Runs what is short and never blocks. */
  public static final ScheduledExecutorService THREAD = thread();

  private WakeUps() {}

  private static ScheduledExecutorService thread() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = Executors.defaultThreadFactory().newThread(work);
              thread.setName("roster-wake-ups");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    // Nothing that a program which uses Roster now and then would see among its threads.
    executor.setKeepAliveTime(10, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }
}
