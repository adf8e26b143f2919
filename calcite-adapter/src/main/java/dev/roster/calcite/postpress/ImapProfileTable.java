package dev.roster.calcite.postpress;

import dev.roster.calcite.table.ApiTable;
import dev.roster.postpress.model.ImapProfile;

/**
 * The table {@code imap_profile}: the mailboxes of IMAP accounts, one row an account.
 *
 * <p>Source: {@code GET /users/me} (postpress, own profile). One request an account. An account of
 * another provider has no row and is no error.
 */
final class ImapProfileTable {

  private ImapProfileTable() {}

  static ApiTable<ImapProfile> table(OwnProfiles profiles) {
    return profiles
        .variant(
            "imap_profile",
            "The mailboxes of the IMAP accounts among those asked for: how each is reached.",
            ImapProfile.FIELDS,
            ImapProfile.class)
        .build();
  }
}
