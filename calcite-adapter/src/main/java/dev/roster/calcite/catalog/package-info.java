/**
 * What the schemas of a connection hold, told from their declarations: the one source of JDBC's
 * metadata and of {@code information_schema}. It knows what a table is, and nothing of how it is
 * read.
 */
@NullMarked
package dev.roster.calcite.catalog;

import org.jspecify.annotations.NullMarked;
