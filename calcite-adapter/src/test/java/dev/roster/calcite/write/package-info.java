@NullMarked
package dev.roster.calcite.write;

import org.jspecify.annotations.NullMarked;
