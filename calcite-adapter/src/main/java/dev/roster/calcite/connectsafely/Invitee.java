package dev.roster.calcite.connectsafely;

import org.jspecify.annotations.Nullable;

/**
 * A person to invite.
 *
 * @param companyId the company whose page to follow, by its LinkedIn id in digits
 * @param profileUrn the URN of the person's profile, as it was given
 * @param accountId the account that invites; null for the credential's default account
 */
record Invitee(String companyId, String profileUrn, @Nullable String accountId) {}
