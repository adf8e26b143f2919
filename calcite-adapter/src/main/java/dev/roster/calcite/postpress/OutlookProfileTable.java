package dev.roster.calcite.postpress;

import dev.roster.calcite.table.ApiTable;
import dev.roster.postpress.model.OutlookProfile;

/**
 * The table {@code outlook_profile}: the own profiles of Outlook accounts, one row an account.
 *
 * <p>Source: {@code GET /users/me} (postpress, own profile). One request an account. An account of
 * another provider has no row and is no error.
 */
final class OutlookProfileTable {

  private OutlookProfileTable() {}

  static ApiTable<OutlookProfile> table(OwnProfiles profiles) {
    return profiles
        .variant(
            "outlook_profile",
            "The own profiles of the Outlook accounts among those asked for, with all their"
                + " fields.",
            OutlookProfile.FIELDS,
            OutlookProfile.class)
        .build();
  }
}
