/** JDBI on the driver jar alone. */
@NullMarked
package dev.roster.clients.jdbi;

import org.jspecify.annotations.NullMarked;
