/**
 * How Java is written: names, comments, literals and, for each kind of generated file, a view that
 * holds everything its template prints. The templates only lay out what the views say.
 */
@NullMarked
package dev.roster.codegen.emit;

import org.jspecify.annotations.NullMarked;
