package dev.roster.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules by which an intent meets an entry, see {@link Ledger#plan}. */
final class Planning {

  // H2 compares each row found with each value of a list, so a longer one costs more than it saves.
  private static final int CHUNK = 100;

  private final Connection connection;
  private final EntryTable table;
  private final Claims claims;

  Planning(Connection connection, Claims claims) {
    this.connection = connection;
    this.table = new EntryTable(connection);
    this.claims = claims;
  }

  /** Finds or makes an entry for each intent. */
  List<Entry> plan(String requestKey, boolean given, List<Intent> intents) throws SQLException {
    List<Planned> things = known(intents, true);
    Map<String, Row> recorded = recorded(requestKey, things, true);
    List<@Nullable Entry> found = found(things, recorded, given, true);
    Map<String, Planned> missing = new LinkedHashMap<>();
    for (int i = 0; i < things.size(); i++) {
      if (found.get(i) == null) {
        Planned thing = things.get(i);
        Row former = recorded.get(thing.intent().itemKey());
        int attempt = former == null ? 1 : former.entry().attempt() + 1;
        missing.putIfAbsent(
            slot(thing), new Planned(thing.intent(), thing.account(), thing.hash(), attempt));
      }
    }
    for (List<Planned> chunk : chunks(missing.values())) {
      table.insert(requestKey, chunk);
    }
    Map<String, Row> made = recorded(requestKey, List.copyOf(missing.values()), true);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < things.size(); i++) {
      Entry entry = found.get(i);
      if (entry == null) {
        Planned thing = Objects.requireNonNull(missing.get(slot(things.get(i))));
        entry = Objects.requireNonNull(made.get(thing.intent().itemKey())).entry();
      }
      entries.add(entry);
    }
    return entries;
  }

  /** Finds what {@link #plan} would find, and writes nothing. */
  List<@Nullable Entry> look(String requestKey, boolean given, List<Intent> intents)
      throws SQLException {
    List<Planned> things = known(intents, false);
    return found(things, recorded(requestKey, things, false), given, false);
  }

  // Equal things of one statement share an entry, unless each has a key of its own.
  private static String slot(Planned thing) {
    return thing.intent().repetition() == Repetition.BY_KEY
        ? "key " + thing.intent().itemKey()
        : "hash " + thing.hash();
  }

  private List<Planned> known(List<Intent> intents, boolean locked) throws SQLException {
    AccountTable accounts = new AccountTable(connection);
    Map<List<String>, String> named = new HashMap<>();
    List<Planned> things = new ArrayList<>();
    for (Intent intent : intents) {
      String account = intent.account();
      String credential = intent.credential();
      if (credential != null) {
        List<String> key = List.of(intent.baseUrl(), credential);
        if (!named.containsKey(key)) {
          named.put(
              key,
              locked
                  ? accounts.locked(intent.baseUrl(), credential)
                  : accounts.named(intent.baseUrl(), credential));
        }
        account = named.get(key);
      }
      things.add(new Planned(intent, account, intent.hash(account), 1));
    }
    return things;
  }

  private Map<String, Row> recorded(String requestKey, List<Planned> things, boolean write)
      throws SQLException {
    Map<String, Row> byItem = new HashMap<>();
    for (List<Planned> chunk : chunks(things)) {
      List<String> items = chunk.stream().map(thing -> thing.intent().itemKey()).toList();
      for (Row row : claims.met(table, table.withKeys(requestKey, items), write)) {
        byItem.put(row.entry().itemKey(), row);
      }
    }
    return byItem;
  }

  private List<@Nullable Entry> found(
      List<Planned> things, Map<String, Row> recorded, boolean given, boolean write)
      throws SQLException {
    Map<String, List<Row>> equal = equal(things, write);
    List<@Nullable Entry> found = new ArrayList<>();
    for (Planned thing : things) {
      Row own = given ? recorded.get(thing.intent().itemKey()) : null;
      if (own != null && !own.isSameCall(thing.intent(), thing.account())) {
        throw new KeyReusedException(own.entry(), thing.intent());
      }
      Entry other = inTheWay(thing, equal);
      found.add(own == null || mustNotBeSent(own, other) ? other : own.entry());
    }
    return found;
  }

  // An equal one was sent after it was planned: with an account that was named later.
  private static boolean mustNotBeSent(Row own, @Nullable Entry other) {
    return own.entry().state() == EntryState.PLANNED
        && other != null
        && other.state() != EntryState.PLANNED;
  }

  private Map<String, List<Row>> equal(List<Planned> things, boolean write) throws SQLException {
    List<String> hashes =
        things.stream()
            .filter(thing -> thing.intent().repetition() != Repetition.BY_KEY)
            .map(Planned::hash)
            .distinct()
            .toList();
    Map<String, List<Row>> equal = new HashMap<>();
    for (List<String> chunk : chunks(hashes)) {
      for (Row row : claims.met(table, table.withHashes(chunk), write)) {
        equal.computeIfAbsent(row.entry().hash(), hash -> new ArrayList<>()).add(row);
      }
    }
    return equal;
  }

  // One whose outcome is open before one that may still be sent: it must be settled first.
  private static @Nullable Entry inTheWay(Planned thing, Map<String, List<Row>> equal) {
    Entry planned = null;
    for (Row row : equal.getOrDefault(thing.hash(), List.of())) {
      if (row.standsInTheWay(thing.intent().repetition())) {
        if (row.entry().state() != EntryState.PLANNED) {
          return row.entry();
        }
        planned = planned == null ? row.entry() : planned;
      }
    }
    return planned;
  }

  static <T> List<List<T>> chunks(Collection<T> all) {
    List<T> list = List.copyOf(all);
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < list.size(); from += CHUNK) {
      chunks.add(list.subList(from, Math.min(list.size(), from + CHUNK)));
    }
    return chunks;
  }
}
