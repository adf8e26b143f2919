package dev.roster.ledger;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that uses a ledger's connection. An interrupt of the caller does not reach it: H2
 * would close its file in the midst of a write.
 */
final class LedgerThread implements AutoCloseable {

  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "roster-ledger");
            thread.setDaemon(true);
            // Not the caller's, which an application server may want to let go.
            thread.setContextClassLoader(LedgerThread.class.getClassLoader());
            return thread;
          });

  /** Returns what a step returns, or throws what it throws; waits for it whatever happens. */
  <T> T call(Callable<T> step) {
    Future<T> result;
    try {
      result = executor.submit(step);
    } catch (RejectedExecutionException ended) {
      throw new LedgerException("ledger: closed with its connection.", ended);
    }
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get();
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    } catch (ExecutionException failed) {
      throw thrown(failed.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException thrown(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
  }

  /** Ends the thread once what was asked of it is done. */
  @Override
  public void close() {
    executor.shutdown();
  }
}
