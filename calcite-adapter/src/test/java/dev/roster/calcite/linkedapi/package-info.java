@NullMarked
package dev.roster.calcite.linkedapi;

import org.jspecify.annotations.NullMarked;
