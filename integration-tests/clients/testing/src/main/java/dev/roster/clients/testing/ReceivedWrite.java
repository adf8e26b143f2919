package dev.roster.clients.testing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a provider of the sandbox was asked to do, such as one person to be invited.
 *
 * @param time when the sandbox decided its answer
 * @param operation the operation's name, such as {@code followInvitations.send}
 * @param account the account named in the request, or null where it names none
 * @param target the company and the person of an invitation, the new headline of an edit; null
 *     where there is nothing of the kind
 * @param done whether it was done
 * @param status the HTTP status of the answer, 0 if the connection was cut
 */
public record ReceivedWrite(
    Instant time,
    String operation,
    @Nullable String account,
    @Nullable String target,
    boolean done,
    int status) {}
