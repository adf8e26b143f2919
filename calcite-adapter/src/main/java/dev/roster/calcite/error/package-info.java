/**
 * What can go wrong, as SQL says it: SQLSTATEs, how provider failures map to them, and how whatever
 * is thrown becomes an {@link java.sql.SQLException}.
 */
@NullMarked
package dev.roster.calcite.error;

import org.jspecify.annotations.NullMarked;
