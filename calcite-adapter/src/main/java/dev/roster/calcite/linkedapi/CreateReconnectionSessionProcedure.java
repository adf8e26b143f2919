package dev.roster.calcite.linkedapi;

import dev.roster.calcite.procedure.Arguments;
import dev.roster.calcite.procedure.Parameter;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.SingleProcedure;
import dev.roster.calcite.write.Result;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.linkedapi.api.Operations;
import dev.roster.linkedapi.model.AccountRequest;
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

  static Procedure<Result<Arguments>> procedure(Supplier<LinkedApiClient> client, String baseUrl) {
    return SingleProcedure.named(
            "create_reconnection_session",
            Operations.CREATE_RECONNECTION_SESSION,
            baseUrl,
            NewReconnectionSession.FIELDS)
        .parameters(Parameter.of(AccountRequest.FIELDS))
        .account("account_id")
        .sends(
            (arguments, key) ->
                client.get().createReconnectionSession(arguments.requiredText("account_id")));
  }
}
