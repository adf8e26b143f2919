package dev.roster.calcite.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.bindings.AnswerWithJson;
import dev.roster.bindings.ApiCall;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.limit.CredentialId;
import dev.roster.calcite.statement.Execution;
import dev.roster.calcite.statement.Unkept;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.postpress.PostpressClient;
import dev.roster.postpress.api.Operations;
import dev.roster.postpress.model.OwnProfile;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which reads are answered without a call, and who waits for which. */
class ReadCacheTest {

  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
  private static final long BYTES = 1000;
  private static final PostpressClient POSTPRESS =
      PostpressClient.builder().apiKey("pp_secret").build();
  private static final LinkedApiClient LINKEDAPI =
      LinkedApiClient.builder().token("linked_secret").build();

  private final SentCalls sent = new SentCalls();
  private final CredentialCaches all = new CredentialCaches(sent.clock);
  private final ReadCache cache = cache("pp_secret");

  private static CredentialId postpress(String key) {
    return CredentialId.of("postpress", Operations.BASE_URL, key);
  }

  private ReadCache cache(String key) {
    return new ReadCache(sent, all, postpress(key), HALF_A_MINUTE, BYTES);
  }

  private static ApiCall<AnswerWithJson<OwnProfile>> profile(String account) {
    return POSTPRESS.getOwnProfile(account).withJson();
  }

  private CompletableFuture<Object> read(ReadCache by, String account) {
    return SentCalls.any(by.read(profile(account), account));
  }

  private CompletableFuture<Object> read(String account) {
    return read(cache, account);
  }

  private static RuntimeException refused(SqlState state) {
    return new SqlStateException(state, "statement: it is not enough");
  }

  @Test
  void aReadWithinTheTimeToLiveHasTheAnswerOfTheOneBefore() {
    CompletableFuture<Object> first = read("a");
    sent.answer(0, "answer", 10);
    sent.pass(HALF_A_MINUTE.minusNanos(1));

    assertThat(first).isCompletedWithValue("answer");
    assertThat(read("a")).isCompletedWithValue("answer");
    assertThat(read(cache("pp_secret"), "a")).isCompletedWithValue("answer");
    assertThat(sent.count()).isEqualTo(1);
  }

  @Test
  void anAnswerAsOldAsTheTimeToLiveIsAskedForAgain() {
    var unused = read("a");
    sent.answer(0, "old", 10);
    sent.pass(HALF_A_MINUTE);

    CompletableFuture<Object> later = read("a");

    assertThat(later).isNotDone();
    sent.answer(1, "new", 10);
    assertThat(later).isCompletedWithValue("new");
  }

  @Test
  void howOldAnAnswerMayBeIsForTheReadingConnectionToSay() {
    ReadCache impatient =
        new ReadCache(sent, all, postpress("pp_secret"), Duration.ofSeconds(5), BYTES);
    ReadCache patient =
        new ReadCache(sent, all, postpress("pp_secret"), Duration.ofMinutes(10), BYTES);
    var unused = read(impatient, "a");
    sent.answer(0, "answer", 10);
    sent.pass(Duration.ofMinutes(9));

    assertThat(read(patient, "a")).isCompletedWithValue("answer");
    assertThat(read("a")).isNotDone();
    assertThat(read(impatient, "a")).isNotDone();
    assertThat(sent.count()).isEqualTo(2);
  }

