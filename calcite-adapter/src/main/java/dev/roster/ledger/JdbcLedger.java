package dev.roster.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ledger in a database. */
final class JdbcLedger implements Ledger, AutoCloseable {

  private static final int PAGE = 1000;

  private final LedgerDatabase database;
  private final LedgerThread thread = new LedgerThread();
  private final Claims claims = new Claims();

  JdbcLedger(LedgerLocation location) {
    this.database = new LedgerDatabase(location);
  }

  @Override
  public List<Entry> plan(String requestKey, boolean given, List<Intent> intents) {
    checkKeys(requestKey, intents);
    return step(c -> new Planning(c, claims).plan(requestKey, given, intents));
  }

  @Override
  public List<@Nullable Entry> look(String requestKey, boolean given, List<Intent> intents) {
    checkKeys(requestKey, intents);
    return step(c -> new Planning(c, claims).look(requestKey, given, intents));
  }

  private static void checkKeys(String requestKey, List<Intent> intents) {
    Keys.check("request key", requestKey);
    Map<String, String> contents = new HashMap<>();
    for (Intent intent : intents) {
      String former = contents.putIfAbsent(intent.itemKey(), intent.hash());
      if (former != null && !former.equals(intent.hash())) {
        throw new IllegalArgumentException(
            "item key: two things of the statement have the key " + intent.itemKey() + ".");
      }
    }
  }

  @Override
  public List<Entry> claim(List<Entry> entries) {
    List<Long> ids = entries.stream().map(Entry::id).distinct().sorted().toList();
    String claim = UUID.randomUUID().toString();
    claims.begin(claim, ids);
    List<Entry> mine = List.of();
    try {
      // What is lost of another step makes things UNKNOWN at worst; a lost claim would be sent
      // again.
      mine =
          stepOnDisk(
              c -> {
                EntryTable table = new EntryTable(c);
                List<Entry> claimed = new ArrayList<>();
                for (List<Long> chunk : Planning.chunks(ids)) {
                  table.claim(chunk, claim);
                  for (Row row : table.withIds(chunk)) {
                    if (claim.equals(row.claim()) && row.entry().state() == EntryState.SENT) {
                      claimed.add(row.entry());
                    }
                  }
                }
                return claimed;
              });
    } finally {
      claims.claimed(claim, ids, mine);
    }
    return inOrder(entries, mine);
  }

  private static List<Entry> inOrder(List<Entry> wanted, List<Entry> claimed) {
    Map<Long, Entry> byId = new HashMap<>();
    claimed.forEach(entry -> byId.put(entry.id(), entry));
    List<Entry> ordered = new ArrayList<>();
    for (Entry entry : wanted) {
      Entry found = byId.remove(entry.id());
      if (found != null) {
        ordered.add(found);
      }
    }
    return ordered;
  }

  @Override
  public void settle(List<Settlement> settlements) {
    settled(settlements, connection -> {});
  }

  @Override
  public void giveBack(List<Entry> entries) {
    List<Long> ids = entries.stream().map(Entry::id).toList();
    try {
      step(
          c -> {
            EntryTable table = new EntryTable(c);
            for (List<Long> chunk : Planning.chunks(ids)) {
              table.giveBack(chunk);
            }
            return ids.size();
          });
    } finally {
      claims.end(ids);
    }
  }

  @Override
  public void settle(
      List<Settlement> settlements, String baseUrl, String credential, String accountNamed) {
    Set<Long> ids = new HashSet<>();
    settlements.forEach(settlement -> ids.add(settlement.id()));
    settled(
        settlements,
        connection -> new AccountNaming(connection, baseUrl, credential).name(accountNamed, ids));
  }

  private void settled(List<Settlement> settlements, LedgerDatabase.Part naming) {
    try {
      step(
          c -> {
            naming.run(c);
            new EntryTable(c).settle(settlements);
            return settlements.size();
          });
    } finally {
      // Whether or not it is recorded: this process is done with them.
      claims.end(settlements.stream().map(Settlement::id).toList());
    }
  }

  @Override
  public @Nullable String defaultAccount(String baseUrl, String credential) {
    return step(c -> Optional.ofNullable(new AccountTable(c).named(baseUrl, credential)))
        .orElse(null);
  }

  @Override
  public List<Entry> statement(String requestKey) {
    return step(
        c -> {
          EntryTable table = new EntryTable(c);
          return entries(claims.met(table, table.ofStatement(requestKey), true));
        });
  }

  @Override
  public List<Entry> resolve(String requestKey, @Nullable String itemKey, EntryState outcome) {
    if (outcome != EntryState.CONFIRMED && outcome != EntryState.FAILED) {
      throw new IllegalArgumentException("outcome: must be CONFIRMED or FAILED, not " + outcome);
    }
    return step(
        c -> {
          EntryTable table = new EntryTable(c);
          List<Long> ids =
              claims.met(table, table.ofStatement(requestKey), true).stream()
                  .map(Row::entry)
                  .filter(entry -> entry.state() == EntryState.UNKNOWN)
                  .filter(entry -> itemKey == null || entry.itemKey().equals(itemKey))
                  .map(Entry::id)
                  .toList();
          List<Entry> changed = new ArrayList<>();
          for (List<Long> chunk : Planning.chunks(ids)) {
            table.resolve(chunk, outcome);
            table.withIds(chunk).stream()
                .map(Row::entry)
                .filter(Entry::resolved)
                .forEach(changed::add);
          }
          return changed;
        });
  }

  @Override
  public Iterable<Entry> entries(Selection selection) {
    return () -> new Pages(selection);
  }

  private List<Entry> page(long after, Selection selection) {
    return step(
        c -> {
          EntryTable table = new EntryTable(c);
          return entries(claims.met(table, table.after(after, selection, PAGE), true));
        });
  }

  private static List<Entry> entries(List<Row> rows) {
    return rows.stream().map(Row::entry).toList();
  }

  private <T> T step(LedgerDatabase.Step<T> step) {
    return thread.call(() -> database.transaction(step));
  }

  private <T> T stepOnDisk(LedgerDatabase.Step<T> step) {
    return thread.call(() -> database.transactionOnDisk(step));
  }

  /** Closes the database; what is asked for later fails with a {@link LedgerException}. */
  @Override
  public void close() {
    thread.call(
        () -> {
          database.close();
          return true;
        });
    thread.close();
  }

  /** Entries in order of their ids, a page at a time. */
  private final class Pages implements Iterator<Entry> {

    private final Selection selection;
    private Iterator<Entry> page = List.<Entry>of().iterator();
    private long last;
    private boolean more = true;

    Pages(Selection selection) {
      this.selection = selection;
    }

    @Override
    public boolean hasNext() {
      if (!page.hasNext() && more) {
        List<Entry> next = page(last, selection);
        more = next.size() == PAGE;
        page = next.iterator();
      }
      return page.hasNext();
    }

    @Override
    public Entry next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Entry entry = page.next();
      last = entry.id();
      return entry;
    }
  }
}
