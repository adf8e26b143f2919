package dev.roster.calcite.fake;

import dev.roster.bindings.AnswerWithGaps;
import dev.roster.bindings.AnswerWithJson;
import dev.roster.bindings.ApiCall;
import dev.roster.bindings.Operation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import okhttp3.Request;

/** A call whose answer is computed when it is sent; a supplier that gives a future may be slow. */
public final class FakeCall<T> implements ApiCall<T> {

  private final Operation operation;
  private final Supplier<CompletableFuture<T>> answer;
  private final Request request;

  /** Makes a call of an operation. */
  public FakeCall(Operation operation, Supplier<CompletableFuture<T>> answer) {
    this(
        operation,
        answer,
        new Request.Builder().url("http://localhost/" + operation.path()).build());
  }

  private FakeCall(Operation operation, Supplier<CompletableFuture<T>> answer, Request request) {
    this.operation = operation;
    this.answer = answer;
    this.request = request;
  }

  @Override
  public T execute() {
    return executeAsync().join();
  }

  @Override
  public CompletableFuture<T> executeAsync() {
    return answer.get();
  }

  @Override
  public void cancel() {}

  @Override
  public ApiCall<T> copy() {
    return new FakeCall<>(operation, answer, request);
  }

  @Override
  public ApiCall<AnswerWithJson<T>> withJson() {
    return new FakeCall<>(
        operation,
        () -> answer.get().thenApply(model -> new AnswerWithJson<>(model, "{}")),
        request);
  }

  @Override
  public ApiCall<AnswerWithGaps<T>> withGaps() {
    return new FakeCall<>(
        operation, () -> answer.get().thenApply(model -> new AnswerWithGaps<>(model, List.of())));
  }

  @Override
  public <X> ApiCall<T> tagged(Class<X> type, X tag) {
    return new FakeCall<>(operation, answer, request.newBuilder().tag(type, tag).build());
  }

  @Override
  public Operation operation() {
    return operation;
  }

  @Override
  public Request request() {
    return request;
  }
}
