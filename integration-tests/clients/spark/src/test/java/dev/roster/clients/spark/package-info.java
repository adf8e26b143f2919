/** Spark on the driver jar alone. */
@NullMarked
package dev.roster.clients.spark;

import org.jspecify.annotations.NullMarked;
