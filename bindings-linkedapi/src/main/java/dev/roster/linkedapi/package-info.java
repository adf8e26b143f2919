/**
 * The Java client of Linked API: {@link dev.roster.linkedapi.LinkedApiClient}.
 *
 * <p>Its models and Retrofit interface are generated from the spec and lie in the packages below.
 */
@NullMarked
package dev.roster.linkedapi;

import org.jspecify.annotations.NullMarked;
