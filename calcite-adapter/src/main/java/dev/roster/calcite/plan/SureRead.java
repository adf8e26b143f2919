package dev.roster.calcite.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.DataContext;
import org.jspecify.annotations.Nullable;

/**
 * A read that a statement makes whatever the answers to its other calls are.
 *
 * @param keys the keys of the table in the order in which they are asked for; null if there is one
 *     read, without a key
 * @param leading how many of the keys are asked for at least
 */
record SureRead(ScannedTable table, @Nullable KeyValues keys, long leading) {

  /**
   * Returns the distinct keys that are known to be asked for, the empty one for a read without key.
   *
   * @param root the execution, or null if there is none yet, so that no parameter has a value
   */
  Set<String> known(@Nullable DataContext root) {
    if (table.declaration().operation() == null || leading == 0) {
      return Set.of();
    }
    if (keys == null) {
      return Set.of("");
    }
    List<@Nullable String> all = keys.known(root);
    Set<String> known = new LinkedHashSet<>();
    for (int i = 0; i < all.size() && i < leading; i++) {
      String key = all.get(i);
      if (key != null) {
        known.add(key);
      }
    }
    return known;
  }
}
