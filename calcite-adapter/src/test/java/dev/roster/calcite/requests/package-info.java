@NullMarked
package dev.roster.calcite.requests;

import org.jspecify.annotations.NullMarked;
