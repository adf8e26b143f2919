/** Tests of the rows that the JDBC driver hands out. */
@NullMarked
package dev.roster.jdbc.rows;

import org.jspecify.annotations.NullMarked;
