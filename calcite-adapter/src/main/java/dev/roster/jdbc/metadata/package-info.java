/**
 * JDBC's DatabaseMetaData, told from the {@link dev.roster.calcite.catalog.Catalog}: no call here
 * asks a provider.
 */
@NullMarked
package dev.roster.jdbc.metadata;

import org.jspecify.annotations.NullMarked;
