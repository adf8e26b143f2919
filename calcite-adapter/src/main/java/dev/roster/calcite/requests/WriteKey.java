package dev.roster.calcite.requests;

import org.jspecify.annotations.Nullable;

/**
 * A tag of a call that writes: by which key the ledger knows what it does.
 *
 * @param requestKey names the statement
 * @param itemKey names the thing in it, or null where a request does several
 */
public record WriteKey(String requestKey, @Nullable String itemKey) {}
