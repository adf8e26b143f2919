/**
 * From SQL to an executable plan: the logical and the physical scan, the rules between them, the
 * check of the finished plan, and the parser and prepare classes that Roster adds to Calcite.
 */
@NullMarked
package dev.roster.calcite.plan;

import org.jspecify.annotations.NullMarked;
