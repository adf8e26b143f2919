package dev.roster.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of the table of accounts that answers named. Who plans for an account not yet named and
 * who names it lock the same row, so that no entry is left behind without its account.
 */
final class AccountTable {

  private static final String KEY = " WHERE base_url = ? AND credential = ?";

  private final Connection connection;

  AccountTable(Connection connection) {
    this.connection = connection;
  }

  /** Returns the account last named; null if none was. */
  @Nullable String named(String baseUrl, String credential) throws SQLException {
    return account("SELECT account FROM roster_ledger_account" + KEY, baseUrl, credential);
  }

  /** As {@link #named}, and keeps others from naming it until the transaction ends. */
  @Nullable String locked(String baseUrl, String credential) throws SQLException {
    String missing =
        "INSERT INTO roster_ledger_account (base_url, credential) SELECT CAST(? AS VARCHAR), CAST(?"
            + " AS VARCHAR) WHERE NOT EXISTS (SELECT 1 FROM roster_ledger_account"
            + KEY
            + ")";
    try (PreparedStatement insert = connection.prepareStatement(missing)) {
      insert.setString(1, baseUrl);
      insert.setString(2, credential);
      insert.setString(3, baseUrl);
      insert.setString(4, credential);
      insert.executeUpdate();
    }
    return account(
        "SELECT account FROM roster_ledger_account" + KEY + " FOR UPDATE", baseUrl, credential);
  }

  /** Records the account of a row that {@link #locked} has made. */
  void name(String baseUrl, String credential, String account) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE roster_ledger_account SET account = ?" + KEY)) {
      update.setString(1, account);
      update.setString(2, baseUrl);
      update.setString(3, credential);
      update.executeUpdate();
    }
  }

  private @Nullable String account(String sql, String baseUrl, String credential)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, baseUrl);
      select.setString(2, credential);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    }
  }
}
