package dev.roster.jdbc.metadata;

import dev.roster.calcite.catalog.Catalog;
import dev.roster.calcite.catalog.RoutineDescription;
import dev.roster.calcite.catalog.TableDescription;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds what the arguments of a metadata call ask for, in the catalog's order. */
record Search(Catalog catalog) {

  /** Returns the schemas that match a pattern. */
  List<String> schemas(@Nullable String catalogName, @Nullable String pattern) {
    return NamePattern.withoutCatalog(catalogName)
        ? catalog.schemas().stream().filter(NamePattern.matching(pattern)).toList()
        : List.of();
  }

  /** Returns the tables and views that match patterns. */
  List<TableDescription> tablesLike(
      @Nullable String catalogName, @Nullable String schema, @Nullable String table) {
    return tables(catalogName, NamePattern.matching(schema), NamePattern.matching(table));
  }

  /** Returns the tables and views with these names, which are no patterns. */
  List<TableDescription> tablesNamed(
      @Nullable String catalogName, @Nullable String schema, @Nullable String table) {
    return tables(catalogName, NamePattern.named(schema), NamePattern.named(table));
  }

  private List<TableDescription> tables(
      @Nullable String catalogName, Predicate<String> schema, Predicate<String> table) {
    return NamePattern.withoutCatalog(catalogName)
        ? catalog.tables().stream()
            .filter(each -> schema.test(each.schema()) && table.test(each.name()))
            .toList()
        : List.of();
  }

  /** Returns the procedures that match patterns. */
  List<RoutineDescription> routinesLike(
      @Nullable String catalogName, @Nullable String schema, @Nullable String routine) {
    Predicate<String> schemas = NamePattern.matching(schema);
    Predicate<String> routines = NamePattern.matching(routine);
    return NamePattern.withoutCatalog(catalogName)
        ? catalog.routines().stream()
            .filter(each -> schemas.test(each.schema()) && routines.test(each.name()))
            .toList()
        : List.of();
  }
}
