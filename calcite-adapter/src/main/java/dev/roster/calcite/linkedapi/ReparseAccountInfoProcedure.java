package dev.roster.calcite.linkedapi;

import dev.roster.calcite.procedure.Arguments;
import dev.roster.calcite.procedure.Parameter;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.SingleProcedure;
import dev.roster.calcite.write.Result;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.linkedapi.api.Operations;
import dev.roster.linkedapi.model.AccountRequest;
import dev.roster.linkedapi.model.ReparseStarted;
import java.util.function.Supplier;

/**
 * The procedure {@code reparse_account_info(account_id)}: one row with the account and the work
 * that was started. It does not wait for the work, which nothing but changed values in {@code
 * accounts} tells the end of.
 *
 * <p>Source: {@code POST /admin/accounts.reparseAccountInfo}, one request.
 */
final class ReparseAccountInfoProcedure {

  private ReparseAccountInfoProcedure() {}

  static Procedure<Result<Arguments>> procedure(Supplier<LinkedApiClient> client, String baseUrl) {
    return SingleProcedure.named(
            "reparse_account_info", Operations.REPARSE_ACCOUNT_INFO, baseUrl, ReparseStarted.FIELDS)
        .parameters(Parameter.of(AccountRequest.FIELDS))
        .account("account_id")
        .sends(
            (arguments, key) ->
                client.get().reparseAccountInfo(arguments.requiredText("account_id")));
  }
}
