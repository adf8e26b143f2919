package dev.roster.bindings.http;

import dev.roster.bindings.AnswerWithGaps;
import dev.roster.bindings.AnswerWithJson;
import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiException;
import dev.roster.bindings.ApiTransportException;
import dev.roster.bindings.ApiTransportException.Kind;
import dev.roster.bindings.Operation;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A call over OkHttp.
 *
 * <p>It runs on a thread of the transport, also when {@link #execute} waits for it: a thread that
 * reads a socket does not notice its interruption, one that waits for another does.
 */
final class HttpCall<T> implements ApiCall<T> {

  private final Request request;
  private final AnswerReader<T> answers;
  private final OkHttpClient client;
  private final Executor threads;

  private final SendGate gate = new SendGate();
  private final AtomicBoolean started = new AtomicBoolean();
  private volatile boolean cancelled;
  private volatile @Nullable Call http;

  HttpCall(Request request, AnswerReader<T> answers, OkHttpClient client, Executor threads) {
    this.request = request;
    this.answers = answers;
    this.client = client;
    this.threads = threads;
  }

  @Override
  public T execute() {
    CompletableFuture<T> answer = executeAsync();
    try {
      return answer.get();
    } catch (InterruptedException e) {
      gate.close();
      cancel();
      Thread.currentThread().interrupt();
      InterruptedIOException cause =
          new InterruptedIOException("The waiting thread was interrupted");
      cause.initCause(e);
      throw answers.failures().notAnswered(Kind.CANCELLED, gate.passed(), cause);
    } catch (ExecutionException e) {
      throw asThrownHere(e);
    }
  }

  // The frames of the transport's thread say nothing of who called.
  private static RuntimeException asThrownHere(ExecutionException e) {
    Throwable failure = e.getCause();
    if (failure instanceof ApiException || failure instanceof ApiTransportException) {
      failure.setStackTrace(e.getStackTrace());
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(failure);
  }

  @Override
  public CompletableFuture<T> executeAsync() {
    if (!started.compareAndSet(false, true)) {
      throw new IllegalStateException(
          operation().qualifiedName() + ": the call was sent before; copy() gives a new one");
    }
    Call call = client.newCall(asSent());
    http = call;
    if (cancelled) {
      call.cancel();
    }
    CallFuture<T> answer = new CallFuture<>(this::cancel);
    threads.execute(() -> complete(answer, call));
    // Also when the caller ends the future in another way, by orTimeout say.
    var unused = answer.whenComplete((value, failure) -> cancel());
    return answer;
  }

  private void complete(CallFuture<T> answer, Call call) {
    try {
      answer.complete(send(call));
    } catch (Throwable failure) {
      answer.completeExceptionally(failure);
    }
  }

  private T send(Call call) {
    try (Response response = call.execute()) {
      return answers.read(response);
    } catch (IOException e) {
      throw answers.failures().notAnswered(kindOf(e, call), gate.passed(), e);
    }
  }

  private Kind kindOf(IOException failure, Call call) {
    if (cancelled) {
      return Kind.CANCELLED;
    }
    // Before asking the call: OkHttp cancels it itself when its whole time is over.
    if (failure instanceof InterruptedIOException) {
      return Kind.TIMEOUT;
    }
    if (call.isCanceled()) {
      return Kind.CANCELLED;
    }
    return gate.passed() ? Kind.CUT : Kind.NOT_CONNECTED;
  }

  private Request asSent() {
    Request.Builder sent = request.newBuilder().tag(SendGate.class, gate);
    if (!operation().readOnly()) {
      RequestBody body = request.body();
      sent.method(request.method(), new OneShotBody(body == null ? RequestBody.EMPTY : body));
    }
    return sent.build();
  }

  @Override
  public void cancel() {
    cancelled = true;
    Call call = http;
    if (call != null) {
      call.cancel();
    }
  }

  @Override
  public ApiCall<T> copy() {
    return new HttpCall<>(request, answers, client, threads);
  }

  @Override
  public ApiCall<AnswerWithJson<T>> withJson() {
    return new HttpCall<>(request, answers.withJson(), client, threads);
  }

  @Override
  public ApiCall<AnswerWithGaps<T>> withGaps() {
    return new HttpCall<>(request, answers.withGaps(), client, threads);
  }

  @Override
  public <X> ApiCall<T> tagged(Class<X> type, X tag) {
    return new HttpCall<>(request.newBuilder().tag(type, tag).build(), answers, client, threads);
  }

  @Override
  public Operation operation() {
    return answers.failures().operation();
  }

  @Override
  public Request request() {
    return request;
  }
}
