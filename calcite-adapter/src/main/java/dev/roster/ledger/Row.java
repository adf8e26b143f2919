package dev.roster.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry with what its table holds besides.
 *
 * @param content fingerprint of the arguments other than the account
 * @param credential fingerprint of the credential, where the account was left out
 * @param held its hash, as long as an equal thing may not be planned; null otherwise
 * @param sender who claimed it; null if nobody did
 * @param claim the step that claimed it; null if none did
 */
record Row(
    Entry entry,
    String content,
    @Nullable String credential,
    @Nullable String held,
    @Nullable String sender,
    @Nullable String claim) {

  static final String COLUMNS =
      "id, request_key, item_key, attempt, procedure_name, base_url, account, credential, target,"
          + " content, hash, held, arguments, state, sender, claim, answer, secret_left_out,"
          + " error, sql_state, http_status, resolved, planned_at, sent_at, settled_at";

  /** Returns the row under the cursor of a query for {@link #COLUMNS}. */
  static Row read(ResultSet rows) throws SQLException {
    String sender = rows.getString("sender");
    Entry entry =
        new Entry(
            rows.getLong("id"),
            rows.getString("request_key"),
            rows.getString("item_key"),
            rows.getInt("attempt"),
            rows.getString("procedure_name"),
            rows.getString("base_url"),
            rows.getString("account"),
            rows.getString("target"),
            rows.getString("hash"),
            rows.getString("arguments"),
            EntryState.valueOf(rows.getString("state")),
            rows.getString("answer"),
            rows.getBoolean("secret_left_out"),
            rows.getString("error"),
            rows.getString("sql_state"),
            rows.getInt("http_status"),
            sender == null ? null : Sender.shown(sender),
            rows.getBoolean("resolved"),
            required(rows, "planned_at"),
            instant(rows, "sent_at"),
            instant(rows, "settled_at"));
    return new Row(
        entry,
        rows.getString("content"),
        rows.getString("credential"),
        rows.getString("held"),
        sender,
        rows.getString("claim"));
  }

  private static Instant required(ResultSet rows, String column) throws SQLException {
    return rows.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instant(ResultSet rows, String column) throws SQLException {
    OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** Returns whether it is in the way of planning the same thing anew. */
  boolean standsInTheWay(Repetition wanted) {
    return switch (wanted) {
      case NEVER -> entry.state() != EntryState.FAILED;
      case WHEN_SETTLED ->
          switch (entry.state()) {
            case PLANNED, SENT, UNKNOWN -> true;
            case CONFIRMED, FAILED -> false;
          };
      case BY_KEY -> false;
    };
  }

  /** Returns whether it is a record of the call that an intent wants, for a key given twice. */
  boolean isSameCall(Intent intent, @Nullable String account) {
    boolean sameAccount =
        (intent.credential() != null && credential != null)
            || Objects.equals(entry.account(), account);
    return sameAccount
        && entry.procedure().equals(intent.procedure())
        && entry.baseUrl().equals(intent.baseUrl())
        && content.equals(intent.content());
  }
}
