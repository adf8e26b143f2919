package dev.roster.clients.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How a statement ended that a client cancelled while a provider kept it waiting. */
public final class Cancelled {

  private Cancelled() {}

  /** What a client does to cancel. */
  @FunctionalInterface
  public interface Cancel {
    /** Cancels. */
    void run() throws Exception;
  }

  /**
   * Runs a statement whose call of an operation is not answered, cancels it when the sandbox has
   * received that call, and returns what the statement threw to its client.
   */
  public static Throwable failureOf(
      SandboxProcess sandbox, String operation, Callable<?> statement, Cancel cancel)
      throws Exception {
    sandbox.holdNextAnswerOf(operation);
    CompletableFuture<@Nullable Throwable> failure = new CompletableFuture<>();
    Thread thread = new Thread(() -> failure.complete(thrownBy(statement)));
    thread.start();
    sandbox.awaitCallOf(operation);
    cancel.run();
    Throwable thrown = failure.get(30, TimeUnit.SECONDS);
    assertThat(thrown).as("what the cancelled statement threw").isNotNull();
    return thrown;
  }

  /** Returns the SQLSTATE of the SQLException that a failure is or was caused by, or null. */
  public static @Nullable String sqlStateOf(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql) {
        return sql.getSQLState();
      }
    }
    return null;
  }

  private static @Nullable Throwable thrownBy(Callable<?> statement) {
    try {
      statement.call();
      return null;
    } catch (Throwable e) {
      return e;
    }
  }
}
