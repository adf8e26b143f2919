/** Many connections at once, at providers that have a bad day. */
@NullMarked
package dev.roster.integration.chaos;

import org.jspecify.annotations.NullMarked;
