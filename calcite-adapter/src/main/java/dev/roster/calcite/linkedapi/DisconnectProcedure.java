package dev.roster.calcite.linkedapi;

import dev.roster.calcite.procedure.Procedure;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.linkedapi.api.Operations;
import dev.roster.linkedapi.model.EmptyResult;
import java.util.function.Supplier;

/**
 * The procedure {@code disconnect(account_id)}: one row with the account that is gone, and with it
 * its browser profile and its proxy. It cannot be undone.
 *
 * <p>Source: {@code POST /admin/accounts.disconnect}, one request. An account that is not there is
 * SQLSTATE 28000, as the provider does not tell it from somebody else's.
 */
final class DisconnectProcedure {

  private DisconnectProcedure() {}

  static Procedure<?> procedure(Supplier<LinkedApiClient> client) {
    return OfAccount.procedure(
            "disconnect",
            Operations.DISCONNECT,
            EmptyResult.FIELDS,
            accountId -> client.get().disconnect(accountId))
        .build();
  }
}
