@NullMarked
package dev.roster.calcite.limit;

import org.jspecify.annotations.NullMarked;
