package dev.roster.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of the table of entries, which is the same for H2 and PostgreSQL. Each method is a part
 * of the transaction of the connection that it is given.
 */
final class EntryTable {

  // What H2 holds in a VARCHAR.
  private static final int MOST_CHARACTERS = 1_048_576;

  // As SqlState.CONNECTION_FAILED, which this package does not know.
  private static final String RESOLVED_AS_FAILED = "08006";

  private static final String SELECT = "SELECT " + Row.COLUMNS + " FROM roster_ledger_entry ";

  private final Connection connection;

  EntryTable(Connection connection) {
    this.connection = connection;
  }

  /** All attempts at some things of a statement, oldest first. */
  List<Row> withKeys(String requestKey, Collection<String> itemKeys) throws SQLException {
    return rows(
        "WHERE request_key = ? AND item_key IN " + places(itemKeys) + " ORDER BY id",
        values(requestKey, itemKeys));
  }

  /** What a statement made, oldest first. */
  List<Row> ofStatement(String requestKey) throws SQLException {
    return rows("WHERE request_key = ? ORDER BY id", requestKey);
  }

  List<Row> withHashes(Collection<String> hashes) throws SQLException {
    return rows("WHERE hash IN " + places(hashes) + " ORDER BY id", hashes.toArray());
  }

  List<Row> withIds(Collection<Long> ids) throws SQLException {
    return rows("WHERE id IN " + places(ids) + " ORDER BY id", ids.toArray());
  }

  List<Row> ofCredential(String baseUrl, String credential) throws SQLException {
    return rows("WHERE credential = ? AND base_url = ? ORDER BY id", credential, baseUrl);
  }

  /** A page of those selected, from the one after {@code id} on. */
  List<Row> after(long id, Selection selection, int most) throws SQLException {
    List<Object> values = new ArrayList<>(List.of(id));
    StringBuilder where = new StringBuilder("WHERE id > ?");
    if (selection.requestKey() != null) {
      where.append(" AND request_key = ?");
      values.add(selection.requestKey());
    }
    if (selection.procedure() != null) {
      where.append(" AND procedure_name = ?");
      values.add(selection.procedure());
    }
    values.add(most);
    return rows(where + " ORDER BY id FETCH FIRST ? ROWS ONLY", values.toArray());
  }

