@NullMarked
package dev.roster.calcite.catalog;

import org.jspecify.annotations.NullMarked;
