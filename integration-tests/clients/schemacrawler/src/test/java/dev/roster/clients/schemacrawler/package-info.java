/** SchemaCrawler on the driver jar alone. */
@NullMarked
package dev.roster.clients.schemacrawler;

import org.jspecify.annotations.NullMarked;
