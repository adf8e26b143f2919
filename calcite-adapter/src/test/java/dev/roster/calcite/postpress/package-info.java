@NullMarked
package dev.roster.calcite.postpress;

import org.jspecify.annotations.NullMarked;
