package dev.roster.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An intent with what the ledger knows of it before there is an entry.
 *
 * @param account its account, if it is known by now
 * @param hash the hash that goes with it
 * @param attempt which entry with its keys it would be
 */
record Planned(Intent intent, @Nullable String account, String hash, int attempt) {}
