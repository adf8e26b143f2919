/**
 * Answers that statements share: kept for a time, and asked for once by those that ask together.
 */
@NullMarked
package dev.roster.calcite.cache;

import org.jspecify.annotations.NullMarked;
