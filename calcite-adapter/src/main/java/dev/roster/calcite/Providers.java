package dev.roster.calcite;

import dev.roster.calcite.connectsafely.ConnectSafely;
import dev.roster.calcite.linkedapi.LinkedApi;
import dev.roster.calcite.postpress.Postpress;
import java.util.List;

/** The providers that Roster knows, in the order in which they are shown. */
public final class Providers {

  /** All of them. */
  public static final List<Provider> ALL =
      List.of(new LinkedApi(), new ConnectSafely(), new Postpress());

  private Providers() {}
}
