/**
 * The schema {@code linkedapi}: the accounts of a Linked API workspace, the sessions in which
 * people connect them, and what can be done with both. One file a table, one file a procedure;
 * {@link dev.roster.calcite.linkedapi.LinkedApi} lists them.
 */
@NullMarked
package dev.roster.calcite.linkedapi;

import org.jspecify.annotations.NullMarked;
