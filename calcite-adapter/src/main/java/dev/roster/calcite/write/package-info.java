/**
 * Writes that run once: what a write sends, how one execution of it goes through the ledger, and
 * what it tells of each thing. Procedures, INSERT, UPDATE and DELETE stand on it.
 */
@NullMarked
package dev.roster.calcite.write;

import org.jspecify.annotations.NullMarked;
