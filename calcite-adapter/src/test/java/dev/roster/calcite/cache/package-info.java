@NullMarked
package dev.roster.calcite.cache;

import org.jspecify.annotations.NullMarked;
