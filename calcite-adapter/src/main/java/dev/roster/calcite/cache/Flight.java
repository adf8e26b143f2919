package dev.roster.calcite.cache;

import dev.roster.bindings.ApiCall;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.requests.SavedCalls;
import dev.roster.calcite.statement.Caller;
import dev.roster.calcite.statement.Unkept;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * A read that is under way for all who wait for it. The first of them sends it, and it counts as a
 * call of that one's statement; but it goes on when that one leaves, and ends when the last one
 * does. The lock of its cache guards who waits.
 */
final class Flight<T> {

  private final CredentialCache cache;
  private final Reader<T> first;
  private final List<Reader<T>> waiting = new ArrayList<>();
  private final AnswerSize size = new AnswerSize();
  private boolean keep;
  private volatile boolean abandoned;
  private volatile @Nullable CompletableFuture<T> sent;

  Flight(CredentialCache cache, Reader<T> first) {
    this.cache = cache;
    this.first = first;
    this.keep = first.call().request().tag(Unkept.class) == null;
  }

  ReadKey key() {
    return first.key();
  }

  /** Adds one who waits; under the cache's lock. */
  void join(Reader<T> reader) {
    waiting.add(reader);
    reader.waitsFor(this);
  }

  /** Keeps the answer for nobody who comes later; under the cache's lock. */
  void doNotKeep() {
    keep = false;
  }

  void send() {
    CompletableFuture<T> answer;
    try {
      answer = first.next().send(asSent());
    } catch (RuntimeException notSent) {
      answer = CompletableFuture.failedFuture(notSent);
    }
    sent = answer;
    // All may have left in between, seeing nothing sent.
    if (abandoned) {
      answer.cancel(true);
    }
    var unused = answer.whenComplete(this::ended);
  }

  private ApiCall<T> asSent() {
    ApiCall<T> call =
        first.call().tagged(AnswerSize.class, size).tagged(SavedCalls.class, first.saved());
    Caller caller = first.caller();
    return caller == null
        ? call
        : call.tagged(
            Caller.class, new Caller(caller.statement(), this::deadlineNanos, () -> abandoned));
  }

  /** Returns when the last one gives up waiting; null if one has no query time-out. */
  private @Nullable Long deadlineNanos() {
    synchronized (cache) {
      Long latest = null;
      for (Reader<T> reader : waiting) {
        Caller caller = reader.caller();
        Long deadline = caller == null ? null : caller.deadlineNanos();
        if (deadline == null) {
          return null;
        }
        latest = latest == null || deadline - latest > 0 ? deadline : latest;
      }
      return latest;
    }
  }

  /** Takes one out who has given up, and ends the call if that was the last one. */
  void leave(Reader<T> reader) {
    synchronized (cache) {
      if (!waiting.remove(reader) || !waiting.isEmpty()) {
        return;
      }
      abandoned = true;
      cache.remove(this);
    }
    CompletableFuture<T> answer = sent;
    if (answer != null) {
      answer.cancel(true);
    }
  }

  private void ended(@Nullable T value, @Nullable Throwable failure) {
    List<Reader<T>> told;
    synchronized (cache) {
      cache.remove(this);
      if (keep && value != null) {
        cache.keep(key(), value, size, first);
      }
      told = List.copyOf(waiting);
      waiting.clear();
    }
    boolean ofFirst = failure != null && concernsOneStatement(failure);
    for (Reader<T> reader : told) {
      if (reader == first) {
        reader.ends(value, failure);
      } else if (ofFirst) {
        cache.answer(reader);
      } else {
        reader.shared(value, failure, first.saved());
      }
    }
  }

  // No answer and no lost one, but what the driver says of the statement whose call it counts as:
  // that its time or its number of calls is not enough. The others ask for themselves.
  private static boolean concernsOneStatement(Throwable failure) {
    Throwable thrown = failure instanceof CompletionException ? failure.getCause() : failure;
    return thrown instanceof SqlStateException said
        && said.vendorCode() == 0
        && switch (said.state()) {
          case TIMEOUT, LIMIT_REACHED, CANCELLED -> true;
          default -> false;
        };
  }
}
