package dev.roster.calcite.postpress;

import dev.roster.calcite.table.ApiTable;
import dev.roster.postpress.model.LinkedInProfile;
import dev.roster.postpress.model.Organization;

/**
 * The table {@code linkedin_organizations}: the organizations of LinkedIn accounts, one row an
 * organization.
 *
 * <p>Source: {@code GET /users/me} (postpress, own profile). One request an account, shared with
 * the profile tables. An account of another provider has no row and is no error.
 */
final class LinkedInOrganizationsTable {

  private LinkedInOrganizationsTable() {}

  static ApiTable<Organization> table(OwnProfiles profiles) {
    return profiles.items(
        "linkedin_organizations",
        LinkedInProfileTable.NAME,
        "The LinkedIn organizations that each account can act for.",
        Organization.FIELDS,
        LinkedInProfile.class,
        LinkedInProfile::organizations);
  }
}
