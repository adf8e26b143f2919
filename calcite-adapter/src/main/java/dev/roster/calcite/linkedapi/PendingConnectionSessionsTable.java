package dev.roster.calcite.linkedapi;

import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.Column;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.linkedapi.api.Operations;
import dev.roster.linkedapi.model.AccountList;
import dev.roster.linkedapi.model.PendingConnectionSession;
import java.util.function.Supplier;

/**
 * The table {@code pending_connection_sessions}: one row a session that connects a new account and
 * is not finished. Those that reconnect an account stand in its row of {@code accounts}.
 *
 * <p>Source: {@code POST /admin/accounts.getAll}, the same request that {@link AccountsTable}
 * makes, shared with it within a statement.
 */
final class PendingConnectionSessionsTable {

  private PendingConnectionSessionsTable() {}

  static ApiTable<PendingConnectionSession> table(Supplier<LinkedApiClient> client) {
    return ApiTable.<PendingConnectionSession>named(
            "pending_connection_sessions",
            "The sessions in which people connect new accounts, as long as they are not finished."
                + " They come with the accounts, so reading them has the same side effect.")
        .columns(Column.of(PendingConnectionSession.FIELDS))
        .primaryKey("session_id")
        .references("session_id", "connection_sessions", "session_id")
        .calls(Operations.GET_ALL)
        .allRows(
            new AccountListReads<>(
                    client,
                    "linkedapi.pending_connection_sessions",
                    "/result/pendingConnectionSessions",
                    AccountList::pendingConnectionSessions)
                ::read)
        .build();
  }
}
