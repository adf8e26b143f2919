@NullMarked
package dev.roster.calcite;

import org.jspecify.annotations.NullMarked;
