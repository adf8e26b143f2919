package dev.roster.calcite.postpress;

import dev.roster.calcite.table.ApiTable;
import dev.roster.postpress.model.OwnProfile;
import java.util.List;

/**
 * The table {@code own_profile}: what the own profiles of all providers have in common, one row an
 * account. A provider that no spec knows has a row too, with its JSON and little else.
 *
 * <p>Source: {@code GET /users/me} (postpress, own profile). One request an account.
 */
final class OwnProfileTable {

  private OwnProfileTable() {}

  static ApiTable<OwnProfile> table(OwnProfiles profiles) {
    return profiles.profile(
        "own_profile",
        "The own profiles of linked accounts of any provider: what they have in common.",
        CommonFields.ALL,
        List::of);
  }
}
