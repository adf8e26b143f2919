package dev.roster.calcite.linkedapi;

import dev.roster.calcite.procedure.Procedure;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.linkedapi.api.Operations;
import dev.roster.linkedapi.model.NewReconnectionSession;
import java.util.function.Supplier;

/**
 * The procedure {@code create_reconnection_session(account_id)}: one row with the account, its
 * fresh session and the link that a person opens to log in again. The link that {@code accounts}
 * shows stops working.
 *
 * <p>Source: {@code POST /admin/accounts.createReconnectionSession}, one request. An account that
 * waits for no reconnection is SQLSTATE 22023.
 */
final class CreateReconnectionSessionProcedure {

  private CreateReconnectionSessionProcedure() {}

  static Procedure<?> procedure(Supplier<LinkedApiClient> client) {
    return OfAccount.procedure(
            "create_reconnection_session",
            Operations.CREATE_RECONNECTION_SESSION,
            NewReconnectionSession.FIELDS,
            accountId -> client.get().createReconnectionSession(accountId))
        .build();
  }
}
