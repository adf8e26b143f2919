/** Spring's JdbcTemplate on the driver jar alone. */
@NullMarked
package dev.roster.clients.jdbctemplate;

import org.jspecify.annotations.NullMarked;
