/**
 * What generated bindings and their users see of the runtime: calls, errors, operations and fields.
 *
 * <p>The sending of calls is in {@link dev.roster.bindings.http}, the reading of JSON in {@link
 * dev.roster.bindings.json}.
 */
@NullMarked
package dev.roster.bindings;

import org.jspecify.annotations.NullMarked;
