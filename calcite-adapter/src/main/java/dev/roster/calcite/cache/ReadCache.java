package dev.roster.calcite.cache;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.Operation;
import dev.roster.calcite.error.AnswerState;
import dev.roster.calcite.limit.CredentialId;
import dev.roster.calcite.statement.CallSender;
import dev.roster.calcite.statement.Changes;
import dev.roster.ledger.EntryState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Answers the reads of a connection from what other statements of its credential have read within
 * the time to live, or are reading now. A failure is kept for nobody, and neither is what a write
 * of this process may have changed.
 */
public final class ReadCache implements CallSender {

  private final CallSender next;
  private final CredentialCaches all;
  private final CredentialCache shared;
  private final String baseUrl;
  private final Duration timeToLive;
  private final long mostBytes;

  /**
   * Makes one.
   *
   * @param next what sends the calls that nobody else has made
   * @param credential whose answers they are
   * @param timeToLive how old an answer may be; zero lets statements share nothing, but drops what
   *     those of other connections share when this one writes
   * @param mostBytes how many bytes of answers may be kept for the credential
   */
  public ReadCache(CallSender next, CredentialId credential, Duration timeToLive, long mostBytes) {
    this(next, CredentialCaches.PROCESS, credential, timeToLive, mostBytes);
  }

  ReadCache(
      CallSender next,
      CredentialCaches all,
      CredentialId credential,
      Duration timeToLive,
      long mostBytes) {
    this.next = next;
    this.all = all;
    this.shared = all.of(credential);
    this.baseUrl = credential.baseUrl();
    this.timeToLive = timeToLive;
    this.mostBytes = mostBytes;
    if (isOn()) {
      shared.allow(timeToLive, mostBytes);
    }
  }

  private boolean isOn() {
    return !timeToLive.isZero();
  }

  CallSender next() {
    return next;
  }

  Duration timeToLive() {
    return timeToLive;
  }

  long mostBytes() {
    return mostBytes;
  }

  @Override
  public int mostUnderWay() {
    return next.mostUnderWay();
  }

  @Override
  public long mostCalls() {
    return next.mostCalls();
  }

  @Override
  public <T> CompletableFuture<T> read(ApiCall<T> call, String key) {
    if (!isOn()) {
      return next.read(call, key);
    }
    Reader<T> reader = new Reader<>(call, ReadKey.of(call.operation(), key), this);
    shared.answer(reader);
    return reader;
  }

  @Override
  public @Nullable Duration age(Operation operation, String key) {
    Kept kept = isOn() ? shared.kept(ReadKey.of(operation, key), timeToLive) : null;
    return kept == null ? null : shared.age(kept);
  }

  @Override
  public <T> CompletableFuture<T> send(ApiCall<T> call) {
    return call.operation().readOnly() ? next.send(call) : new Written<>(call);
  }

  @Override
  public void forget(Changes changes) {
    all.forget(baseUrl, changes);
  }

  /**
   * A write: what it may change is dropped before it leaves, and again when it has ended, before
   * anybody hears of that.
   */
  private final class Written<T> extends CompletableFuture<T> {
    private final CompletableFuture<T> sent;

    Written(ApiCall<T> call) {
      Changes changes = Changes.by(call);
      forget(changes);
      sent = next.send(call);
      var unused =
          sent.whenComplete(
              (value, failure) -> {
                if (failure != null && AnswerState.of(failure).state() == EntryState.UNKNOWN) {
                  all.mayStillHappen(baseUrl, changes);
                }
                forget(changes);
                if (failure == null) {
                  complete(value);
                } else {
                  completeExceptionally(failure);
                }
              });
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
      boolean cancelled = super.cancel(mayInterrupt);
      sent.cancel(mayInterrupt);
      return cancelled;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      return new CompletableFuture<>();
    }
  }
}
