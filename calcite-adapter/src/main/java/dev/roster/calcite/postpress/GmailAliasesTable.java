package dev.roster.calcite.postpress;

import dev.roster.calcite.table.ApiTable;
import dev.roster.postpress.model.GmailAlias;
import dev.roster.postpress.model.GmailProfile;

/**
 * The table {@code gmail_aliases}: the addresses of Gmail accounts, one row an address.
 *
 * <p>Source: {@code GET /users/me} (postpress, own profile). One request an account, shared with
 * the profile tables. An account of another provider has no row and is no error.
 */
final class GmailAliasesTable {

  private GmailAliasesTable() {}

  static ApiTable<GmailAlias> table(OwnProfiles profiles) {
    return profiles.items(
        "gmail_aliases",
        GmailProfileTable.NAME,
        "The addresses that each Gmail account can send from.",
        GmailAlias.FIELDS,
        GmailProfile.class,
        GmailProfile::aliases);
  }
}
