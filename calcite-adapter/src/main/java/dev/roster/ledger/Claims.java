package dev.roster.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The claims of this process that are under way, and the fate of those whose sender is gone. An
 * entry that says it is SENT, by this process, and is not among them, was left behind.
 */
final class Claims {

  private static final String LOST =
      "The process that sent it ended before the answer came: nobody knows whether it was done.";

  // As SqlState.OUTCOME_UNKNOWN, which this package does not know.
  private static final String OUTCOME_UNKNOWN = "08007";

  // Of all ledgers of the process: a step's name is unique.
  private static final Set<String> UNDER_WAY = ConcurrentHashMap.newKeySet();

  private final Map<Long, String> steps = new ConcurrentHashMap<>();

  /** Says that a step is about to claim these entries. */
  void begin(String step, List<Long> ids) {
    ids.forEach(id -> UNDER_WAY.add(key(step, id)));
  }

  /** Says which of them it claimed. */
  void claimed(String step, List<Long> wanted, List<Entry> claimed) {
    claimed.forEach(entry -> steps.put(entry.id(), step));
    wanted.stream()
        .filter(id -> !step.equals(steps.get(id)))
        .forEach(id -> UNDER_WAY.remove(key(step, id)));
  }

  /** Says that this process will not settle these entries any more. */
  void end(List<Long> ids) {
    for (Long id : ids) {
      String step = steps.remove(id);
      if (step != null) {
        UNDER_WAY.remove(key(step, id));
      }
    }
  }

  /**
   * Returns rows as they are once those that are lost are UNKNOWN, and records that if asked to.
   */
  List<Row> met(EntryTable table, List<Row> rows, boolean write) throws SQLException {
    List<Row> seen = new ArrayList<>();
    List<Row> lost = new ArrayList<>();
    for (Row row : rows) {
      if (isLost(row)) {
        lost.add(row);
        seen.add(unknown(row));
      } else {
        seen.add(row);
      }
    }
    if (write && !lost.isEmpty()) {
      table.lose(lost, LOST, OUTCOME_UNKNOWN);
    }
    return seen;
  }

  private static boolean isLost(Row row) {
    String text = row.sender();
    if (row.entry().state() != EntryState.SENT || text == null) {
      return false;
    }
    Sender sender = Sender.parse(text);
    return sender.isThis()
        ? !UNDER_WAY.contains(key(String.valueOf(row.claim()), row.entry().id()))
        : sender.isGone(row.entry().sentAt());
  }

  private static String key(String step, long id) {
    return step + "/" + id;
  }

  private static Row unknown(Row row) {
    Entry e = row.entry();
    Entry unknown =
        new Entry(
            e.id(),
            e.requestKey(),
            e.itemKey(),
            e.attempt(),
            e.procedure(),
            e.baseUrl(),
            e.account(),
            e.target(),
            e.hash(),
            e.arguments(),
            EntryState.UNKNOWN,
            e.answer(),
            e.secretLeftOut(),
            LOST,
            OUTCOME_UNKNOWN,
            e.httpStatus(),
            e.sender(),
            e.resolved(),
            e.plannedAt(),
            e.sentAt(),
            Instant.now());
    return new Row(unknown, row.content(), row.credential(), row.held(), row.sender(), row.claim());
  }
}
