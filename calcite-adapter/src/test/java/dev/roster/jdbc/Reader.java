package dev.roster.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Reads the first column of all rows in a thread of its own, until they end or fail. */
final class Reader {

  private final CompletableFuture<@Nullable SQLException> failure = new CompletableFuture<>();
  private final List<String> rows = Collections.synchronizedList(new ArrayList<>());
  final Thread thread;

  /** Makes the rows. */
  interface Task {
    ResultSet rows() throws SQLException;
  }

  private volatile long endNanos;

  Reader(Task task) {
    thread = new Thread(() -> read(task));
    thread.start();
  }

  private void read(Task task) {
    try {
      ResultSet made = task.rows();
      while (made.next()) {
        rows.add(made.getString(1));
      }
      ends(null);
    } catch (SQLException failed) {
      ends(failed);
    } catch (RuntimeException | Error unexpected) {
      failure.completeExceptionally(unexpected);
    }
  }

  private void ends(@Nullable SQLException failed) {
    endNanos = System.nanoTime();
    failure.complete(failed);
  }

  boolean isDone() {
    return failure.isDone();
  }

  /** Waits until it has failed, and returns with what. */
  SQLException failure() throws Exception {
    return Objects.requireNonNull(failure.get(), "it did not fail");
  }

  /** Waits until all rows are read. */
  List<String> allRows() throws Exception {
    SQLException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
    return rowsSoFar();
  }

  List<String> rowsSoFar() {
    return List.copyOf(rows);
  }

  /** Returns when it ended, by {@link System#nanoTime}. */
  long endNanos() {
    return endNanos;
  }

  /** Waits until the thread waits, as it does for a call. */
  void waitUntilItWaits() {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }
}
