package dev.roster.calcite.cache;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.roster.calcite.limit.CredentialId;
import dev.roster.calcite.statement.Changes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The caches of the credentials that connections of a process use. */
final class CredentialCaches {

  private static final Duration UNSETTLED = Duration.ofMinutes(1);

  /** Those of this process. */
  static final CredentialCaches PROCESS = new CredentialCaches(Ticker.systemTicker());

  // A cache stays when the connections of its credential are closed, for those that follow them: a
  // dashboard may open one for each of its tiles. Its answers go when they are too old, so that of
  // a credential that is used no more a few hundred bytes stay.
  private final Map<CredentialId, CredentialCache> caches = new ConcurrentHashMap<>();
  private final Ticker ticker;

  // Writes that nobody can say of whether they take effect, now or soon: the provider may still be
  // at work when the one who asked has left.
  private final Cache<Write, Boolean> unsettled;

  CredentialCaches(Ticker ticker) {
    this.ticker = ticker;
    this.unsettled = CacheBuilder.newBuilder().expireAfterWrite(UNSETTLED).ticker(ticker).build();
  }

  /** Returns the one cache of a credential. */
  CredentialCache of(CredentialId credential) {
    // Here, because it is what makes new caches: so those that nobody asks any more do not add up.
    caches.values().forEach(CredentialCache::dropExpired);
    return caches.computeIfAbsent(credential, any -> new CredentialCache(this, credential, ticker));
  }

  /** Lets answers that a write at a base URL may still change not be kept for a minute. */
  void mayStillHappen(String baseUrl, Changes changes) {
    unsettled.put(new Write(baseUrl, changes), true);
  }

  /** Returns whether a write may still change what a read answers. */
  boolean mayStillChange(CredentialId credential, ReadKey key) {
    return unsettled.asMap().keySet().stream().anyMatch(write -> write.concerns(credential, key));
  }

  /**
   * Drops what a write at a base URL may have changed, whatever the credential: several of them may
   * show the same accounts.
   */
  void forget(String baseUrl, Changes changes) {
    Write write = new Write(baseUrl, changes);
    caches.forEach(
        (credential, cache) -> {
          if (write.isAt(credential)) {
            cache.forget(changes);
          }
        });
  }

  private record Write(String baseUrl, Changes changes) {
    boolean isAt(CredentialId credential) {
      return credential.provider().equals(changes.provider())
          && credential.baseUrl().equals(baseUrl);
    }

    boolean concerns(CredentialId credential, ReadKey key) {
      return isAt(credential) && key.isAmong(changes);
    }
  }
}
