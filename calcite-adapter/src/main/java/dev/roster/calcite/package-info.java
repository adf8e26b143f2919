/**
 * Roster's schemas for Apache Calcite: one schema a provider, and {@code roster} for what Roster
 * itself knows. {@link dev.roster.calcite.RosterSchemaFactory} serves them to any Calcite model;
 * the JDBC driver in {@link dev.roster.jdbc} adds procedures and the guards they need.
 */
@NullMarked
package dev.roster.calcite;

import org.jspecify.annotations.NullMarked;
