package dev.roster.calcite.statement;

/**
 * The how manieth request of a call one is; a tag of the request.
 *
 * @param number from 1
 */
public record Attempt(int number) {}
