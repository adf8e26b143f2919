package dev.roster.calcite.linkedapi;

import dev.roster.calcite.procedure.Parameter;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.SingleProcedure;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.linkedapi.api.Operations;
import dev.roster.linkedapi.model.ConnectionSessionRequest;
import dev.roster.linkedapi.model.EmptyResult;
import java.util.function.Supplier;

/**
 * The procedure {@code cancel_connection_session(session_id)}: one row with the session that was
 * cancelled.
 *
 * <p>Source: {@code POST /admin/accounts.cancelConnectionSession}, one request. A session that is
 * finished already is SQLSTATE 22023, one that the provider does not know 02000.
 */
final class CancelConnectionSessionProcedure {

  private CancelConnectionSessionProcedure() {}

  static Procedure<?> procedure(Supplier<LinkedApiClient> client, String baseUrl) {
    return SingleProcedure.named(
            "cancel_connection_session",
            Operations.CANCEL_CONNECTION_SESSION,
            baseUrl,
            EmptyResult.FIELDS)
        .parameters(Parameter.of(ConnectionSessionRequest.FIELDS))
        .target("session_id")
        .sends(
            (arguments, key) ->
                client.get().cancelConnectionSession(arguments.requiredText("session_id")));
  }
}
