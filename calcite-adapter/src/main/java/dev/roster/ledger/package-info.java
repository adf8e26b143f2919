/**
 * The ledger: what statements wanted done, and what became of it. A {@link
 * dev.roster.ledger.Ledger} keeps one {@link dev.roster.ledger.Entry} a thing done in a table of
 * any JDBC database; it is there before the first byte of a request leaves.
 *
 * <p>Nothing here knows SQL statements of users, HTTP or a provider: a thing is an {@link
 * dev.roster.ledger.Intent}, made by those who know.
 */
@NullMarked
package dev.roster.ledger;

import org.jspecify.annotations.NullMarked;
