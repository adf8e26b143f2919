/** HikariCP on the driver jar alone. */
@NullMarked
package dev.roster.clients.hikari;

import org.jspecify.annotations.NullMarked;
