package dev.roster.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands in for a ledger where none is wanted: it keeps the entries of one statement in
 * memory, so that a thing named twice in it is done once, and knows of no other statement.
 */
final class Unrecorded implements Ledger {

  private final Map<Long, Thing> things = new LinkedHashMap<>();
  private final Map<String, List<Long>> bySlot = new HashMap<>();
  private final Map<List<String>, String> accounts = new HashMap<>();

  private record Thing(Intent intent, String requestKey, long id, Entry entry) {

    boolean isInTheWay() {
      return intent.repetition() != Repetition.NEVER || entry.state() != EntryState.FAILED;
    }

    boolean wasSent() {
      return entry.state() != EntryState.PLANNED && isInTheWay();
    }
  }

  @Override
  public synchronized List<Entry> plan(String requestKey, boolean given, List<Intent> intents) {
    Keys.check("request key", requestKey);
    List<Entry> planned = new ArrayList<>();
    for (Intent intent : intents) {
      String account = account(intent);
      Thing there = inTheWay(slot(requestKey, intent, account));
      planned.add(there == null ? added(requestKey, intent, account) : there.entry());
    }
    return planned;
  }

  private @Nullable String account(Intent intent) {
    String credential = intent.credential();
    return credential == null
        ? intent.account()
        : accounts.get(List.of(intent.baseUrl(), credential));
  }

  private static String slot(String requestKey, Intent intent, @Nullable String account) {
    return intent.repetition() == Repetition.BY_KEY
        ? "key " + requestKey + " " + intent.itemKey()
        : "hash " + intent.hash(account);
  }

  // One that was sent before one that may still be.
  private @Nullable Thing inTheWay(String slot) {
    Thing found = null;
    for (Long id : bySlot.getOrDefault(slot, List.of())) {
      Thing thing = Objects.requireNonNull(things.get(id));
      if (thing.isInTheWay() && (found == null || !found.wasSent())) {
        found = thing;
      }
    }
    return found;
  }

  private Entry added(String requestKey, Intent intent, @Nullable String account) {
    long id = things.size() + 1L;
    Entry entry = entry(id, requestKey, intent, account, EntryState.PLANNED, null);
    put(new Thing(intent, requestKey, id, entry));
    return entry;
  }

  private void put(Thing thing) {
    things.put(thing.id(), thing);
    String slot = slot(thing.requestKey(), thing.intent(), thing.entry().account());
    List<Long> ids = bySlot.computeIfAbsent(slot, any -> new ArrayList<>());
    if (!ids.contains(thing.id())) {
      ids.add(thing.id());
    }
  }

  private static Entry entry(
      long id,
      String requestKey,
      Intent intent,
      @Nullable String account,
      EntryState state,
      @Nullable Settlement settled) {
    return new Entry(
        id,
        requestKey,
        intent.itemKey(),
        1,
        intent.procedure(),
        intent.baseUrl(),
        account,
        intent.target(),
        intent.hash(account),
        intent.arguments(),
        state,
        settled == null ? null : settled.answer(),
        settled != null && settled.secretLeftOut(),
        settled == null ? null : settled.error(),
        settled == null ? null : settled.sqlState(),
        settled == null ? 0 : settled.httpStatus(),
        null,
        false,
        Instant.now(),
        null,
        null);
  }

  private void change(
      Thing thing, @Nullable String account, EntryState state, @Nullable Settlement settled) {
    Entry entry = entry(thing.id(), thing.requestKey(), thing.intent(), account, state, settled);
    put(new Thing(thing.intent(), thing.requestKey(), thing.id(), entry));
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
      Thing thing = Objects.requireNonNull(things.get(entry.id()));
      String slot = slot(thing.requestKey(), thing.intent(), thing.entry().account());
      Thing first = inTheWay(slot);
      if (thing.entry().state() == EntryState.PLANNED && (first == null || !first.wasSent())) {
        change(thing, thing.entry().account(), EntryState.SENT, null);
        claimed.add(Objects.requireNonNull(things.get(entry.id())).entry());
      }
    }
    return claimed;
  }

  @Override
  public synchronized void giveBack(List<Entry> entries) {
    for (Entry entry : entries) {
      Thing thing = Objects.requireNonNull(things.get(entry.id()));
      change(thing, thing.entry().account(), EntryState.PLANNED, null);
    }
  }

  @Override
  public synchronized void settle(List<Settlement> settlements) {
    for (Settlement settlement : settlements) {
      Thing thing = Objects.requireNonNull(things.get(settlement.id()));
      change(thing, thing.entry().account(), settlement.state(), settlement);
    }
  }

  @Override
  public synchronized void settle(
      List<Settlement> settlements, String baseUrl, String credential, String accountNamed) {
    accounts.put(List.of(baseUrl, credential), accountNamed);
    for (Thing thing : List.copyOf(things.values())) {
      if (credential.equals(thing.intent().credential())
          && baseUrl.equals(thing.intent().baseUrl())
          && thing.entry().account() == null) {
        // Nobody asks for what was told of it before; its state counts.
        change(thing, accountNamed, thing.entry().state(), null);
      }
    }
    settle(settlements);
  }

  @Override
  public synchronized @Nullable String defaultAccount(String baseUrl, String credential) {
    return accounts.get(List.of(baseUrl, credential));
  }

  /** Returns the entries of this statement that have the key. */
  @Override
  public synchronized List<Entry> statement(String requestKey) {
    return things.values().stream()
        .filter(thing -> thing.requestKey().equals(requestKey))
        .map(Thing::entry)
        .toList();
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
