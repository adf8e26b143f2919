@NullMarked
package dev.roster.calcite.plan;

import org.jspecify.annotations.NullMarked;
