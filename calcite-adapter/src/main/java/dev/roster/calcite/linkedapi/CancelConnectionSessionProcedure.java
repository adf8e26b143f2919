package dev.roster.calcite.linkedapi;

import dev.roster.calcite.procedure.Parameter;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.Send;
import dev.roster.calcite.table.Column;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.linkedapi.api.Operations;
import dev.roster.linkedapi.model.ConnectionSessionRequest;
import dev.roster.linkedapi.model.EmptyResult;
import java.util.List;
import java.util.function.Supplier;

/**
 * The procedure {@code cancel_connection_session(session_id)}: one row with the session that was
 * cancelled.
 *
 * <p>Source: {@code POST /admin/accounts.cancelConnectionSession}, one request. A session that is
 * finished already is SQLSTATE 22023, one that the provider does not know 02000.
 */
final class CancelConnectionSessionProcedure {

  private record Cancelled(ConnectionSessionRequest request, EmptyResult answer) {}

  private CancelConnectionSessionProcedure() {}

  static Procedure<?> procedure(Supplier<LinkedApiClient> client) {
    return Procedure.<Cancelled>named(
            "cancel_connection_session", Operations.CANCEL_CONNECTION_SESSION)
        .parameters(Parameter.of(ConnectionSessionRequest.FIELDS))
        .columns(Column.of(ConnectionSessionRequest.FIELDS, Cancelled::request))
        .columns(Column.of(EmptyResult.FIELDS, Cancelled::answer))
        .sends(
            arguments -> {
              String sessionId = arguments.requiredText("session_id");
              ConnectionSessionRequest request =
                  ConnectionSessionRequest.builder().sessionId(sessionId).build();
              return List.of(
                  Send.of(
                      client.get().cancelConnectionSession(sessionId),
                      answer -> List.of(new Cancelled(request, answer))));
            })
        .build();
  }
}
