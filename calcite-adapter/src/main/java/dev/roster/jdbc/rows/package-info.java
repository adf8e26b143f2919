/** The rows that the JDBC driver hands out, their columns, and the values in them. */
@NullMarked
package dev.roster.jdbc.rows;

import org.jspecify.annotations.NullMarked;
