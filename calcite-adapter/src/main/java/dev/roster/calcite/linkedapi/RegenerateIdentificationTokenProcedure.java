package dev.roster.calcite.linkedapi;

import dev.roster.calcite.procedure.Procedure;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.linkedapi.api.Operations;
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

  static Procedure<?> procedure(Supplier<LinkedApiClient> client) {
    return OfAccount.procedure(
            "regenerate_identification_token",
            Operations.REGENERATE_IDENTIFICATION_TOKEN,
            NewIdentificationToken.FIELDS,
            accountId -> client.get().regenerateIdentificationToken(accountId))
        .returnsSecrets()
        .build();
  }
}
