/**
 * What a spec says, read from the resolved OpenAPI document: types, operations, failures.
 *
 * <p>Whatever the generator cannot express is refused here, with the place in the spec. The classes
 * that write Java ask this package and never the OpenAPI document.
 */
@NullMarked
package dev.roster.codegen.spec;

import org.jspecify.annotations.NullMarked;
