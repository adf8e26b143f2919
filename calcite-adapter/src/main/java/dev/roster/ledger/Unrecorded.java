package dev.roster.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in for a ledger where none is wanted: it keeps the entries of one statement in
 * memory, so that a thing named twice in it is done once, and knows of no other statement.
 */
final class Unrecorded implements Ledger {

  private final Map<Long, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Entry> byHash = new LinkedHashMap<>();

  @Override
  public synchronized List<Entry> plan(String requestKey, boolean given, List<Intent> intents) {
    Keys.check("request key", requestKey);
    List<Entry> planned = new ArrayList<>();
    for (Intent intent : intents) {
      String slot = intent.repetition() == Repetition.BY_KEY ? intent.itemKey() : intent.hash();
      planned.add(byHash.computeIfAbsent(slot, hash -> entry(requestKey, intent)));
    }
    return planned;
  }

  private Entry entry(String requestKey, Intent intent) {
    Entry entry =
        new Entry(
            entries.size() + 1L,
            requestKey,
            intent.itemKey(),
            1,
            intent.procedure(),
            intent.baseUrl(),
            intent.account(),
            intent.target(),
            intent.hash(),
            intent.arguments(),
            EntryState.PLANNED,
            null,
            false,
            null,
            null,
            0,
            null,
            false,
            Instant.now(),
            null,
            null);
    entries.put(entry.id(), entry);
    return entry;
  }

  @Override
  public List<@Nullable Entry> look(String requestKey, boolean given, List<Intent> intents) {
    List<@Nullable Entry> nothing = new ArrayList<>();
    intents.forEach(intent -> nothing.add(null));
    return nothing;
  }

  /** Claims nothing twice. */
  @Override
  public synchronized List<Entry> claim(List<Entry> wanted) {
    List<Entry> claimed = new ArrayList<>();
    for (Entry entry : wanted) {
      if (entries.remove(entry.id()) != null) {
        claimed.add(entry);
      }
    }
    return claimed;
  }

  @Override
  public void settle(List<Settlement> settlements) {}

  @Override
  public void settle(
      List<Settlement> settlements, String baseUrl, String credential, String accountNamed) {}

  @Override
  public @Nullable String defaultAccount(String baseUrl, String credential) {
    return null;
  }

  @Override
  public List<Entry> statement(String requestKey) {
    return List.of();
  }

  @Override
  public List<Entry> resolve(String requestKey, @Nullable String itemKey, EntryState outcome) {
    return List.of();
  }

  @Override
  public Iterable<Entry> entries(Selection selection) {
    return List.of();
  }
}
