/** sqlline on the driver jar alone. */
@NullMarked
package dev.roster.clients.sqlline;

import org.jspecify.annotations.NullMarked;
