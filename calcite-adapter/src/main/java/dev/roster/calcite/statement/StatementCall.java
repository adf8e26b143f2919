package dev.roster.calcite.statement;

import dev.roster.bindings.AnswerWithGaps;
import dev.roster.bindings.AnswerWithJson;
import dev.roster.bindings.ApiCall;
import dev.roster.bindings.Operation;
import java.util.concurrent.CompletableFuture;
import okhttp3.Request;

/** A call of a binding that is sent as one of a statement's. */
record StatementCall<T>(ApiCall<T> call, StatementCalls calls) implements ApiCall<T> {

  @Override
  public T execute() {
    return calls.await(calls.started(call));
  }

  @Override
  public CompletableFuture<T> executeAsync() {
    return calls.started(call);
  }

  @Override
  public void cancel() {
    call.cancel();
  }

  @Override
  public ApiCall<T> copy() {
    return new StatementCall<>(call.copy(), calls);
  }

  @Override
  public ApiCall<AnswerWithJson<T>> withJson() {
    return new StatementCall<>(call.withJson(), calls);
  }

  @Override
  public ApiCall<AnswerWithGaps<T>> withGaps() {
    return new StatementCall<>(call.withGaps(), calls);
  }

  @Override
  public <X> ApiCall<T> tagged(Class<X> type, X tag) {
    return new StatementCall<>(call.tagged(type, tag), calls);
  }

  @Override
  public Operation operation() {
    return call.operation();
  }

  @Override
  public Request request() {
    return call.request();
  }
}
