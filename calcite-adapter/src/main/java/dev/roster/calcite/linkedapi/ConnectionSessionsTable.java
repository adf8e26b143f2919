package dev.roster.calcite.linkedapi;

import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.Column;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.linkedapi.api.Operations;
import dev.roster.linkedapi.model.ConnectionSession;
import java.util.List;
import java.util.function.Supplier;

/**
 * The table {@code connection_sessions}: one row a session that is asked for by its id, whether it
 * connects or reconnects an account, finished ones too. The provider cannot list them, so {@code
 * session_id} must be given.
 *
 * <p>Source: {@code POST /admin/accounts.getConnectionSession}, one request a session id. An id
 * that the provider does not know ({@code sessionNotFound}) has no row, and a warning. Nothing is
 * kept for later statements: whoever reads a session waits for what becomes of it.
 */
final class ConnectionSessionsTable {

  private ConnectionSessionsTable() {}

  static ApiTable<ConnectionSession> table(Supplier<LinkedApiClient> client) {
    return ApiTable.<ConnectionSession>named(
            "connection_sessions", Operations.GET_CONNECTION_SESSION.summary())
        .columns(Column.of(ConnectionSession.FIELDS))
        .primaryKey("session_id")
        .calls(Operations.GET_CONNECTION_SESSION)
        .rowsByKey(
            "session_id",
            "5e550000-0000-4000-8000-000000000001",
            (calls, id) ->
                calls
                    .readUnkept(client.get().getConnectionSession(id), id)
                    .thenApply(answer -> List.of(answer.session())))
        .build();
  }
}
