@NullMarked
package dev.roster.calcite.connectsafely;

import org.jspecify.annotations.NullMarked;
