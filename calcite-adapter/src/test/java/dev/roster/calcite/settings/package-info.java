@NullMarked
package dev.roster.calcite.settings;

import org.jspecify.annotations.NullMarked;
