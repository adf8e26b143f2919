package dev.roster.calcite.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.Operation.Rate;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.fake.FakeProvider;
import dev.roster.calcite.fake.FakeProvider.Profile;
import dev.roster.calcite.statement.CallSender;
import dev.roster.calcite.statement.Caller;
import dev.roster.calcite.statement.Execution;
import dev.roster.calcite.statement.Held;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many calls are under way, how many go in a time, and whose turn it is. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class LimitedCallsTest {

  private final FakeProvider provider = new FakeProvider();
  private final SentCalls sent = new SentCalls();
  private final CredentialId credential =
      CredentialId.of("fake", "http://localhost", UUID.randomUUID().toString());
  private final LimitedCalls two = new LimitedCalls(sent, credential, 2, 0);

  private ApiCall<Profile> call() {
    return provider.profile("x");
  }

  private ApiCall<Profile> call(Execution statement, @Nullable Duration timeLeft) {
    Long deadline = timeLeft == null ? null : (Long) (System.nanoTime() + timeLeft.toNanos());
    return call().tagged(Caller.class, new Caller(statement, () -> deadline, () -> false));
  }

  private CompletableFuture<Profile> send() {
    return two.send(call());
  }

  private static Profile profile(String name) {
    return new Profile(name, 1, true);
  }

  private void answer(int number) {
    sent.await(number).answer().complete(profile("any"));
  }

  private void fail(int number, int status, String... headers) {
    sent.await(number).answer().completeExceptionally(Answers.failure(status, headers));
  }

  private static SqlStateException refusal(CompletableFuture<Profile> answer) {
    CompletionException thrown = catchThrowableOfType(CompletionException.class, answer::join);
    assertThat(thrown).hasCauseInstanceOf(SqlStateException.class);
    return (SqlStateException) Objects.requireNonNull(thrown.getCause());
  }

  @Test
  void aCallWaitsUntilAnotherHasEnded() {
    List<CompletableFuture<Profile>> answers = IntStream.range(0, 4).mapToObj(i -> send()).toList();
    assertThat(sent.all()).hasSize(2);
    sent.await(2).answer().complete(profile("second"));
    assertThat(answers.get(1)).isCompletedWithValue(profile("second"));
    assertThat(sent.all()).hasSize(3);
    sent.await(1).answer().completeExceptionally(new IllegalStateException("first"));
    assertThat(answers.get(0)).isCompletedExceptionally();
    assertThat(sent.all()).hasSize(4);
    sent.await(3).answer().complete(profile("third"));
    sent.await(4).answer().complete(profile("fourth"));
    assertThat(answers.get(2)).isCompletedWithValue(profile("third"));
    assertThat(answers.get(3)).isCompletedWithValue(profile("fourth"));
  }

  @Test
  void aCallThatIsCancelledWhileItWaitsIsNotSent() {
    List<CompletableFuture<Profile>> answers = IntStream.range(0, 4).mapToObj(i -> send()).toList();
    answers.get(2).cancel(true);
    answer(1);
    assertThat(sent.all()).hasSize(3);
    sent.await(3).answer().complete(profile("fourth"));
    assertThat(answers.get(3)).isCompletedWithValue(profile("fourth"));
  }

  @Test
  void cancellingACallThatWasSentCancelsItAndMakesRoom() {
    CompletableFuture<Profile> first = send();
    List<CompletableFuture<Profile>> others = List.of(send(), send());
    first.cancel(true);
    assertThat(sent.await(1).answer()).isCancelled();
    assertThat(sent.all()).hasSize(3);
    assertThat(others).noneMatch(CompletableFuture::isDone);
  }

  @Test
  void connectionsWithTheSameCredentialShareItsLimit() {
    LimitedCalls another = new LimitedCalls(sent, credential, 3, 0);
    LimitedCalls foreign =
        new LimitedCalls(sent, CredentialId.of("fake", "http://localhost", "another"), 2, 0);
    List<CompletableFuture<Profile>> answers =
        List.of(send(), send(), send(), another.send(call()), another.send(call()));
    assertThat(sent.all()).hasSize(3);
    CompletableFuture<Profile> ofAnother = foreign.send(call());
    assertThat(sent.all()).hasSize(4);
    assertThat(answers).noneMatch(CompletableFuture::isDone);
    assertThat(ofAnother).isNotDone();
  }

  @Test
  void theTurnGoesRoundAmongStatements() {
    LimitedCalls one = new LimitedCalls(sent, credential, 1, 0);
    Execution many = new Execution();
    Execution few = new Execution();
    List<Execution> asked = List.of(many, many, many, many, few, few);
    List<CompletableFuture<Profile>> answers =
        asked.stream().map(statement -> one.send(call(statement, null))).toList();
    IntStream.rangeClosed(1, 6).forEach(this::answer);
    assertThat(answers).allMatch(CompletableFuture::isDone);
    assertThat(sent.all().stream().map(call -> call.request().tag(Caller.class).statement()))
        .containsExactly(many, many, few, many, few, many);
  }

  @Test
  void noMoreThanTheRateIsSentInAnyWindow() {
    // 100 in 100 ms.
    LimitedCalls limited = new LimitedCalls(sent, credential, 50, 60_000);
    List<CompletableFuture<Profile>> answers = new ArrayList<>();
    IntStream.range(0, 350).forEach(i -> answers.add(limited.send(call())));
    List<Long> answered = new ArrayList<>();
    for (int number = 1; number <= 350; number++) {
      SentCalls.Sent next = sent.await(number);
      answered.add(System.nanoTime());
      next.answer().complete(profile("any"));
    }
    assertThat(answers).allMatch(CompletableFuture::isDone);
    for (int i = 100; i < 350; i++) {
      assertThat(sent.all().get(i).nanos() - answered.get(i - 100))
          .as("from the answer to call %d until call %d", i - 100, i)
          .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  @Test
  void aCallThatIsAskedForJustBeforeItMayGoIsSentAllTheSame() throws Exception {
    CallSender answered =
        new CallSender() {
          @Override
          public <T> CompletableFuture<T> send(ApiCall<T> call) {
            return CompletableFuture.completedFuture(null);
          }
        };
    CredentialLimit limit = CredentialLimit.of(credential);
    Rate rate = new Rate(1, Duration.ofNanos(50_000));
    ApiCall<Profile> call = call();
    Random random = new Random(5);
    for (int i = 0; i < 10_000; i++) {
      Turn<Profile> turn = new Turn<>(call, answered, limit, 1, rate);
      limit.admit(turn);
      assertThat(turn.get()).isNull();
      // Some end while one looks whether it may go.
      long next = System.nanoTime() + 44_000 + random.nextInt(8_000);
      while (System.nanoTime() < next) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void whatAnotherConnectionHasSentCountsForTheRate() {
    IntStream.rangeClosed(1, 3)
        .forEach(
            number -> {
              var unused = send();
              answer(number);
            });
    LimitedCalls threeAMinute = new LimitedCalls(sent, credential, 2, 3);
    CompletableFuture<Profile> late =
        threeAMinute.send(call(new Execution(), Duration.ofSeconds(50)));
    assertThat(refusal(late).state()).isEqualTo(SqlState.TIMEOUT);
    assertThat(sent.all()).hasSize(3);
  }

  @Test
  void whatCannotGoBeforeTheTimeOutFailsAtOnce() {
    LimitedCalls oneAMinute = new LimitedCalls(sent, credential, 2, 1);
    CompletableFuture<Profile> first = oneAMinute.send(call());
    CompletableFuture<Profile> late = oneAMinute.send(call(new Execution(), Duration.ofSeconds(9)));
    CompletableFuture<Profile> patient =
        oneAMinute.send(call(new Execution(), Duration.ofSeconds(90)));
    CompletableFuture<Profile> next =
        oneAMinute.send(call(new Execution(), Duration.ofSeconds(90)));
    assertThat(refusal(late))
        .hasMessage(
            "fake accounts.getProfile: not sent, as it would have to wait 60.0 s, until its turn"
                + " within 1 requests in 60000 ms; the query time-out of the statement is over"
                + " before. Run it again after that time, raise setQueryTimeout, or ask for fewer"
                + " rows.");
    // Behind the patient one it is another minute.
    assertThat(refusal(next).state()).isEqualTo(SqlState.TIMEOUT);
    assertThat(List.of(first, patient)).noneMatch(CompletableFuture::isDone);
    assertThat(sent.all()).hasSize(1);
  }

  @Test
  void a429PausesTheCredential() {
    LimitedCalls another = new LimitedCalls(sent, credential, 9, 0);
    List<CompletableFuture<Profile>> answers = new ArrayList<>(List.of(send(), send()));
    long before = System.nanoTime();
    fail(1, 429, "Retry-After", "1");
    answers.add(another.send(call()));
    // What is under way goes on.
    answer(2);
    assertThat(answers.get(1)).isCompletedWithValue(profile("any"));
    assertThat(sent.all()).hasSize(2);
    assertThat(sent.await(3).nanos() - before).isGreaterThanOrEqualTo(1_000_000_000);
  }

  @Test
  void anAnswerThatSaysWhenToComeBackPausesToo() {
    var unused = send();
    fail(1, 503, "Retry-After", "120");
    CompletableFuture<Profile> late = two.send(call(new Execution(), Duration.ofSeconds(60)));
    assertThat(refusal(late).state()).isEqualTo(SqlState.TIMEOUT);
    assertThat(refusal(late))
        .hasMessageContaining("wait 120.0 s, until the pause is over that the provider asked for");
  }

  @Test
  void anyOtherFailureDoesNotPause() {
    List<CompletableFuture<Profile>> answers = List.of(send(), send());
    fail(1, 503);
    fail(2, 400, "Retry-After", "120");
    CompletableFuture<Profile> third = send();
    answer(3);
    assertThat(third).isCompletedWithValue(profile("any"));
    assertThat(answers).allMatch(CompletableFuture::isCompletedExceptionally);
  }

  @Test
  void aCallThatWaitsOutAPauseCanBeCancelled() {
    var unused = send();
    fail(1, 429, "Retry-After", "100000000000");
    CompletableFuture<Profile> waiting = send();
    assertThat(waiting).isNotDone();
    assertThat(waiting.cancel(true)).isTrue();
    assertThat(sent.all()).hasSize(1);
  }

  @Test
  void aConnectionThatAllowsLessIsNotKeptOutForEver() {
    LimitedCalls one = new LimitedCalls(sent, credential, 1, 0);
    List<CompletableFuture<Profile>> others = new ArrayList<>(List.of(send(), send()));
    CompletableFuture<Profile> modest = one.send(call(new Execution(), null));
    int number = 1;
    while (sent.all().stream().noneMatch(call -> call.request().tag(Caller.class) != null)) {
      others.add(send());
      answer(number++);
      if (sent.all().size() < number) {
        break;
      }
    }
    assertThat(modest).isNotDone();
    assertThat(sent.await(number).request().tag(Caller.class)).isNotNull();
    answer(number);
    assertThat(modest).isCompletedWithValue(profile("any"));
    assertThat(others).anyMatch(other -> !other.isDone());
  }

  @Test
  void whatWaitsBehindACallThatHasWaitedLongGoesOnWithIt() {
    // 100 in a second, and the other connection sends more.
    LimitedCalls modest = new LimitedCalls(sent, credential, 50, 6000);
    int number = 0;
    while (number < 100) {
      var unused = send();
      answer(++number);
    }
    CompletableFuture<Profile> waiting = modest.send(call(new Execution(), null));
    CompletableFuture<Profile> behind = send();
    while (sent.all().size() > number && !waiting.isDone()) {
      answer(++number);
      behind = send();
    }
    assertThat(List.of(waiting, behind)).as("one keeps the other back").noneMatch(Future::isDone);
    assertThat(sent.await(number + 1).request().tag(Caller.class)).isNotNull();
    answer(number + 1);
    answer(number + 2);
    assertThat(List.of(waiting, behind)).allMatch(Future::isDone);
  }

  @Test
  void anErrorWhileACallIsSentGivesItsPlaceBack() {
    CallSender broken =
        new CallSender() {
          @Override
          public <T> CompletableFuture<T> send(ApiCall<T> call) {
            throw new OutOfMemoryError("unable to create native thread");
          }
        };
    LimitedCalls one = new LimitedCalls(broken, credential, 1, 0);
    assertThat(one.send(call())).isCompletedExceptionally();
    assertThat(one.send(call())).isCompletedExceptionally();
    CompletableFuture<Profile> next = new LimitedCalls(sent, credential, 1, 0).send(call());
    answer(1);
    assertThat(next).isCompletedWithValue(profile("any"));
  }

  @Test
  void aWriteThatIsDroppedWhileItWaitsIsNeverSent() {
    Held held = new Held();
    List<CompletableFuture<Profile>> others = List.of(send(), send());
    CompletableFuture<Profile> write = two.send(call().tagged(Held.class, held));
    assertThat(held.release()).as("it is held").isTrue();
    held.hold();
    Held gone = new Held();
    CompletableFuture<Profile> dropped = two.send(call().tagged(Held.class, gone));
    // As a statement does that ends, before it cancels the call.
    assertThat(gone.drop()).isTrue();
    answer(1);
    answer(2);
    assertThat(sent.all()).hasSize(3);
    assertThat(sent.await(3).request().tag(Held.class)).isSameAs(held);
    assertThat(dropped).isCompletedExceptionally();
    assertThat(write).isNotDone();
    assertThat(held.drop()).as("it is out").isFalse();
    assertThat(others).allMatch(CompletableFuture::isDone);
  }
}
