package dev.roster.integration.writes;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code roster.ledger}, as a user reads it.
 *
 * @param thing what it is about, in the words of {@link Thing}
 */
public record LedgerRow(
    String requestKey,
    String itemKey,
    String thing,
    String state,
    boolean resolved,
    Instant plannedAt,
    @Nullable Instant sentAt) {

  private static final Pattern HEADLINE = Pattern.compile("\"headline\"\\s*:\\s*\"([^\"]*)\"");

  /** Reads those that a condition selects, oldest first. */
  public static List<LedgerRow> read(Connection connection, String condition) throws SQLException {
    String sql =
        "SELECT request_key, item_key, account, target, arguments, state, resolved, planned_at,"
            + " sent_at FROM roster.ledger WHERE "
            + condition
            + " ORDER BY id";
    List<LedgerRow> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        rows.add(
            new LedgerRow(
                found.getString("request_key"),
                found.getString("item_key"),
                thing(found),
                found.getString("state"),
                found.getBoolean("resolved"),
                instant(found, "planned_at"),
                found.getObject("sent_at") == null ? null : instant(found, "sent_at")));
      }
    }
    return rows;
  }

  private static String thing(ResultSet row) throws SQLException {
    String target = row.getString("target");
    if (target != null && target.contains("urn:li:")) {
      return target;
    }
    Matcher headline = HEADLINE.matcher(String.valueOf(row.getString("arguments")));
    return row.getString("account") + " " + (headline.find() ? headline.group(1) : "?");
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  /** Returns when it was marked as sent, of one that was. */
  Instant sent() {
    return Objects.requireNonNull(sentAt);
  }

  boolean is(String expected) {
    return state.equals(expected);
  }
}
