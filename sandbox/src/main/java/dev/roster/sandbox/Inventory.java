package dev.roster.sandbox;

import java.util.List;

/**
 * The accounts of one tenant.
 *
 * @param linkedapi the accounts of Linked API, in the order of {@code accounts.getAll}
 * @param postpress the accounts linked at postpress
 * @param connectsafely the companies that ConnectSafely knows
 */
public record Inventory(
    List<LinkedApiAccount> linkedapi,
    List<PostpressAccount> postpress,
    List<Company> connectsafely) {

  /** An account of Linked API with its status. */
  public record LinkedApiAccount(String id, String status) {}

  /** An account of postpress with its provider in capitals, such as {@code LINKEDIN}. */
  public record PostpressAccount(String accountId, String provider) {}

  /** A company, and whether the tenant's accounts are Super Admins of its page. */
  public record Company(String companyId, boolean superAdmin) {}
}
