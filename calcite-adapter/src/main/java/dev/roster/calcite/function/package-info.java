/**
 * The functions that tools write and Calcite lacks. What Calcite has, through the PostgreSQL
 * library of the connection, is used as it is.
 */
@NullMarked
package dev.roster.calcite.function;

import org.jspecify.annotations.NullMarked;
