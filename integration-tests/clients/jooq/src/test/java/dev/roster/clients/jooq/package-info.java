/** jOOQ on the driver jar alone. */
@NullMarked
package dev.roster.clients.jooq;

import org.jspecify.annotations.NullMarked;
