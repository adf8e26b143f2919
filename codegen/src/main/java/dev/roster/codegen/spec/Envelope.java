package dev.roster.codegen.spec;

/**
 * A wrapper around a success.
 *
 * @param success the name of its boolean
 * @param payload the name of the member that holds the answer
 * @param type the answer's type
 */
public record Envelope(String success, String payload, String type) {}
