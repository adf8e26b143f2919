@NullMarked
package dev.roster.calcite.table;

import org.jspecify.annotations.NullMarked;
