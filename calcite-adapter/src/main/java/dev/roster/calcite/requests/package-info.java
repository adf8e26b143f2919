/**
 * What this process sends: a request as text without secrets, the log of the last requests, and the
 * table {@code roster.requests} that shows it.
 */
@NullMarked
package dev.roster.calcite.requests;

import org.jspecify.annotations.NullMarked;
