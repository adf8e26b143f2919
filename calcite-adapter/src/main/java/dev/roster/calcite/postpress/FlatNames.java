package dev.roster.calcite.postpress;

import dev.roster.calcite.table.Column;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The SQL names of nested fields: the path joined by {@code _}, without the groups that only bundle
 * what is in them ({@code picture_settings[layout][bottomLeft][x]}, set as a part of the picture,
 * is {@code bottom_left_x}) and without any group for a field that says by itself what it is
 * ({@code location[postal_code]} is {@code postal_code}, but {@code location[id]} is {@code
 * location_id}). Where two fields would have the same short name, both keep the whole path.
 *
 * <p>The groups are listed and not found out from what happens to be unique, so that a field that a
 * spec gains does not rename those that were there.
 */
final class FlatNames {

  private static final Set<String> BUNDLES = Set.of("connection_params", "layout", "seniority");
  private static final Set<String> CLEAR_ALONE = Set.of("postal_code");

  private FlatNames() {}

  /** Returns one name a path, in their order, all different. */
  static List<String> of(List<List<String>> paths) {
    List<String> names = paths.stream().map(FlatNames::withoutGroups).toList();
    return IntStream.range(0, paths.size())
        .mapToObj(
            i ->
                Collections.frequency(names, names.get(i)) == 1
                    ? names.get(i)
                    : Column.sqlName(paths.get(i)))
        .toList();
  }

  private static String withoutGroups(List<String> path) {
    String last = path.get(path.size() - 1);
    return CLEAR_ALONE.contains(last)
        ? last
        : Column.sqlName(path.stream().filter(name -> !BUNDLES.contains(name)).toList());
  }
}
