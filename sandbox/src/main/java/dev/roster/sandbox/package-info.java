/**
 * A stateful stand-in of the three providers, for tests and demonstrations.
 *
 * <p>{@link dev.roster.sandbox.Sandbox} starts it, {@link dev.roster.sandbox.Control} steers it. It
 * reads the OpenAPI documents for every fact about an operation, and adds only behaviour: what a
 * call changes and when it is refused.
 */
@NullMarked
package dev.roster.sandbox;

import org.jspecify.annotations.NullMarked;
