package dev.roster.calcite.linkedapi;

import dev.roster.calcite.procedure.Arguments;
import dev.roster.calcite.procedure.Parameter;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.SingleProcedure;
import dev.roster.calcite.write.Result;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.linkedapi.api.Operations;
import dev.roster.linkedapi.model.AccountRequest;
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

  static Procedure<Result<Arguments>> procedure(Supplier<LinkedApiClient> client, String baseUrl) {
    return SingleProcedure.named("disconnect", Operations.DISCONNECT, baseUrl, EmptyResult.FIELDS)
        .parameters(Parameter.of(AccountRequest.FIELDS))
        .account("account_id")
        .sends((arguments, key) -> client.get().disconnect(arguments.requiredText("account_id")));
  }
}
