/** The whole road, from a statement to the requests on the wire. */
@NullMarked
package dev.roster.integration;

import org.jspecify.annotations.NullMarked;
