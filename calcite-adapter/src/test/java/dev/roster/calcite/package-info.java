/** Tests of the schemas on the sandbox, over plain Calcite with Roster's prepare class. */
@NullMarked
package dev.roster.calcite;

import org.jspecify.annotations.NullMarked;
