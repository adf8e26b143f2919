package dev.roster.calcite.postpress;

import dev.roster.calcite.table.ApiTable;
import dev.roster.postpress.model.TwitterProfile;

/**
 * The table {@code twitter_profile}: the own profiles of Twitter accounts, one row an account.
 *
 * <p>Source: {@code GET /users/me} (postpress, own profile). One request an account. An account of
 * another provider has no row and is no error.
 */
final class TwitterProfileTable {

  private TwitterProfileTable() {}

  static ApiTable<TwitterProfile> table(OwnProfiles profiles) {
    return profiles
        .variant(
            "twitter_profile",
            "The own profiles of the Twitter accounts among those asked for, with all their"
                + " fields.",
            TwitterProfile.FIELDS,
            TwitterProfile.class)
        .build();
  }
}
