package dev.roster.calcite.cache;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.roster.calcite.limit.CredentialId;
import dev.roster.calcite.statement.Changes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the statements of one credential share: the answers that are kept, and the reads that are
 * under way. Its lock guards those reads too; nothing is sent and nobody is told of an answer while
 * it is held.
 */
final class CredentialCache {

  private final CredentialCaches all;
  private final CredentialId credential;
  private final Ticker ticker;
  private final Map<ReadKey, Flight<?>> flights = new HashMap<>();
  private Duration longest = Duration.ZERO;
  private long mostBytes;
  private Cache<ReadKey, Kept> kept;

  CredentialCache(CredentialCaches all, CredentialId credential, Ticker ticker) {
    this.all = all;
    this.credential = credential;
    this.ticker = ticker;
    this.kept = store();
  }

  /**
   * Keeps answers as long, and as many, as the most generous connection of the credential allows.
   * Each connection looks at its own time to live besides, and adds no answer larger than its own
   * bound.
   */
  synchronized void allow(Duration timeToLive, long bytes) {
    if (timeToLive.compareTo(longest) <= 0 && bytes <= mostBytes) {
      return;
    }
    longest = timeToLive.compareTo(longest) > 0 ? timeToLive : longest;
    mostBytes = Math.max(bytes, mostBytes);
    // The bounds of Guava's caches cannot be changed.
    Map<ReadKey, Kept> before = kept.asMap();
    kept = store();
    kept.putAll(before);
  }

  private Cache<ReadKey, Kept> store() {
    return CacheBuilder.newBuilder()
        // Of several segments each would have but its part of the bytes.
        .concurrencyLevel(1)
        .maximumWeight(mostBytes)
        .weigher((ReadKey key, Kept answer) -> (int) Math.min(Integer.MAX_VALUE, answer.bytes()))
        .expireAfterWrite(longest)
        .ticker(ticker)
        .build();
  }

  /** Gives the memory of answers back that are too old for all. */
  synchronized void dropExpired() {
    kept.cleanUp();
  }

  /** Returns an answer that is not as old as {@code timeToLive}, or null if there is none. */
  synchronized @Nullable Kept kept(ReadKey key, Duration timeToLive) {
    Kept answer = kept.getIfPresent(key);
    return answer != null && age(answer).compareTo(timeToLive) < 0 ? answer : null;
  }

  Duration age(Kept answer) {
    return answer.age(ticker.read());
  }

  /** Answers a reader from what is kept, lets it wait for a read under way, or sends its call. */
  <T> void answer(Reader<T> reader) {
    Flight<T> joined = null;
    Flight<T> begun = null;
    Kept hit;
    synchronized (this) {
      hit = kept(reader.key(), reader.timeToLive());
      if (hit == null) {
        joined = flight(reader.key());
        if (joined == null) {
          begun = new Flight<>(this, reader);
          joined = begun;
          flights.put(reader.key(), begun);
        }
        joined.join(reader);
      }
    }
    if (hit != null) {
      reader.served(hit, age(hit));
    }
    if (begun != null) {
      begun.send();
    }
    if (joined != null && reader.isDone()) {
      // Cancelled before it could know what it waits for.
      joined.leave(reader);
    }
  }

  // Operation and key tell the call, and so the type of its answer.
  @SuppressWarnings("unchecked")
  private <T> @Nullable Flight<T> flight(ReadKey key) {
    return (Flight<T>) flights.get(key);
  }

  /** Lets nobody join a read any more. */
  synchronized void remove(Flight<?> flight) {
    flights.remove(flight.key(), flight);
  }

  /** Keeps an answer that has just come, unless it is too large or may change soon. */
  synchronized void keep(ReadKey key, Object answer, AnswerSize size, Reader<?> by) {
    if (size.isAtMost(by.mostBytes()) && !all.mayStillChange(credential, key)) {
      kept.put(key, new Kept(answer, size.bytes(), ticker.read(), by.saved()));
    }
  }

  /**
   * Drops what a write may have changed. A read that is under way may have seen the time before it:
   * those who wait have asked before too, but nobody joins them, and its answer is not kept.
   */
  synchronized void forget(Changes changes) {
    kept.asMap().keySet().removeIf(key -> key.isAmong(changes));
    for (Iterator<Flight<?>> all = flights.values().iterator(); all.hasNext(); ) {
      Flight<?> flight = all.next();
      if (flight.key().isAmong(changes)) {
        flight.doNotKeep();
        all.remove();
      }
    }
  }
}
