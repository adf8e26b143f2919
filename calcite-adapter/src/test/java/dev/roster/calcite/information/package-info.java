@NullMarked
package dev.roster.calcite.information;

import org.jspecify.annotations.NullMarked;
