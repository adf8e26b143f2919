package dev.roster.calcite.postpress;

import dev.roster.calcite.table.ApiTable;
import dev.roster.postpress.model.LinkedInProfile;

/**
 * The table {@code linkedin_profile}: the own profiles of LinkedIn accounts, one row an account.
 *
 * <p>Source: {@code GET /users/me} (postpress, own profile). One request an account. An account of
 * another provider has no row and is no error.
 */
final class LinkedInProfileTable {

  static final String NAME = "linkedin_profile";

  private LinkedInProfileTable() {}

  static ApiTable<LinkedInProfile> table(OwnProfiles profiles) {
    return profiles.variant(
        NAME,
        "The own profiles of the LinkedIn accounts among those asked for, with all their fields.",
        LinkedInProfile.FIELDS,
        LinkedInProfile.class);
  }
}
