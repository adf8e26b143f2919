package dev.roster.calcite.write;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.ledger.Entry;
import dev.roster.ledger.EntryState;
import dev.roster.ledger.Intent;
import dev.roster.ledger.KeyReusedException;
import dev.roster.ledger.Ledger;
import dev.roster.ledger.LedgerException;
import dev.roster.ledger.Repetition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a write: the things are planned in the ledger, those that it knows are told as
 * they are recorded, the others are sent.
 *
 * @param <I> what is given for one thing
 * @param <T> the model of the answer to one request
 */
public final class WriteRun<I, T> {

  private final String where;
  private final Write<I, T> write;
  private final Ledger ledger;
  private final boolean dryRun;
  private final StatementCalls calls;

  /**
   * Makes an execution.
   *
   * @param where the procedure, with what it acts on, for messages
   * @param dryRun whether nothing is to be sent, nor written to the ledger
   */
  public WriteRun(
      String where, Write<I, T> write, Ledger ledger, boolean dryRun, StatementCalls calls) {
    this.where = where;
    this.write = write;
    this.ledger = ledger;
    this.dryRun = dryRun;
    this.calls = calls;
  }

  /**
   * Does the things, each once, and tells of each what is known then.
   *
   * @param items what to do; one that is given twice is done once
   * @param givenKey the request key that the user gave, or null for a fresh one
   * @throws SqlStateException 22023 if an argument breaks a rule or the key was another call's,
   *     08001 if the ledger does not work: nothing was sent then; 08007, 57014 or HYT00 if the
   *     statement was ended meanwhile, saying how to go on
   */
  public Done<I> run(List<I> items, @Nullable String givenKey) {
    String key = givenKey == null ? UUID.randomUUID().toString() : givenKey;
    List<Slot<I>> given = slots(items, key, givenKey != null);
    Planner<I> planner = slots -> plan(slots, key, givenKey != null);
    List<Slot<I>> inOrder = distinct(given);
    inOrder.forEach(this::check);
    planner.plan(inOrder);
    return new Done<>(
        where,
        write.tellsInRows(),
        sent(inOrder, planner, slots -> look(slots, givenKey != null ? key : null)),
        results(items, given));
  }

  /** Sends what is still planned of a statement that was begun before. */
  public Done<I> resume(List<Entry> entries) {
    List<Slot<I>> slots = new ArrayList<>();
    for (Entry entry : entries) {
      I item = write.item(Objects.requireNonNull(entry.arguments()));
      Slot<I> slot = new Slot<>(item, write.intent(item, true), entry.requestKey());
      slot.take(entry);
      check(slot);
      slots.add(slot);
    }
    List<I> items = slots.stream().map(Slot::item).toList();
    String key = entries.isEmpty() ? null : entries.get(0).requestKey();
    Planner<I> look = some -> look(some, key);
    return new Done<>(where, true, sent(slots, look, look), results(items, slots));
  }

  // What has become of entries that others may have claimed.
  private void look(List<Slot<I>> slots, @Nullable String givenKey) {
    Map<Long, Entry> now = new HashMap<>();
    Set<String> keys = new HashSet<>();
    try {
      for (Slot<I> slot : slots) {
        if (keys.add(slot.requestKey())) {
          ledger.statement(slot.requestKey()).forEach(entry -> now.put(entry.id(), entry));
        }
      }
    } catch (LedgerException broken) {
      throw broken(where, broken);
    }
    for (Slot<I> slot : slots) {
      Entry entry = now.getOrDefault(slot.entry().id(), slot.entry());
      slot.take(entry);
      if (entry.state() != EntryState.PLANNED) {
        tell(slot, entry, entry.requestKey().equals(givenKey));
      }
    }
  }

  /** Brings things to the ledger, or back from it. */
  interface Planner<I> {
    void plan(List<Slot<I>> slots);
  }

  private Requests sent(List<Slot<I>> slots, Planner<I> planner, Planner<I> look) {
    return dryRun
        ? new DryRun<>(write).requests(slots)
        : new Sending<>(where, write, ledger, calls, planner, look).send(slots);
  }

  private List<Slot<I>> slots(List<I> items, String key, boolean given) {
    Map<String, Slot<I>> byHash = new HashMap<>();
    List<Slot<I>> all = new ArrayList<>();
    for (I item : items) {
      Intent intent = intent(item, given);
      all.add(byHash.computeIfAbsent(intent.hash(), hash -> new Slot<>(item, intent, key)));
    }
    return all;
  }

