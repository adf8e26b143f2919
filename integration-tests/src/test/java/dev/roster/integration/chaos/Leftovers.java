package dev.roster.integration.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.HttpConnections;
import dev.roster.clients.testing.SandboxProcess;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;

/** What may be left in the process after all connections are closed: nothing that was not there. */
final class Leftovers {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  // Threads of the process that stay for a while or for good, however many statements there were:
  // OkHttp connects on threads that end when they were idle for a minute, watches time-outs on one,
  // the common pool of the JVM has a thread a processor, and another answers whoever looks at it
  // with jcmd or jmap.
  private static final Map<String, Integer> OF_THE_PROCESS =
      Map.of(
          "OkHttp TaskRunner", 16,
          "Okio Watchdog", 1,
          "Attach Listener", 1,
          "ForkJoinPool.commonPool-worker-#", Runtime.getRuntime().availableProcessors());

  private final Map<String, Integer> before = threads();

  /** Returns how many bytes of the heap are reachable. */
  static long liveHeap() {
    // A second one, for what the first one's references were cleared of.
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Returns how many classes are loaded. */
  static int classes() {
    return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
  }

  /** Fails if calls, connections or threads are left. */
  void check(SandboxProcess sandbox) {
    Dispatcher dispatcher = HttpConnections.SHARED.dispatcher();
    await(
        "calls under way or queued",
        () -> dispatcher.runningCallsCount() + dispatcher.queuedCallsCount());
    ConnectionPool pool = HttpConnections.SHARED.connectionPool();
    await("connections in use", () -> pool.connectionCount() - pool.idleConnectionCount());
    pool.evictAll();
    assertThat(pool.connectionCount()).as("connections once the idle ones are closed").isZero();
    // One is that of the control calls.
    await("connections that the sandbox sees", () -> sandbox.openConnections() - 1);
    await("calls that the sandbox has not answered", sandbox::callsUnderWay);
    ThreadPoolExecutor threadsOfCalls = (ThreadPoolExecutor) dispatcher.executorService();
    long idle = threadsOfCalls.getKeepAliveTime(TimeUnit.NANOSECONDS);
    threadsOfCalls.setKeepAliveTime(1, TimeUnit.NANOSECONDS);
    await("threads more than before", () -> more().values().stream().mapToInt(n -> n).sum());
    threadsOfCalls.setKeepAliveTime(idle, TimeUnit.NANOSECONDS);
  }

  private Map<String, Integer> more() {
    Map<String, Integer> more = threads();
    before.forEach((name, count) -> more.merge(name, -count, Integer::sum));
    OF_THE_PROCESS.forEach((name, count) -> more.computeIfPresent(name, (n, c) -> c - count));
    more.values().removeIf(count -> count <= 0);
    return more;
  }

  private void await(String what, Supplier<Integer> count) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (count.get() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    assertThat(count.get()).as("%s; threads more than before: %s", what, more()).isZero();
  }

  /**
   * Returns how many threads there are of each name, with # for numbers; without those of the
   * client that makes the control calls.
   */
  private static Map<String, Integer> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(thread -> thread.getName().replaceAll("\\d+", "#"))
        .filter(name -> !name.startsWith("HttpClient-"))
        .collect(Collectors.toMap(name -> name, name -> 1, Integer::sum, TreeMap::new));
  }
}
