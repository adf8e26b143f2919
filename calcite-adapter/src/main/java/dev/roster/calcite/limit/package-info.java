/** The limits of a credential: how many calls are under way, and whose turn is next. */
@NullMarked
package dev.roster.calcite.limit;

import org.jspecify.annotations.NullMarked;
