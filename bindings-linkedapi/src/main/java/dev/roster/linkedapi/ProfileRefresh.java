package dev.roster.linkedapi;

import dev.roster.linkedapi.model.Account;

/**
 * What came of having a profile read again.
 *
 * @param account the account as it is now
 * @param changed whether its name, profile URL, picture or headline differs from before; false when
 *     the time was over without a difference, be it that there is none or that the reading still
 *     goes on
 * @param workflowId the provider's id of the reading
 */
public record ProfileRefresh(Account account, boolean changed, String workflowId) {}
