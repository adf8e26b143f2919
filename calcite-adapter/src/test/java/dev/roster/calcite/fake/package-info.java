/** A provider that exists in memory only and counts what is asked of it. */
@NullMarked
package dev.roster.calcite.fake;

import org.jspecify.annotations.NullMarked;
