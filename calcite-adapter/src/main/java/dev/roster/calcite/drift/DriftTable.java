package dev.roster.calcite.drift;

import dev.roster.bindings.Drift.Kind;
import dev.roster.bindings.Field;
import dev.roster.calcite.drift.DriftLog.SeenPlace;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.Column;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * The table {@code roster.drift}: one row a place where answers that this process read, on
 * whichever connection, differ from their specs. Reading it calls nobody.
 */
public final class DriftTable {

  private static final List<Field<SeenPlace>> FIELDS =
      List.of(
          Field.text("provider", "The provider's id.", at -> at.latest().operation().provider()),
          Field.text(
              "operation",
              "The provider's own name of the operation.",
              at -> at.latest().operation().name()),
          Field.text(
              "kind", "How they differ: " + meanings() + ".", at -> at.latest().kind().name()),
          Field.text(
              "pointer",
              "Where, as a JSON pointer into the answer's body, with * for every index of a list. *"
                  + " alone: all places beyond the first "
                  + DriftLog.CAPACITY
                  + ".",
              at -> at.latest().pointer()),
          Field.text("expected", "What the spec says of that place.", at -> at.latest().expected()),
          Field.<SeenPlace>text(
                  "found",
                  "What the last answer has there: object, array, string, number, boolean or null;"
                      + " NULL where it has nothing. Values are not kept.",
                  at -> at.latest().found())
              .orNull(),
          Field.integer(
              "occurrences", "How often it was seen since the process began.", SeenPlace::count),
          Field.instant(
              "first_seen",
              "When it was seen first, by the clock of this machine.",
              SeenPlace::first),
          Field.instant("last_seen", "When it was seen last, by the same clock.", SeenPlace::last));

  private DriftTable() {}

  /** Returns the table. */
  public static ApiTable<?> table() {
    return ApiTable.<SeenPlace>named(
            "drift",
            "Where answers that this process read differ from their specs, those seen first first:"
                + " what providers have changed and Roster does not know yet. Kept in memory,"
                + " without values.")
        .columns(Column.of(FIELDS))
        .primaryKey("provider", "operation", "kind", "pointer")
        .systemTable()
        .allRows(calls -> CompletableFuture.completedFuture(DriftLog.PROCESS.places()))
        .build();
  }

  private static String meanings() {
    return Arrays.stream(Kind.values())
        .map(kind -> kind + " (" + kind.meaning() + ")")
        .collect(Collectors.joining(", "));
  }
}
