@NullMarked
package dev.roster.calcite.error;

import org.jspecify.annotations.NullMarked;
