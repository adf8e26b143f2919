/** The ledger in SQL: what the tables that read it share, and the table {@code roster.ledger}. */
@NullMarked
package dev.roster.calcite.ledger;

import org.jspecify.annotations.NullMarked;
