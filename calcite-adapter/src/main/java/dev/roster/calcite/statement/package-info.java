/**
 * One execution of one SQL statement: the calls it has made and shares, its warnings, its end by
 * cancel, time-out, interrupt or close.
 */
@NullMarked
package dev.roster.calcite.statement;

import org.jspecify.annotations.NullMarked;
