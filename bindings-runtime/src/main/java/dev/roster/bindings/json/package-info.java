/** What generated JSON adapters call: reading with required values, open texts and instants. */
@NullMarked
package dev.roster.bindings.json;

import org.jspecify.annotations.NullMarked;
