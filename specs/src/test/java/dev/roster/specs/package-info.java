/**
 * The lint of the specs: what OpenAPI itself demands, and the rules of this house that the
 * generator, the sandbox and the SQL tables rely on.
 *
 * <p>{@link dev.roster.specs.SpecLint} lists the rules. A rule is a small method that looks at one
 * document and reports {@link dev.roster.specs.Fault}s, each with its file and JSON pointer.
 */
@NullMarked
package dev.roster.specs;

import org.jspecify.annotations.NullMarked;
