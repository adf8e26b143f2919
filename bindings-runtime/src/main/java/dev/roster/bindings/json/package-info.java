/**
 * What generated JSON adapters call.
 *
 * <p>Every adapter here, and every generated one, reads JSON null as Java null and leaves it to the
 * one who asked to refuse it: a generated adapter refuses a null where its spec requires a value.
 */
@NullMarked
package dev.roster.bindings.json;

import org.jspecify.annotations.NullMarked;
