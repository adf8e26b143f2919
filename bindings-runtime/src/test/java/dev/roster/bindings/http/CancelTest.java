package dev.roster.bindings.http;

import static dev.roster.bindings.http.PeopleServer.ADA;
import static dev.roster.bindings.http.PeopleServer.ADA_WRAPPED;
import static dev.roster.bindings.testing.ProviderServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiException;
import dev.roster.bindings.ApiTransportException;
import dev.roster.bindings.ApiTransportException.Kind;
import dev.roster.bindings.http.PeopleApi.Person;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Calls without waiting, and the ways to end one early. */
class CancelTest {

  @AutoClose private final PeopleServer server = new PeopleServer();

  /** Counts down when OkHttp ends a call early. */
  private final CountDownLatch ended = new CountDownLatch(1);

  private final OkHttpClient watched =
      new OkHttpClient.Builder()
          .eventListener(
              new EventListener() {
                @Override
                public void callFailed(Call call, IOException failure) {
                  ended.countDown();
                }
              })
          .build();

  private PeopleApi stalling() {
    server.answers(answer().onResponseStart(SocketEffect.Stall.INSTANCE));
    return server.api(builder -> builder.httpClient(watched));
  }

  private void assertHttpCallEnded() throws InterruptedException {
    assertThat(ended.await(10, TimeUnit.SECONDS)).as("the HTTP call ended").isTrue();
  }

  @Test
  void anAnswerArrivesInTheFuture() throws Exception {
    server.answers(200, ADA_WRAPPED);

    assertThat(server.api().find().executeAsync().get(10, TimeUnit.SECONDS)).isEqualTo(ADA);
  }

  @Test
  void aFailureArrivesInTheFutureAsItself() {
    server.answers(401, "{\"type\":\"badToken\",\"message\":\"M\"}");

    CompletableFuture<Person> future = server.api().find().executeAsync();

    ExecutionException wrapped =
        catchThrowableOfType(ExecutionException.class, () -> future.get(10, TimeUnit.SECONDS));
    assertThat(wrapped.getCause()).isExactlyInstanceOf(ApiException.class);
    Throwable delivered = future.handle((person, failure) -> failure).join();
    assertThat(delivered).isExactlyInstanceOf(ApiException.class);
  }

  @Test
  void aTransportFailureArrivesInTheFutureAsItself() {
    server.answers(answer().onResponseStart(new SocketEffect.CloseSocket()));

    Throwable delivered =
        server.api().find().executeAsync().handle((person, failure) -> failure).join();

    assertThat(delivered).isExactlyInstanceOf(ApiTransportException.class);
  }

  @Test
  void cancellingTheFutureEndsTheHttpCall() throws InterruptedException {
    CompletableFuture<Person> future = stalling().find().executeAsync();
    server.request();

    assertThat(future.cancel(true)).isTrue();

    assertThat(future).isCancelled();
    assertHttpCallEnded();
  }

  @Test
  void cancellingAFutureMadeFromItEndsTheHttpCall() throws InterruptedException {
    CompletableFuture<Integer> length =
        stalling().find().executeAsync().thenApply(Person::name).thenApply(String::length);
    server.request();

    length.cancel(true);

    assertHttpCallEnded();
  }

  @Test
  void aFutureThatTimesOutEndsTheHttpCall() throws InterruptedException {
    CompletableFuture<Person> future =
        stalling().find().executeAsync().orTimeout(50, TimeUnit.MILLISECONDS);

    assertThat(catchThrowable(future::join)).hasCauseInstanceOf(TimeoutException.class);
    assertHttpCallEnded();
  }

  @Test
  void cancellingTheCallEndsTheWaitForIt() throws Exception {
    ApiCall<Person> call = stalling().add();
    FutureTask<ApiTransportException> waiting =
        new FutureTask<>(() -> catchThrowableOfType(ApiTransportException.class, call::execute));
    new Thread(waiting).start();
    server.request();

    call.cancel();

    ApiTransportException failure = waiting.get(10, TimeUnit.SECONDS);
    assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
    assertThat(failure.mayHaveBeenSent()).isTrue();
    assertThat(failure)
        .hasMessage(
            "acme people.add: cancelled. The call may have taken effect: look before sending it"
                + " again.");
  }

  @Test
  void aCallThatIsCancelledBeforehandIsNeverSent() {
    server.answers(200, ADA_WRAPPED);
    ApiCall<Person> call = server.api().add();
    call.cancel();

    ApiTransportException failure =
        catchThrowableOfType(ApiTransportException.class, call::execute);

    assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
    assertThat(failure.mayHaveBeenSent()).isFalse();
    assertThat(failure).hasMessage("acme people.add: cancelled. Nothing was sent.");
    assertThat(server.requests()).isZero();
  }

  @Test
  void cancellingAfterTheAnswerIsHarmless() {
    server.answers(200, ADA_WRAPPED).answers(200, ADA_WRAPPED);
    ApiCall<Person> call = server.api().find();
    call.execute();

    call.cancel();

    assertThat(call.copy().execute()).isEqualTo(ADA);
  }

  @Test
  void interruptingTheWaitingThreadEndsTheHttpCall() throws Exception {
    ApiCall<Person> call = stalling().add();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    FutureTask<ApiTransportException> waiting =
        new FutureTask<>(
            () -> {
              ApiTransportException failure =
                  catchThrowableOfType(ApiTransportException.class, call::execute);
              interrupted.complete(Thread.currentThread().isInterrupted());
              return failure;
            });
    Thread thread = new Thread(waiting);
    thread.start();
    server.request();

    thread.interrupt();

    ApiTransportException failure = waiting.get(10, TimeUnit.SECONDS);
    assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
    assertThat(failure.mayHaveBeenSent()).isTrue();
    assertThat(interrupted.get(10, TimeUnit.SECONDS)).as("still interrupted").isTrue();
    assertHttpCallEnded();
  }

  @Test
  void aThreadThatIsInterruptedAlreadySendsNothing() {
    OkHttpClient waiting =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  await(ended);
                  return chain.proceed(chain.request());
                })
            .build();
    server.answers(200, ADA_WRAPPED);
    ApiCall<Person> call = server.api(builder -> builder.httpClient(waiting)).add();

    Thread.currentThread().interrupt();
    ApiTransportException failure =
        catchThrowableOfType(ApiTransportException.class, call::execute);

    assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    ended.countDown();
    assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
    assertThat(failure.mayHaveBeenSent()).isFalse();
    assertThat(server.requests()).isZero();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void moreCallsAreInFlightThanOkHttpWouldRunAtATime() {
    PeopleApi api = server.api();
    for (int i = 0; i < 20; i++) {
      server.answers(answer().onResponseStart(SocketEffect.Stall.INSTANCE));
    }

    var calls = Stream.generate(api::find).limit(20).map(ApiCall::executeAsync).toList();

    for (int i = 0; i < 20; i++) {
      server.request();
    }
    calls.forEach(call -> call.cancel(true));
    assertThat(server.requests()).isEqualTo(20);
  }

  @Test
  void callsRunOnThreadsThatKeepNoJvmAlive() throws Exception {
    CompletableFuture<Thread> running = new CompletableFuture<>();
    OkHttpClient observed =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  running.complete(Thread.currentThread());
                  return chain.proceed(chain.request());
                })
            .build();
    server.answers(200, ADA_WRAPPED);

    server.api(builder -> builder.httpClient(observed)).find().execute();

    Thread thread = running.get(10, TimeUnit.SECONDS);
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getName()).startsWith("roster-acme-");
  }
}
