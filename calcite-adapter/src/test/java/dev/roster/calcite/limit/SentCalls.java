package dev.roster.calcite.limit;

import dev.roster.bindings.ApiCall;
import dev.roster.calcite.statement.Attempt;
import dev.roster.calcite.statement.CallSender;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** What was sent; the test answers it. */
final class SentCalls implements CallSender {

  /** A call that was sent. */
  record Sent(Request request, CompletableFuture<Object> answer, long nanos) {
    int attempt() {
      @Nullable Attempt attempt = request.tag(Attempt.class);
      return attempt == null ? 0 : attempt.number();
    }
  }

  private final List<Sent> sent = new CopyOnWriteArrayList<>();

  // The test's answers fit its calls.
  @SuppressWarnings("unchecked")
  @Override
  public <T> CompletableFuture<T> send(ApiCall<T> call) {
    CompletableFuture<Object> answer = new CompletableFuture<>();
    sent.add(new Sent(call.request(), answer, System.nanoTime()));
    return (CompletableFuture<T>) answer;
  }

  /** Returns what was sent, in order. */
  List<Sent> all() {
    return List.copyOf(sent);
  }

  /** Waits until so many were sent, and returns the last of them. */
  Sent await(int number) {
    while (sent.size() < number) {
      if (Thread.interrupted()) {
        throw new AssertionError(sent.size() + " were sent, and not " + number);
      }
      Thread.onSpinWait();
    }
    return sent.get(number - 1);
  }
}
