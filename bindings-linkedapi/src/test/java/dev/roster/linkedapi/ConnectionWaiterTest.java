package dev.roster.linkedapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.bindings.AnswerWithGaps;
import dev.roster.bindings.AnswerWithJson;
import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiTransportException;
import dev.roster.bindings.Operation;
import dev.roster.linkedapi.LinkedApiServer.FakeTime;
import dev.roster.linkedapi.api.Operations;
import dev.roster.linkedapi.model.ConnectionSession;
import dev.roster.linkedapi.model.ConnectionSessionResult;
import dev.roster.linkedapi.model.ConnectionSessionStatus;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without network and without waiting. */
class ConnectionWaiterTest {

  private final FakeTime time = new FakeTime();
  private final Deque<CompletableFuture<ConnectionSessionResult>> answers = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private final ConnectionWaiter waiter =
      new ConnectionWaiter(
          this::read, new Patience(Duration.ofSeconds(3), Duration.ofMinutes(2), time));

  private ApiCall<ConnectionSessionResult> read(String sessionId) {
    asked.add(time.now().toSeconds() + " s " + sessionId);
    CompletableFuture<ConnectionSessionResult> next =
        answers.size() > 1 ? answers.remove() : answers.element();
    return new Scripted(next);
  }

  private void statuses(String... statuses) {
    for (String status : statuses) {
      answers.add(CompletableFuture.completedFuture(session(status)));
    }
  }

  private static ConnectionSessionResult session(String status) {
    return ConnectionSessionResult.builder()
        .session(
            ConnectionSession.builder()
                .sessionId("s1")
                .status(ConnectionSessionStatus.of(status))
                .build())
        .build();
  }

  @Test
  void itPausesFirstAndThenAsks() {
    statuses("success");

    ConnectionSession session = waiter.waitFor("s1");

    assertThat(session).isEqualTo(session("success").session());
    assertThat(asked).containsExactly("3 s s1");
  }

