/**
 * The JDBC driver: URL and properties in, connections on Calcite out, every failure an {@link
 * java.sql.SQLException} with its SQLSTATE.
 */
@NullMarked
package dev.roster.jdbc;

import org.jspecify.annotations.NullMarked;
