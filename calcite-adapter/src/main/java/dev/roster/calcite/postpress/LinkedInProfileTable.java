package dev.roster.calcite.postpress;

import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.TableWrite;
import dev.roster.postpress.model.LinkedInProfile;
import java.util.Map;

/**
 * The table {@code linkedin_profile}: the own profiles of LinkedIn accounts, one row an account.
 *
 * <p>Source: {@code GET /users/me} (postpress, own profile). One request an account. An account of
 * another provider has no row and is no error. An UPDATE edits the headline, as the procedure
 * {@code edit_own_profile} does.
 */
final class LinkedInProfileTable {

  static final String NAME = "linkedin_profile";

  private LinkedInProfileTable() {}

  /**
   * Returns the table.
   *
   * @param update what UPDATE does; the headline is the one field that can be both read and edited
   */
  static ApiTable<LinkedInProfile> table(OwnProfiles profiles, TableWrite update) {
    return profiles
        .variant(
            NAME,
            "The own profiles of the LinkedIn accounts among those asked for, with all their"
                + " fields.",
            LinkedInProfile.FIELDS,
            LinkedInProfile.class)
        .updates(Map.of("profile_picture_url", "postpress.set_picture"), update)
        .build();
  }
}
