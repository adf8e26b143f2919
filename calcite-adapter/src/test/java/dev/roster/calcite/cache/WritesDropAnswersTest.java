package dev.roster.calcite.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiTransportException;
import dev.roster.calcite.limit.CredentialId;
import dev.roster.calcite.statement.Changes;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.postpress.PostpressClient;
import dev.roster.postpress.api.Operations;
import dev.roster.postpress.model.EditOwnProfileRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a write does to the answers that are kept, and to those that are about to be. */
class WritesDropAnswersTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final PostpressClient POSTPRESS =
      PostpressClient.builder().apiKey("pp_secret").build();
  private static final LinkedApiClient LINKEDAPI =
      LinkedApiClient.builder().token("linked_secret").build();

  private final SentCalls sent = new SentCalls();
  private final CredentialCaches all = new CredentialCaches(sent.clock);
  private final ReadCache cache = cache("postpress", "pp_secret", HOUR);

  private ReadCache cache(String provider, String credential, Duration timeToLive) {
    return new ReadCache(
        sent, all, CredentialId.of(provider, "http://localhost", credential), timeToLive, 1000);
  }

  private static ApiCall<?> edit(String account) {
    return POSTPRESS
        .editOwnProfile(EditOwnProfileRequest.builder().accountId(account).headline("Hi").build())
        .tagged(Changes.class, Changes.of(Operations.GET_OWN_PROFILE, account));
  }

  private CompletableFuture<Object> read(String account) {
    return SentCalls.any(cache.read(POSTPRESS.getOwnProfile(account).withJson(), account));
  }

  /** Reads, and answers if a call was made; returns whether one was. */
  private boolean asks(ReadCache by, String account) {
    int before = sent.count();
    var unused = by.read(POSTPRESS.getOwnProfile(account).withJson(), account);
    if (sent.count() > before) {
      sent.answer(before, "answer " + before, 10);
    }
    return sent.count() > before;
  }

  @Test
  void aWriteDropsWhatItChangesAndNothingElse() {
    asks(cache, "a");
    asks(cache, "b");
    CompletableFuture<Object> written = SentCalls.any(cache.send(edit("a")));
    sent.answer(2, "edited", 0);

    assertThat(written).isCompletedWithValue("edited");
    assertThat(asks(cache, "a")).isTrue();
    assertThat(asks(cache, "b")).isFalse();
  }

  @Test
  void aWriteThatDoesNotSayWhatItChangesDropsAllOfItsProvider() {
    ReadCache linkedapi = cache("linkedapi", "linked_secret", HOUR);
    CompletableFuture<Object> accounts = SentCalls.any(linkedapi.read(LINKEDAPI.getAll(), ""));
    sent.answer(0, "accounts", 10);
    asks(cache, "a");
    assertThat(accounts).isCompletedWithValue("accounts");

    var unused = linkedapi.send(LINKEDAPI.disconnect("1"));
    sent.answer(2, "gone", 0);

    assertThat(linkedapi.read(LINKEDAPI.getAll(), "")).isNotDone();
    assertThat(asks(cache, "a")).isFalse();
  }

  @Test
  void aWriteDropsWhatOtherCredentialsAndConnectionsWithoutACacheShow() {
    ReadCache other = cache("postpress", "pp_other", HOUR);
    ReadCache off = cache("postpress", "pp_secret", Duration.ZERO);
    asks(cache, "a");
    asks(other, "a");

    var unused = off.send(edit("a"));
    sent.answer(2, "edited", 0);

    assertThat(asks(cache, "a")).isTrue();
    assertThat(asks(other, "a")).isTrue();
  }

  @Test
  void aWriteElsewhereDropsNothingAndHoldsNothingBack() {
    ReadCache elsewhere =
        new ReadCache(
            sent, all, CredentialId.of("postpress", "http://elsewhere", "pp_secret"), HOUR, 1000);
    asks(cache, "a");
    var unused = elsewhere.send(edit("a")).cancel(true);

    assertThat(asks(cache, "a")).isFalse();
    cache.forget(Changes.of(Operations.GET_OWN_PROFILE));
    assertThat(asks(cache, "a")).isTrue();
    assertThat(asks(cache, "a")).isFalse();
  }

  @Test
  void aReadThatBeganBeforeAWriteIsNeitherKeptNorJoined() {
    CompletableFuture<Object> before = read("a");
    var unused = cache.send(edit("a"));
    CompletableFuture<Object> during = read("a");
    assertThat(sent.count()).isEqualTo(3);
    sent.answer(1, "edited", 0);
    CompletableFuture<Object> after = read("a");
    assertThat(sent.count()).isEqualTo(4);

    sent.answer(3, "new", 10);
    sent.answer(0, "old", 10);
    sent.answer(2, "either", 10);

    assertThat(before).isCompletedWithValue("old");
    assertThat(during).isCompletedWithValue("either");
    assertThat(after).isCompletedWithValue("new");
    assertThat(read("a")).isCompletedWithValue("new");
  }

  @Test
  void whatIsReadWhileAWriteIsUnderWayGoesWhenItHasEnded() {
    var unused = cache.send(edit("a"));
    CompletableFuture<Object> during = read("a");
    sent.answer(1, "old", 10);
    assertThat(during).isCompletedWithValue("old");

    sent.answer(0, "edited", 0);

    assertThat(read("a")).isNotDone();
  }

  @Test
  void aWriteThatMayStillHappenLetsNothingBeKeptForAMinute() {
    CompletableFuture<?> lost = cache.send(edit("a"));
    lost.cancel(true);
    assertThat(sent.isCancelled(0)).isTrue();

    assertThat(asks(cache, "a")).isTrue();
    assertThat(asks(cache, "a")).isTrue();
    asks(cache, "b");
    assertThat(asks(cache, "b")).isFalse();
    sent.pass(Duration.ofMinutes(1));
    assertThat(asks(cache, "a")).isTrue();
    assertThat(asks(cache, "a")).isFalse();
  }

  @Test
  void aWriteThatSurelyDidNothingLetsAnswersBeKept() {
    CompletableFuture<?> refused = cache.send(edit("a"));
    sent.fail(
        0,
        new ApiTransportException(
            "postpress ownProfile.edit: no connection",
            Operations.EDIT_OWN_PROFILE,
            ApiTransportException.Kind.NOT_CONNECTED,
            false,
            new IOException("refused")));

    assertThat(refused).isCompletedExceptionally();
    assertThat(asks(cache, "a")).isTrue();
    assertThat(asks(cache, "a")).isFalse();
  }

  @Test
  void whatChangedWithoutAWriteIsDroppedOnDemand() {
    asks(cache, "a");
    cache.forget(Changes.of(Operations.GET_OWN_PROFILE));

    assertThat(asks(cache, "a")).isTrue();
  }
}
