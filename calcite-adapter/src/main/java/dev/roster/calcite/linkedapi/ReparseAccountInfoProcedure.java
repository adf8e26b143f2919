package dev.roster.calcite.linkedapi;

import dev.roster.calcite.procedure.Procedure;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.linkedapi.api.Operations;
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

  static Procedure<?> procedure(Supplier<LinkedApiClient> client) {
    return OfAccount.procedure(
            "reparse_account_info",
            Operations.REPARSE_ACCOUNT_INFO,
            ReparseStarted.FIELDS,
            accountId -> client.get().reparseAccountInfo(accountId))
        .build();
  }
}
