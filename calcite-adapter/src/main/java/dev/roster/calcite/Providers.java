package dev.roster.calcite;

import java.util.List;

/** The providers that Roster knows, in the order in which they are shown. */
public final class Providers {

  /** All of them. */
  public static final List<Provider> ALL = List.of();

  private Providers() {}
}
