package dev.roster.calcite.linkedapi;

import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.SingleProcedure;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.linkedapi.api.Operations;
import dev.roster.linkedapi.model.NewConnectionSession;
import java.util.function.Supplier;

/**
 * The procedure {@code create_connection_session()}: one row with the new session and the link that
 * a person opens to log in.
 *
 * <p>Source: {@code POST /admin/accounts.createConnectionSession}, one request. The session takes a
 * seat until it ends; no free seat, or too many sessions within 24 hours, is SQLSTATE 53400.
 */
final class CreateConnectionSessionProcedure {

  private CreateConnectionSessionProcedure() {}

  static Procedure<?> procedure(Supplier<LinkedApiClient> client, String baseUrl) {
    return SingleProcedure.named(
            "create_connection_session",
            Operations.CREATE_CONNECTION_SESSION,
            baseUrl,
            NewConnectionSession.FIELDS)
        .sends((arguments, key) -> client.get().createConnectionSession());
  }
}
