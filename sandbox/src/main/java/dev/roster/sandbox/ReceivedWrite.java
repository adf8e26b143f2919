package dev.roster.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a provider was asked to do: a person to be invited, a profile to be edited, a
 * session to be cancelled. A request that asks for several has several.
 *
 * @param time when the sandbox decided its answer, by the sandbox's clock
 * @param operation the operation's name as its document gives it
 * @param account the account named in the request, or null where it names none
 * @param target what the account was to be used for: {@code 105672170 urn:li:fsd_profile:…} of an
 *     invitation, the new headline of an edit, a session's id; null where there is nothing of the
 *     kind
 * @param done whether it was done; the answer may have said something else, or nothing
 * @param status the HTTP status of the answer, 0 if the connection was cut
 */
public record ReceivedWrite(
    Instant time,
    String operation,
    @Nullable String account,
    @Nullable String target,
    boolean done,
    int status) {}
