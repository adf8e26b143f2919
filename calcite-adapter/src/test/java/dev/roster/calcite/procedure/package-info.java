@NullMarked
package dev.roster.calcite.procedure;

import org.jspecify.annotations.NullMarked;
