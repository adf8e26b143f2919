@NullMarked
package dev.roster.calcite.ledger;

import org.jspecify.annotations.NullMarked;