  private Intent intent(I item, boolean given) {
    try {
      return write.intent(item, given);
    } catch (IllegalArgumentException brokenRule) {
      throw refused(brokenRule);
    }
  }

  // Of an edit that is given twice the last one counts: another edit of the same may lie between.
  private static <I> List<Slot<I>> distinct(List<Slot<I>> given) {
    Map<Slot<I>, Boolean> inOrder = new LinkedHashMap<>();
    for (Slot<I> slot : given) {
      if (slot.intent().repetition() != Repetition.NEVER) {
        inOrder.remove(slot);
      }
      inOrder.putIfAbsent(slot, true);
    }
    return new ArrayList<>(inOrder.keySet());
  }

  // Before anything is planned: what can be said without a provider is said at once.
  private void check(Slot<I> slot) {
    try {
      Object made = write.call(List.of(slot.item()), slot.account(), slot.sendKey());
      Objects.requireNonNull(made);
    } catch (IllegalArgumentException | IllegalStateException brokenRule) {
      throw refused(brokenRule);
    }
  }

  private SqlStateException refused(RuntimeException brokenRule) {
    return new SqlStateException(
        SqlState.INVALID_ARGUMENT, where + ": " + brokenRule.getMessage(), 0, brokenRule);
  }

  private void plan(List<Slot<I>> slots, String key, boolean given) {
    List<Intent> intents = slots.stream().map(Slot::intent).toList();
    List<? extends @Nullable Entry> entries;
    try {
      entries = dryRun ? ledger.look(key, given, intents) : ledger.plan(key, given, intents);
    } catch (KeyReusedException | IllegalArgumentException refused) {
      throw refused(refused);
    } catch (LedgerException broken) {
      throw broken(where, broken);
    }
    for (int i = 0; i < slots.size(); i++) {
      Slot<I> slot = slots.get(i);
      Entry entry = entries.get(i);
      slot.take(entry);
      if (entry != null && entry.state() != EntryState.PLANNED) {
        tell(slot, entry, given && entry.requestKey().equals(key));
      }
    }
  }

  static SqlStateException broken(String where, LedgerException broken) {
    return new SqlStateException(
        SqlState.NOT_CONNECTED,
        where + ": nothing was sent, as it could not be recorded. " + broken.getMessage(),
        0,
        broken);
  }

  private void tell(Slot<I> slot, Entry entry, boolean ownKey) {
    Answer answer = Answer.recorded(entry.answer());
    SqlStateException failure =
        ownKey
            ? EntryFailures.recorded(where, entry)
            : entry.state() == EntryState.CONFIRMED ? null : EntryFailures.inTheWay(where, entry);
    switch (entry.state()) {
      case CONFIRMED -> {
        if (entry.secretLeftOut()) {
          calls.warn(
              where
                  + ": request_key '"
                  + entry.requestKey()
                  + "' was given before, and nothing was sent. The secret of that answer was not"
                  + " kept.",
              0);
        }
        slot.tell(ownKey ? Outcome.CONFIRMED : Outcome.ALREADY_CONFIRMED, answer, null);
      }
      case FAILED -> slot.tell(answer == null ? Outcome.REFUSED : Outcome.FAILED, answer, failure);
      case UNKNOWN -> slot.tell(Outcome.UNKNOWN, answer, failure);
      case SENT, PLANNED -> slot.tell(Outcome.BEING_SENT, null, failure);
    }
  }

  // Things that the ledger has as one are one, however they were given.
  private List<Result<I>> results(List<I> items, List<Slot<I>> given) {
    Map<Long, Result<I>> byEntry = new HashMap<>();
    Map<Slot<I>, Result<I>> bySlot = new HashMap<>();
    List<Result<I>> results = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Slot<I> slot = given.get(i);
      Entry entry = slot.entryIfAny();
      Result<I> first = entry == null ? bySlot.get(slot) : byEntry.get(entry.id());
      Result<I> result =
          first == null ? Objects.requireNonNull(slot.result()) : first.again(items.get(i));
      results.add(result);
      if (first == null) {
        bySlot.put(slot, result);
        if (entry != null) {
          byEntry.put(entry.id(), result);
        }
      }
    }
    return results;
  }
}
