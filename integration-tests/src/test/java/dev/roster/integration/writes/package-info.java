/** Writes that run once, where processes are killed and providers fail. */
@NullMarked
package dev.roster.integration.writes;

import org.jspecify.annotations.NullMarked;
