package dev.roster.clients.testing;

/**
 * A request that a provider of the sandbox received.
 *
 * @param operation the operation's name, such as {@code accounts.getAll}
 * @param status the HTTP status of the answer, or 0 when the connection was cut instead
 */
public record ReceivedRequest(String operation, int status) {}
