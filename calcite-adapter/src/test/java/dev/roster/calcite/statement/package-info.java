@NullMarked
package dev.roster.calcite.statement;

import org.jspecify.annotations.NullMarked;
