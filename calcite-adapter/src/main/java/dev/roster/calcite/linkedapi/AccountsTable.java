package dev.roster.calcite.linkedapi;

import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.Column;
import dev.roster.calcite.table.TableWrite;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.linkedapi.api.Operations;
import dev.roster.linkedapi.model.Account;
import dev.roster.linkedapi.model.AccountList;
import java.util.function.Supplier;

/**
 * The table {@code accounts}: one row a connected LinkedIn account, in every status.
 *
 * <p>Source: {@code POST /admin/accounts.getAll}, one request a statement however many of its
 * tables are asked, and no pages. No filter reaches the provider; all are applied here. The id is
 * the key: all other operations name an account by it alone. A DELETE disconnects accounts, as the
 * procedure {@code disconnect} does.
 */
final class AccountsTable {

  private AccountsTable() {}

  /**
   * Returns the table.
   *
   * @param delete what DELETE does
   */
  static ApiTable<Account> table(Supplier<LinkedApiClient> client, TableWrite delete) {
    return ApiTable.<Account>named(
            "accounts",
            "The connected LinkedIn accounts of the workspace, in every status. Reading them makes"
                + " the provider start a reconnection session for each account that needs one and"
                + " has none.")
        .columns(Column.of(Account.FIELDS))
        .primaryKey("id")
        .references("reconnection_session_id", "connection_sessions", "session_id")
        .calls(Operations.GET_ALL)
        .allRows(
            new AccountListReads<>(
                    client, "linkedapi.accounts", "/result/accounts", AccountList::accounts)
                ::read)
        .deletes(delete)
        .build();
  }
}
