package dev.roster.calcite.linkedapi;

import dev.roster.calcite.procedure.Arguments;
import dev.roster.calcite.procedure.Parameter;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.SingleProcedure;
import dev.roster.calcite.write.Result;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.linkedapi.api.Operations;
import dev.roster.linkedapi.model.AccountRequest;
import dev.roster.linkedapi.model.NewIdentificationToken;
import java.util.function.Supplier;

/**
 * The procedure {@code regenerate_identification_token(account_id)}: one row with the account and
 * its new token. The old token is dead at once, so it is refused on a connection that masks
 * secrets: that would end the old token and hide the new one.
 *
 * <p>Source: {@code POST /admin/accounts.regenerateIdentificationToken}, one request. If its answer
 * is lost (SQLSTATE 08007), {@code accounts} shows the token in force.
 */
final class RegenerateIdentificationTokenProcedure {

  private RegenerateIdentificationTokenProcedure() {}

  static Procedure<Result<Arguments>> procedure(Supplier<LinkedApiClient> client, String baseUrl) {
    return SingleProcedure.named(
            "regenerate_identification_token",
            Operations.REGENERATE_IDENTIFICATION_TOKEN,
            baseUrl,
            NewIdentificationToken.FIELDS)
        .parameters(Parameter.of(AccountRequest.FIELDS))
        .account("account_id")
        .returnsSecrets()
        .sends(
            (arguments, key) ->
                client.get().regenerateIdentificationToken(arguments.requiredText("account_id")));
  }
}
