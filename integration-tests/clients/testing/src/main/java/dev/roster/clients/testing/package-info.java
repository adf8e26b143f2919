/** What the tests of third-party clients share. It knows nothing of the driver but its jar. */
@NullMarked
package dev.roster.clients.testing;

import org.jspecify.annotations.NullMarked;
