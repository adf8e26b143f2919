/** Tests of the ledger. */
@NullMarked
package dev.roster.ledger;

import org.jspecify.annotations.NullMarked;
