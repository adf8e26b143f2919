package dev.roster.calcite.catalog;

/** A table or view of Calcite's that says what it is; others are not in a {@link Catalog}. */
public interface DescribedTable {

  /** Returns what it is; no provider is asked. */
  TableDescription description();
}
