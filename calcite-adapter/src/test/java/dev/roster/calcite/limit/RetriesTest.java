package dev.roster.calcite.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiTransportException.Kind;
import dev.roster.bindings.Operation;
import dev.roster.bindings.UnreadableAnswerException;
import dev.roster.calcite.fake.FakeProvider;
import dev.roster.calcite.fake.FakeProvider.Profile;
import dev.roster.calcite.statement.Caller;
import dev.roster.calcite.statement.Execution;
import dev.roster.calcite.statement.Held;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which call is sent again, and how often. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class RetriesTest {

  private static final Profile ANSWER = new Profile("any", 1, true);

  private final FakeProvider provider = new FakeProvider();
  private final SentCalls sent = new SentCalls();
  private final Retries retries = new Retries(sent);

  private ApiCall<Profile> call(Operation operation) {
    return provider.call(operation);
  }

  private void fail(int number, Throwable failure) {
    sent.await(number).answer().completeExceptionally(failure);
  }

  static Stream<RuntimeException> passing() {
    return Stream.of(
        Answers.failure(408),
        Answers.failure(429),
        Answers.failure(502),
        Answers.failure(503),
        Answers.failure(504),
        Answers.failure(Answers.READ, 500, "errors/provider_error"),
        Answers.lost(Answers.READ, Kind.NOT_CONNECTED, false),
        Answers.lost(Answers.READ, Kind.CUT, true),
        Answers.lost(Answers.READ, Kind.TIMEOUT, true));
  }

  static Stream<RuntimeException> lasting() {
    return Stream.of(
        Answers.failure(400),
        Answers.failure(401),
        Answers.failure(403),
        Answers.failure(404),
        Answers.failure(500),
        Answers.failure(Answers.READ, 500, "errors/unexpected_error"),
        Answers.failure(501),
        new UnreadableAnswerException(
            "broken JSON", Answers.READ, 503, Headers.of(), new IllegalStateException()),
        Answers.lost(Answers.READ, Kind.CANCELLED, true),
        new IllegalArgumentException("a defect"));
  }

  // The table of AnswerState, seen from here.
  static Stream<RuntimeException> mayHaveBeenDone() {
    return Stream.of(
        Answers.failure(Answers.UNDOCUMENTED, 429, null),
        Answers.failure(Answers.UNDOCUMENTED, 429, null, "Retry-After", "0"),
        Answers.failure(Answers.WRITE, 408, null),
        Answers.failure(Answers.WRITE, 500, null),
        Answers.failure(Answers.WRITE, 500, "errors/provider_error"),
        Answers.failure(Answers.WRITE, 502, null),
        Answers.failure(Answers.WRITE, 503, null),
        Answers.failure(Answers.WRITE, 503, null, "Retry-After", "0"),
        Answers.failure(Answers.WRITE, 504, null),
        Answers.failure(Answers.WRITE, 400, null),
        Answers.lost(Answers.WRITE, Kind.CUT, true),
        Answers.lost(Answers.WRITE, Kind.TIMEOUT, true),
        Answers.lost(Answers.WRITE, Kind.NOT_CONNECTED, true),
        Answers.lost(Answers.WRITE, Kind.CANCELLED, false),
        Answers.lost(Answers.WRITE, Kind.CANCELLED, true),
        new IllegalStateException("a defect"));
  }

  static Stream<RuntimeException> surelyNotDone() {
    return Stream.of(
        Answers.failure(Answers.WRITE, 429, null),
        Answers.lost(Answers.WRITE, Kind.NOT_CONNECTED, false),
        Answers.lost(Answers.WRITE, Kind.TIMEOUT, false));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void aReadIsSentAgainWhereTheFailureMayPass(RuntimeException failure) {
    CompletableFuture<Profile> answer = retries.send(call(Answers.READ));
    fail(1, failure);
    sent.await(2).answer().complete(ANSWER);
    assertThat(answer.join()).isEqualTo(ANSWER);
    assertThat(sent.all()).extracting(SentCalls.Sent::attempt).containsExactly(1, 2);
  }

  @Test
  void threeTimesInAllAndTheLastFailureCounts() {
    CompletableFuture<Profile> answer = retries.send(call(Answers.READ));
    fail(1, Answers.failure(503));
    fail(2, Answers.failure(429));
    RuntimeException last = Answers.failure(504);
    fail(3, last);
    assertThat(answer.handle((value, failure) -> failure).join()).isSameAs(last);
    assertThat(sent.all()).extracting(SentCalls.Sent::attempt).containsExactly(1, 2, 3);
  }

  @Test
  void aLaterTryWaitsLonger() {
    CompletableFuture<Profile> answer = retries.send(call(Answers.READ));
    fail(1, Answers.failure(502));
    fail(2, Answers.failure(502));
    sent.await(3).answer().complete(ANSWER);
    assertThat(answer.join()).isEqualTo(ANSWER);
    long first = sent.all().get(1).nanos() - sent.all().get(0).nanos();
    long second = sent.all().get(2).nanos() - sent.all().get(1).nanos();
    assertThat(Duration.ofNanos(first)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    assertThat(Duration.ofNanos(second)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void aReadIsNotSentAgainWhereTheFailureLasts(RuntimeException failure) {
    CompletableFuture<Profile> answer = retries.send(call(Answers.READ));
    fail(1, failure);
    assertThat(answer).isCompletedExceptionally();
    assertThat(answer.handle((value, thrown) -> thrown).join()).isSameAs(failure);
    assertThat(sent.all()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("mayHaveBeenDone")
  void aWriteThatMayHaveBeenDoneIsNeverSentAgain(RuntimeException failure) {
    Held held = new Held();
    CompletableFuture<Profile> answer = retries.send(call(Answers.WRITE).tagged(Held.class, held));
    fail(1, failure);
    // Done: there is nothing that could send it later.
    assertThat(answer).isCompletedExceptionally();
    assertThat(sent.all()).hasSize(1);
    assertThat(held.drop()).as("it is held back").isFalse();
  }

  @ParameterizedTest
  @MethodSource("surelyNotDone")
  void aWriteThatSurelyWasNotDoneIsSentAgain(RuntimeException failure) {
    CompletableFuture<Profile> answer = retries.send(call(Answers.WRITE));
    fail(1, failure);
    sent.await(2).answer().complete(ANSWER);
    assertThat(answer.join()).isEqualTo(ANSWER);
    assertThat(sent.all()).extracting(SentCalls.Sent::attempt).containsExactly(1, 2);
  }

  @Test
  void aWriteThatWaitsForItsNextTryIsHeldBack() {
    Held held = new Held();
    CompletableFuture<Profile> answer = retries.send(call(Answers.WRITE).tagged(Held.class, held));
    fail(1, Answers.lost(Answers.WRITE, Kind.NOT_CONNECTED, false));
    assertThat(held.drop()).isTrue();
    assertThat(answer.cancel(true)).isTrue();
    assertThat(sent.all()).hasSize(1);
  }

  @Test
  void cancellingEndsTheWaitForTheNextTry() {
    CompletableFuture<Profile> answer = retries.send(call(Answers.READ));
    fail(1, Answers.failure(503));
    assertThat(answer).isNotDone();
    answer.cancel(true);
    assertThat(answer).isCancelled();
    CompletableFuture<Profile> another = retries.send(call(Answers.READ));
    fail(2, Answers.failure(503));
    // Its next try comes later than that of the cancelled one would have.
    assertThat(sent.await(3).attempt()).isEqualTo(2);
    sent.await(3).answer().complete(ANSWER);
    assertThat(another.join()).isEqualTo(ANSWER);
    assertThat(sent.all()).hasSize(3);
  }

  @Test
  void cancellingCancelsWhatIsUnderWay() {
    CompletableFuture<Profile> answer = retries.send(call(Answers.READ));
    answer.cancel(true);
    assertThat(sent.await(1).answer()).isCancelled();
    CompletableFuture<Profile> again = retries.send(call(Answers.READ));
    fail(2, Answers.failure(503));
    SentCalls.Sent second = sent.await(3);
    again.cancel(true);
    assertThat(second.answer()).isCancelled();
  }

  @Test
  void nothingIsSentAgainAfterTheStatementsTimeOut() {
    Long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);
    Caller caller = new Caller(new Execution(), () -> deadline, () -> false);
    CompletableFuture<Profile> answer =
        retries.send(call(Answers.READ).tagged(Caller.class, caller));
    fail(1, Answers.failure(503));
    assertThat(answer).isCompletedExceptionally();
    assertThat(sent.all()).hasSize(1);
  }

  @Test
  void noCallOfAStatementThatHasEndedIsSentAgain() {
    Caller caller = new Caller(new Execution(), () -> null, () -> true);
    CompletableFuture<Profile> answer =
        retries.send(call(Answers.READ).tagged(Caller.class, caller));
    fail(1, Answers.failure(429));
    assertThat(answer).isCompletedExceptionally();
    assertThat(sent.all()).hasSize(1);
  }
}
