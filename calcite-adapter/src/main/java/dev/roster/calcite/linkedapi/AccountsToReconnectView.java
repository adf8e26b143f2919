package dev.roster.calcite.linkedapi;

import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.view.View;
import dev.roster.linkedapi.model.Account;
import dev.roster.linkedapi.model.AccountStatus;

/** The view {@code accounts_to_reconnect}: one row an account that waits for a person's log-in. */
final class AccountsToReconnectView {

  private AccountsToReconnectView() {}

  static View view(ApiTable<Account> accounts) {
    return View.named(
            "accounts_to_reconnect",
            "One row an account of linkedapi.accounts that waits for a person to log in again, with"
                + " the link to do it. Reading it makes the provider start a session for an account"
                + " that has none.")
        .columns(
            accounts,
            "id",
            "name",
            "url",
            "country_code",
            "connected_at",
            "reconnection_session_id",
            "reconnection_link")
        .from("linkedapi.accounts WHERE status = '" + AccountStatus.RECONNECTION_REQUIRED + "'")
        .build();
  }
}