  @Test
  void itGoesOnWhileTheSessionDoes() {
    statuses("pending", "preparing", "serving", "streaming", "success");

    assertThat(waiter.waitFor("s1").status()).isEqualTo(ConnectionSessionStatus.SUCCESS);
    assertThat(asked).containsExactly("3 s s1", "6 s s1", "9 s s1", "12 s s1", "15 s s1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"success", "expired", "error", "cancelled", "abducted"})
  void anyOtherStatusEndsIt(String status) {
    statuses("pending", status);

    assertThat(waiter.waitFor("s1").status().value()).isEqualTo(status);
    assertThat(asked).hasSize(2);
  }

  @Test
  void itEndsAtTheDeadline() {
    statuses("pending");

    WaitTimeoutException timeout =
        catchThrowableOfType(WaitTimeoutException.class, () -> waiter.waitFor("s1"));

    assertThat(timeout)
        .hasMessage(
            "linkedapi accounts.getConnectionSession: Timed out waiting for connection session"
                + " completion: session s1 is still pending after 120 s. Have its link opened and"
                + " wait again, or cancel it.");
    assertThat(timeout.sessionId()).isEqualTo("s1");
    assertThat(asked).hasSize(40).endsWith("120 s s1");
  }

  @Test
  void theDeadlineIsLookedAtBeforeEachPause() {
    statuses("pending");

    assertThatThrownBy(
            () ->
                waiter
                    .withInterval(Duration.ofSeconds(50))
                    .withDeadline(Duration.ofSeconds(60))
                    .waitFor("s1"))
        .isInstanceOf(WaitTimeoutException.class);
    assertThat(asked).containsExactly("50 s s1", "100 s s1");
  }

  @Test
  void withoutAnyTimeNothingIsAsked() {
    statuses("success");

    assertThatThrownBy(() -> waiter.withDeadline(Duration.ZERO).waitFor("s1"))
        .isInstanceOf(WaitTimeoutException.class)
        .hasMessageContaining("session s1 was not read after 0 s");
    assertThat(asked).isEmpty();
  }

  @Test
  void aCallThatFailsEndsIt() {
    statuses("pending");
    IllegalArgumentException failure = new IllegalArgumentException("No");
    answers.add(CompletableFuture.failedFuture(failure));

    assertThatThrownBy(() -> waiter.waitFor("s1")).isSameAs(failure);
    assertThat(asked).hasSize(2);
  }

  @Test
  void aCallThatCannotBeMadeEndsIt() {
    assertThatThrownBy(() -> waiter.waitFor("s1"))
        .isInstanceOf(java.util.NoSuchElementException.class);
  }

  @Test
  void withoutHoldingTheThreadItEndsTheSame() {
    statuses("pending", "success");

    assertThat(waiter.waitForAsync("s1").join().status())
        .isEqualTo(ConnectionSessionStatus.SUCCESS);
  }

  @Test
  void withoutHoldingTheThreadAFailureArrivesAsItself() {
    statuses("pending");

    Throwable failure = waiter.waitForAsync("s1").handle((session, thrown) -> thrown).join();

    assertThat(failure).isExactlyInstanceOf(WaitTimeoutException.class);
  }

  @Test
  void cancellingTheFutureEndsTheCallInFlightAndAllFurtherOnes() {
    CompletableFuture<ConnectionSessionResult> inFlight = new CompletableFuture<>();
    answers.add(inFlight);
    CompletableFuture<ConnectionSession> future = waiter.waitForAsync("s1");

    future.cancel(true);

    assertThat(inFlight).isCancelled();
    assertThat(asked).hasSize(1);
  }

  @Test
  void interruptingTheWaitingThreadEndsTheCallInFlight() throws Exception {
    CompletableFuture<ConnectionSessionResult> inFlight = new CompletableFuture<>();
    answers.add(inFlight);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    FutureTask<ApiTransportException> waiting =
        new FutureTask<>(
            () -> {
              var failure =
                  catchThrowableOfType(ApiTransportException.class, () -> waiter.waitFor("s1"));
              interrupted.complete(Thread.currentThread().isInterrupted());
              return failure;
            });
    Thread thread = new Thread(waiting);
    thread.start();

    thread.interrupt();

    ApiTransportException failure = waiting.get(10, TimeUnit.SECONDS);
    assertThat(failure.kind()).isEqualTo(ApiTransportException.Kind.CANCELLED);
    assertThat(failure)
        .hasMessage("linkedapi accounts.getConnectionSession: the waiting was interrupted.");
    assertThat(interrupted.get(10, TimeUnit.SECONDS)).as("still interrupted").isTrue();
    assertThat(inFlight).isCancelled();
  }

  @Test
  void inRealTimeItPausesToo() {
    statuses("pending", "success");
    ConnectionWaiter real = new ConnectionWaiter(this::read).withInterval(Duration.ofMillis(20));
    long began = System.nanoTime();

    assertThat(real.waitFor("s1").status()).isEqualTo(ConnectionSessionStatus.SUCCESS);
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isGreaterThanOrEqualTo(Duration.ofMillis(40));
  }

  /** A call that ends as its future does. */
  private record Scripted(CompletableFuture<ConnectionSessionResult> answer)
      implements ApiCall<ConnectionSessionResult> {

    @Override
    public ConnectionSessionResult execute() {
      try {
        return answer.join();
      } catch (CompletionException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public CompletableFuture<ConnectionSessionResult> executeAsync() {
      return answer;
    }

    @Override
    public void cancel() {
      answer.cancel(true);
    }

    @Override
    public ApiCall<ConnectionSessionResult> copy() {
      return this;
    }

    @Override
    public ApiCall<AnswerWithJson<ConnectionSessionResult>> withJson() {
      throw new AssertionError("a waiter reads the session, not its text");
    }

    @Override
    public ApiCall<AnswerWithGaps<ConnectionSessionResult>> withGaps() {
      throw new AssertionError("a waiter reads the session, which is no list");
    }

    @Override
    public <X> ApiCall<ConnectionSessionResult> tagged(Class<X> type, X tag) {
      throw new AssertionError("a waiter tags no call");
    }

    @Override
    public Operation operation() {
      return Operations.GET_CONNECTION_SESSION;
    }

    @Override
    public Request request() {
      throw new AssertionError("Nobody sends this");
    }
  }
}
