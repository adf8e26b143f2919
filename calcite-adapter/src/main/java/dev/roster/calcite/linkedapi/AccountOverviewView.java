package dev.roster.calcite.linkedapi;

import dev.roster.calcite.catalog.ColumnDescription;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.SqlType;
import dev.roster.calcite.view.View;
import dev.roster.linkedapi.model.Account;

/**
 * The view {@code account_overview}: one row an account, with what a dashboard would compute from
 * {@code linkedapi.accounts}.
 */
final class AccountOverviewView {

  private AccountOverviewView() {}

  static View view(ApiTable<Account> accounts) {
    return View.named(
            "account_overview",
            "One row an account of linkedapi.accounts, in every status, with how long it has been"
                + " connected and what has been read of its profile. Reading it is reading that"
                + " table, side effect included.")
        .columns(accounts, "id", "name", "url", "country_code", "status", "connected_at")
        .column(
            new ColumnDescription(
                "days_connected",
                SqlType.BIGINT,
                false,
                "Whole days of 24 hours since the account was connected. A reconnection does not"
                    + " begin anew."),
            "CAST(TIMESTAMPDIFF(DAY, connected_at, CURRENT_TIMESTAMP) AS BIGINT)")
        .columns(accounts, "avatar_url")
        .column(
            new ColumnDescription(
                "avatar_parsed",
                SqlType.BOOLEAN,
                false,
                "Whether the profile picture has been read from LinkedIn."
                    + " linkedapi.reparse_account_info asks for it."),
            "avatar_url IS NOT NULL")
        .columns(accounts, "headline")
        .column(
            new ColumnDescription(
                "headline_parsed",
                SqlType.BOOLEAN,
                false,
                "Whether the headline has been read from LinkedIn."
                    + " linkedapi.reparse_account_info asks for it."),
            "headline IS NOT NULL")
        .columns(accounts, "reconnection_link")
        .from("linkedapi.accounts")
        .build();
  }
}
