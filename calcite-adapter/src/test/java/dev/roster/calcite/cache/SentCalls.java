package dev.roster.calcite.cache;

import com.google.common.base.Ticker;
import dev.roster.bindings.ApiCall;
import dev.roster.calcite.statement.CallSender;
import dev.roster.calcite.statement.Caller;
import dev.roster.calcite.statement.Execution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The calls that a cache has sent, which a test answers; and a clock that a test moves. */
final class SentCalls implements CallSender {

  private final List<ApiCall<?>> calls = new ArrayList<>();
  private final List<CompletableFuture<Object>> answers = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong(1);

  /** What the next call that is sent is refused with, at once. */
  @Nullable RuntimeException refusal;

  final Ticker clock =
      new Ticker() {
        @Override
        public long read() {
          return nanos.get();
        }
      };

  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  // A test answers a call with what it is to answer with.
  @SuppressWarnings("unchecked")
  @Override
  public <T> CompletableFuture<T> send(ApiCall<T> call) {
    RuntimeException refused = refusal;
    if (refused != null) {
      refusal = null;
      throw refused;
    }
    CompletableFuture<Object> answer = new CompletableFuture<>();
    calls.add(call);
    answers.add(answer);
    return (CompletableFuture<T>) answer;
  }

  int count() {
    return calls.size();
  }

  ApiCall<?> call(int index) {
    return calls.get(index);
  }

  Caller caller(int index) {
    return Objects.requireNonNull(call(index).request().tag(Caller.class));
  }

  boolean isCancelled(int index) {
    return answers.get(index).isCancelled();
  }

  /** Answers a call with a body of so many bytes. */
  void answer(int index, Object model, long bytes) {
    AnswerSize size = call(index).request().tag(AnswerSize.class);
    if (size != null) {
      size.set(bytes);
    }
    answers.get(index).complete(model);
  }

  void fail(int index, RuntimeException failure) {
    answers.get(index).completeExceptionally(failure);
  }

  /** Returns a future that a test may have answered with anything. */
  @SuppressWarnings("unchecked")
  static CompletableFuture<Object> any(CompletableFuture<?> answer) {
    return (CompletableFuture<Object>) answer;
  }

  /** Returns the call as one of a statement that waits until {@code deadline}, or for good. */
  static <T> ApiCall<T> by(Execution statement, @Nullable Long deadline, ApiCall<T> call) {
    return call.tagged(Caller.class, new Caller(statement, () -> deadline, () -> false));
  }
}
