package dev.roster.calcite.catalog;

/** A function of Calcite's that says what it is; others are not in a {@link Catalog}. */
public interface DescribedRoutine {

  /** Returns what it is; no provider is asked. */
  RoutineDescription description();
}
