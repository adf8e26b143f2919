package dev.roster.sandbox;

import java.time.Instant;

/**
 * A request that one of the three providers received. Control calls and the connection page are not
 * among them.
 *
 * @param time when the sandbox decided its answer, by the sandbox's clock
 * @param operation the operation's name as its document gives it, such as {@code accounts.getAll},
 *     or {@code unknown} when method and path belong to none
 * @param method the HTTP method in upper case
 * @param path the path as requested, with the provider's prefix and without the query
 * @param status the HTTP status of the answer, or 0 when the connection was cut instead
 */
public record ReceivedRequest(
    Instant time, String operation, String method, String path, int status) {}
