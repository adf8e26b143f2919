package dev.roster.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's accounts at postpress. Which accounts there are never changes, so that reading needs
 * no lock.
 */
final class PostpressWorkspace {

  private final Map<String, PostpressAccount> accounts = new LinkedHashMap<>();

  void addAtStart(PostpressAccount account) {
    accounts.put(account.id, account);
  }

  Iterable<PostpressAccount> accounts() {
    return accounts.values();
  }

  @Nullable PostpressAccount account(String id) {
    return accounts.get(id);
  }
}
