package dev.roster.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What changes once an answer names the account of a credential for which none was given: see
 * {@link Ledger#settle(List, String, String, String)}.
 */
final class AccountNaming {

  private final EntryTable entries;
  private final AccountTable accounts;
  private final String baseUrl;
  private final String credential;

  AccountNaming(Connection connection, String baseUrl, String credential) {
    this.entries = new EntryTable(connection);
    this.accounts = new AccountTable(connection);
    this.baseUrl = baseUrl;
    this.credential = credential;
  }

  /** Records the account, and gives it to those settled by the same answer and those waiting. */
  void name(String account, Collection<Long> settled) throws SQLException {
    String former = accounts.locked(baseUrl, credential);
    if (!account.equals(former)) {
      accounts.name(baseUrl, credential, account);
    } else if (allHave(account, settled)) {
      return;
    }
    List<Row> changed = new ArrayList<>();
    for (Row row : entries.ofCredential(baseUrl, credential)) {
      Entry entry = row.entry();
      boolean open = entry.account() == null || entry.state() == EntryState.PLANNED;
      if (!account.equals(entry.account()) && (open || settled.contains(entry.id()))) {
        changed.add(row);
      }
    }
    for (List<Row> chunk : Planning.chunks(changed)) {
      change(chunk, account);
    }
  }

  private boolean allHave(String account, Collection<Long> settled) throws SQLException {
    for (List<Long> chunk : Planning.chunks(settled)) {
      for (Row row : entries.withIds(chunk)) {
        if (!account.equals(row.entry().account())) {
          return false;
        }
      }
    }
    return true;
  }

  private void change(List<Row> rows, String account) throws SQLException {
    Map<Row, String> hashes = new HashMap<>();
    for (Row row : rows) {
      hashes.put(
          row,
          Intent.hash(row.entry().procedure(), baseUrl, account, row.credential(), row.content()));
    }
    Set<String> held = new HashSet<>(entries.held(hashes.values()));
    for (Row row : rows) {
      String hash = Objects.requireNonNull(hashes.get(row));
      boolean free = row.held() == null || held.add(hash);
      if (!free && row.entry().state() == EntryState.PLANNED) {
        entries.remove(row.entry().id());
      } else {
        entries.name(row.entry().id(), account, hash, free && row.held() != null ? hash : null);
      }
    }
  }
}
