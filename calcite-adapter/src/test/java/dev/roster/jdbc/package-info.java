@NullMarked
package dev.roster.jdbc;

import org.jspecify.annotations.NullMarked;
