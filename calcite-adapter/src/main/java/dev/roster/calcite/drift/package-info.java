/** Where the answers of providers differ from their specs: counted, logged once, and a table. */
@NullMarked
package dev.roster.calcite.drift;

import org.jspecify.annotations.NullMarked;