  @Test
  void readsThatAskTogetherShareACall() {
    List<CompletableFuture<Object>> answers =
        IntStream.range(0, 12).mapToObj(i -> read("a")).toList();
    assertThat(sent.count()).isEqualTo(1);

    sent.answer(0, "answer", 10);

    assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompletedWithValue("answer"));
  }

  @Test
  void anotherCredentialBaseUrlOperationOrKeyIsAnotherRead() {
    var unused = read("a");
    sent.answer(0, "answer", 10);
    CredentialId elsewhere = CredentialId.of("postpress", "http://localhost:1", "pp_secret");

    assertThat(read("b")).isNotDone();
    assertThat(read(cache("pp_other"), "a")).isNotDone();
    assertThat(read(new ReadCache(sent, all, elsewhere, HALF_A_MINUTE, BYTES), "a")).isNotDone();
    assertThat(cache.read(LINKEDAPI.getAll(), "a")).isNotDone();
    assertThat(sent.count()).isEqualTo(5);
  }

  @Test
  void aFailureIsToldToAllWhoWaitAndKeptForNobody() {
    List<CompletableFuture<Object>> answers = List.of(read("a"), read("a"));
    RuntimeException failure = new IllegalStateException("503");

    sent.fail(0, failure);

    assertThat(answers)
        .allSatisfy(answer -> assertThatThrownBy(answer::get).cause().isSameAs(failure));
    assertThat(read("a")).isNotDone();
    assertThat(sent.count()).isEqualTo(2);
  }

  @Test
  void whoGivesUpDoesNotEndTheCallForOthers() {
    CompletableFuture<Object> first = read("a");
    CompletableFuture<Object> second = read("a");

    first.cancel(true);
    assertThat(sent.isCancelled(0)).isFalse();
    CompletableFuture<Object> third = read("a");
    sent.answer(0, "answer", 10);

    assertThat(first).isCancelled();
    assertThat(List.of(second, third))
        .allSatisfy(answer -> assertThat(answer).isCompletedWithValue("answer"));
    assertThat(read("a")).isCompletedWithValue("answer");
    assertThat(sent.count()).isEqualTo(1);
  }

  @Test
  void theLastWhoGivesUpEndsTheCallAndTheNextSendsAnother() {
    List<CompletableFuture<Object>> answers = List.of(read("a"), read("a"));
    answers.forEach(answer -> answer.cancel(true));
    assertThat(sent.isCancelled(0)).isTrue();

    CompletableFuture<Object> next = read("a");

    assertThat(sent.count()).isEqualTo(2);
    assertThat(sent.isCancelled(1)).isFalse();
    sent.answer(1, "answer", 10);
    assertThat(next).isCompletedWithValue("answer");
  }

  @Test
  void aRefusalForTheOneWhoSendsIsNotForThoseWhoWait() {
    CompletableFuture<Object> first = read("a");
    CompletableFuture<Object> second = read("a");
    CompletableFuture<Object> third = read("a");

    sent.fail(0, refused(SqlState.TIMEOUT));

    assertThatThrownBy(first::get).hasCauseInstanceOf(SqlStateException.class);
    assertThat(List.of(second, third)).noneMatch(CompletableFuture::isDone);
    assertThat(sent.count()).isEqualTo(2);
    sent.answer(1, "answer", 10);
    assertThat(List.of(second, third))
        .allSatisfy(answer -> assertThat(answer).isCompletedWithValue("answer"));
  }

  @Test
  void aCallThatIsRefusedAtOnceFailsAndIsKeptForNobody() {
    sent.refusal = refused(SqlState.LIMIT_REACHED);

    assertThatThrownBy(read("a")::get).hasCauseInstanceOf(SqlStateException.class);
    assertThat(read("a")).isNotDone();
    assertThat(sent.count()).isEqualTo(1);
  }

  @Test
  void aSharedCallHasTheTimeOfThePatientOne() {
    Execution first = new Execution();
    CompletableFuture<?> soon = cache.read(SentCalls.by(first, 100L, profile("a")), "a");
    assertThat(sent.caller(0).statement()).isSameAs(first);
    assertThat(sent.caller(0).deadlineNanos()).isEqualTo(100);

    CompletableFuture<?> later = cache.read(SentCalls.by(new Execution(), 200L, profile("a")), "a");
    assertThat(sent.caller(0).deadlineNanos()).isEqualTo(200);
    CompletableFuture<?> never = cache.read(SentCalls.by(new Execution(), null, profile("a")), "a");
    assertThat(sent.caller(0).deadlineNanos()).isNull();

    never.cancel(true);
    assertThat(sent.caller(0).deadlineNanos()).isEqualTo(200);
    later.cancel(true);
    assertThat(sent.caller(0).deadlineNanos()).isEqualTo(100);
    assertThat(sent.caller(0).ended().getAsBoolean()).isFalse();
    soon.cancel(true);
    assertThat(sent.caller(0).ended().getAsBoolean()).isTrue();
  }

  @Test
  void anAnswerWithoutAKnownSizeIsNotKept() {
    var unused = read("a");
    sent.answer(0, "answer", -1);

    assertThat(read("a")).isNotDone();
  }

  @Test
  void anAnswerLargerThanTheBoundIsGivenAndNotKept() {
    CompletableFuture<Object> first = read("a");
    sent.answer(0, "large", BYTES + 1);
    assertThat(first).isCompletedWithValue("large");
    assertThat(read("a")).isNotDone();

    var unusedToo = read("b");
    sent.answer(2, "as large as may be", BYTES);
    assertThat(read("b")).isCompletedWithValue("as large as may be");
  }

  @Test
  void theBytesOfAllAnswersTogetherAreBounded() {
    List<CompletableFuture<Object>> unused = Stream.of("a", "b", "c", "d").map(this::read).toList();
    IntStream.range(0, 4).forEach(i -> sent.answer(i, "answer " + i, BYTES / 3));

    assertThat(Stream.of("a", "b", "c", "d").filter(key -> read(key).isDone()))
        .containsExactly("b", "c", "d");
  }

  @Test
  void whatIsMarkedSoIsSharedWhileItIsUnderWayAndNotKept() {
    ApiCall<?> session = profile("a").tagged(Unkept.class, Unkept.TAG);
    CompletableFuture<Object> first = SentCalls.any(cache.read(session, "a"));
    CompletableFuture<Object> second = SentCalls.any(cache.read(session.copy(), "a"));
    sent.answer(0, "answer", 10);

    assertThat(List.of(first, second))
        .allSatisfy(answer -> assertThat(answer).isCompletedWithValue("answer"));
    assertThat(cache.read(session.copy(), "a")).isNotDone();
    assertThat(sent.count()).isEqualTo(2);
  }

  @Test
  void withATimeToLiveOfZeroNothingIsShared() {
    ReadCache off = new ReadCache(sent, all, postpress("pp_secret"), Duration.ZERO, BYTES);
    var unused = read("a");
    sent.answer(0, "kept", 10);

    CompletableFuture<Object> first = read(off, "a");
    CompletableFuture<Object> second = read(off, "a");

    assertThat(sent.count()).isEqualTo(3);
    sent.answer(1, "one", 10);
    sent.answer(2, "two", 10);
    assertThat(first).isCompletedWithValue("one");
    assertThat(second).isCompletedWithValue("two");
    assertThat(read("a")).isCompletedWithValue("kept");
    assertThat(off.age(Operations.GET_OWN_PROFILE, "a")).isNull();
  }

  @Test
  void theAgeOfAnAnswerIsTheTimeSinceItCame() {
    assertThat(cache.age(Operations.GET_OWN_PROFILE, "a")).isNull();
    var unused = read("a");
    sent.pass(Duration.ofSeconds(3));
    assertThat(cache.age(Operations.GET_OWN_PROFILE, "a")).isNull();
    sent.answer(0, "answer", 10);
    sent.pass(Duration.ofSeconds(2));

    assertThat(cache.age(Operations.GET_OWN_PROFILE, "a")).isEqualTo(Duration.ofSeconds(2));
    sent.pass(Duration.ofSeconds(28));
    assertThat(cache.age(Operations.GET_OWN_PROFILE, "a")).isNull();
  }
}
