/**
 * What a table is: its columns, made of a binding's fields, and the calls that its rows come from.
 * A table file says this and nothing else; it knows no planner, no JSON and no HTTP.
 */
@NullMarked
package dev.roster.calcite.table;

import org.jspecify.annotations.NullMarked;
