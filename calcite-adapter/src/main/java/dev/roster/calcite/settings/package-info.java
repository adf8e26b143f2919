/**
 * The properties of a connection, each said once: name, default, description, choices, environment.
 */
@NullMarked
package dev.roster.calcite.settings;

import org.jspecify.annotations.NullMarked;
