package dev.roster.calcite.postpress;

import dev.roster.calcite.table.ApiTable;
import dev.roster.postpress.model.GmailProfile;

/**
 * The table {@code gmail_profile}: the mailboxes of Gmail accounts, one row an account.
 *
 * <p>Source: {@code GET /users/me} (postpress, own profile). One request an account. An account of
 * another provider has no row and is no error.
 */
final class GmailProfileTable {

  static final String NAME = "gmail_profile";

  private GmailProfileTable() {}

  static ApiTable<GmailProfile> table(OwnProfiles profiles) {
    return profiles
        .variant(
            NAME,
            "The mailboxes of the Gmail accounts among those asked for, with all their fields.",
            GmailProfile.FIELDS,
            GmailProfile.class)
        .build();
  }
}
