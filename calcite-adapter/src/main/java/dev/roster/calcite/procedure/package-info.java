/**
 * Procedures: what they take, what they send, what they return, and the guards that let each
 * execution of one send its calls exactly once.
 */
@NullMarked
package dev.roster.calcite.procedure;

import org.jspecify.annotations.NullMarked;
