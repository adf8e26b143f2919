/**
 * The schema {@code postpress}: the own profiles of linked accounts, and the edits of a LinkedIn
 * profile. One file a table, one file a procedure; {@link dev.roster.calcite.postpress.Postpress}
 * lists them.
 */
@NullMarked
package dev.roster.calcite.postpress;

import org.jspecify.annotations.NullMarked;
