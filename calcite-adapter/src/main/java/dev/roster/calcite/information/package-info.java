/**
 * The schema {@code information_schema} of the SQL standard, one file a table. Its rows come from
 * the {@link dev.roster.calcite.catalog.Catalog} that JDBC's metadata come from; reading them calls
 * no provider. The columns have the standard's names; {@code remarks} is added, because it is what
 * people look for.
 */
@NullMarked
package dev.roster.calcite.information;

import org.jspecify.annotations.NullMarked;