  /** Adds an entry for each intent, PLANNED. */
  void insert(String requestKey, List<Planned> things) throws SQLException {
    String sql =
        "INSERT INTO roster_ledger_entry (request_key, item_key, attempt, procedure_name, base_url,"
            + " account, credential, target, content, hash, held, repetition, arguments, state,"
            + " secret_left_out, http_status, resolved, planned_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, 'PLANNED', FALSE, 0, FALSE, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      OffsetDateTime now = now();
      for (Planned thing : things) {
        Intent intent = thing.intent();
        bind(
            insert,
            requestKey,
            intent.itemKey(),
            thing.attempt(),
            intent.procedure(),
            intent.baseUrl(),
            thing.account(),
            intent.credential(),
            intent.target(),
            intent.content(),
            thing.hash(),
            intent.repetition() == Repetition.BY_KEY ? null : thing.hash(),
            intent.repetition().name(),
            fitting(intent.arguments()),
            now);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /**
   * Turns those still PLANNED into SENT, by this process in the step named; but not what must not
   * be repeated and was sent as another entry, whose account was named later.
   */
  void claim(Collection<Long> ids, String step) throws SQLException {
    List<Object> values = new ArrayList<>(List.of(Sender.THIS.text(), step, now()));
    values.addAll(ids);
    update(
        "UPDATE roster_ledger_entry SET state = 'SENT', sender = ?, claim = ?, sent_at = ? WHERE"
            + " state = 'PLANNED' AND id IN "
            + places(ids)
            + " AND NOT (repetition = 'NEVER' AND EXISTS (SELECT 1 FROM roster_ledger_entry other"
            + " WHERE other.hash = roster_ledger_entry.hash AND other.id <> roster_ledger_entry.id"
            + " AND other.repetition = 'NEVER' AND other.state IN ('SENT', 'CONFIRMED',"
            + " 'UNKNOWN')))",
        values.toArray());
  }

  /** Turns what this process claimed back into what it was before. */
  void giveBack(Collection<Long> ids) throws SQLException {
    List<Object> values = new ArrayList<>(List.of(Sender.THIS.text()));
    values.addAll(ids);
    update(
        "UPDATE roster_ledger_entry SET state = 'PLANNED', sender = NULL, claim = NULL, sent_at ="
            + " NULL, settled_at = NULL, error = NULL, sql_state = NULL WHERE sender = ? AND state"
            + " IN ('SENT', 'UNKNOWN') AND NOT resolved AND id IN "
            + places(ids),
        values.toArray());
  }

  /** Records what became of entries that this process claimed. */
  void settle(List<Settlement> settlements) throws SQLException {
    String sql =
        "UPDATE roster_ledger_entry SET state = ?, answer = ?, secret_left_out = ?, error = ?,"
            + " sql_state = ?, http_status = ?, settled_at = ?, held = CASE WHEN "
            + released("?")
            + " THEN NULL ELSE held END"
            + " WHERE id = ? AND sender = ? AND state IN ('SENT', 'UNKNOWN') AND NOT resolved";
    try (PreparedStatement settle = connection.prepareStatement(sql)) {
      OffsetDateTime now = now();
      for (Settlement settlement : settlements) {
        String state = settlement.state().name();
        bind(
            settle,
            state,
            fitting(settlement.answer()),
            settlement.secretLeftOut(),
            shortened(settlement.error()),
            settlement.sqlState(),
            settlement.httpStatus(),
            now,
            state,
            state,
            settlement.id(),
            Sender.THIS.text());
        settle.addBatch();
      }
      settle.executeBatch();
    }
  }

  /** Marks entries UNKNOWN whose sender is gone. */
  void lose(List<Row> rows, String error, String sqlState) throws SQLException {
    String sql =
        "UPDATE roster_ledger_entry SET state = 'UNKNOWN', error = ?, sql_state = ?, settled_at = ?"
            + " WHERE id = ? AND claim = ? AND state = 'SENT'";
    try (PreparedStatement lose = connection.prepareStatement(sql)) {
      for (Row row : rows) {
        bind(lose, error, sqlState, now(), row.entry().id(), row.claim());
        lose.addBatch();
      }
      lose.executeBatch();
    }
  }

  /** Records a person's decision on entries that are UNKNOWN. */
  void resolve(Collection<Long> ids, EntryState outcome) throws SQLException {
    String state = outcome.name();
    boolean failed = outcome == EntryState.FAILED;
    List<@Nullable Object> values = new ArrayList<>();
    values.add(state);
    values.add(now());
    // What was said while nobody knew is not true any more.
    values.add(failed ? "A person resolved it as FAILED." : null);
    values.add(failed ? RESOLVED_AS_FAILED : null);
    values.add(state);
    values.add(state);
    values.addAll(ids);
    update(
        "UPDATE roster_ledger_entry SET state = ?, resolved = TRUE, settled_at = ?, error = ?,"
            + " sql_state = ?, held = CASE"
            + " WHEN "
            + released("?")
            + " THEN NULL ELSE held END WHERE state = 'UNKNOWN' AND id IN "
            + places(ids),
        values.toArray());
  }

  /** Returns which of these hashes keep equal things from being planned. */
  List<String> held(Collection<String> hashes) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT held FROM roster_ledger_entry WHERE held IN " + places(hashes))) {
      bind(select, hashes.toArray());
      try (ResultSet found = select.executeQuery()) {
        List<String> held = new ArrayList<>();
        while (found.next()) {
          held.add(found.getString(1));
        }
        return held;
      }
    }
  }

  /** Gives an entry its account; {@code held} is null if an equal one stands in its way. */
  void name(long id, String account, String hash, @Nullable String held) throws SQLException {
    update(
        "UPDATE roster_ledger_entry SET account = ?, hash = ?, held = ? WHERE id = ?",
        account,
        hash,
        held,
        id);
  }

  /** Takes out an entry that nobody has claimed. */
  void remove(long id) throws SQLException {
    update("DELETE FROM roster_ledger_entry WHERE id = ? AND state = 'PLANNED'", id);
  }

  // Whether an equal thing may be planned again, once the state is the one bound twice.
  private static String released(String state) {
    return "(CAST("
        + state
        + " AS VARCHAR) = 'FAILED' OR CAST("
        + state
        + " AS VARCHAR) = 'CONFIRMED' AND repetition <> 'NEVER')";
  }

  private List<Row> rows(String where, @Nullable Object... values) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT + where)) {
      bind(select, values);
      try (ResultSet found = select.executeQuery()) {
        List<Row> rows = new ArrayList<>();
        while (found.next()) {
          rows.add(Row.read(found));
        }
        return rows;
      }
    }
  }

  private void update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      bind(update, values);
      update.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof String text) {
        // PostgreSQL knows no NUL in a text.
        statement.setString(i + 1, text.replace('\0', '\uFFFD'));
      } else if (value == null) {
        statement.setString(i + 1, null);
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }

  // A list, for which H2 uses an index; for = ANY(array) it reads the whole table.
  private static String places(Collection<?> values) {
    return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
  }

  private static Object[] values(String first, Collection<String> others) {
    List<Object> values = new ArrayList<>(List.of(first));
    values.addAll(others);
    return values.toArray();
  }

  // JSON that is cut off would be none.
  private static @Nullable String fitting(@Nullable String json) {
    return json == null || json.length() > MOST_CHARACTERS ? null : json;
  }

  private static @Nullable String shortened(@Nullable String text) {
    return text == null || text.length() <= MOST_CHARACTERS
        ? text
        : text.substring(0, MOST_CHARACTERS);
  }

  private static OffsetDateTime now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }
}
