/**
 * The generator {@code retrofit-moshi} of the OpenAPI Generator: reads a spec, writes a binding.
 *
 * <p>{@link dev.roster.codegen.spec} reads and checks, {@link dev.roster.codegen.emit} decides what
 * is written, the templates lay it out.
 */
@NullMarked
package dev.roster.codegen;

import org.jspecify.annotations.NullMarked;
