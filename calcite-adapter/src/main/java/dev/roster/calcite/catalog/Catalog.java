package dev.roster.calcite.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.calcite.schema.Function;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.schema.lookup.LikePattern;

/**
 * What all schemas of a connection hold, at the time when it was asked for.
 *
 * @param schemas the names of the schemas, sorted
 * @param tables the tables and views, sorted by schema and name
 * @param routines the procedures, sorted by schema and name
 */
public record Catalog(
    List<String> schemas, List<TableDescription> tables, List<RoutineDescription> routines) {

  /** Copies the lists. */
  public Catalog {
    schemas = List.copyOf(schemas);
    tables = List.copyOf(tables);
    routines = List.copyOf(routines);
  }

  /** Returns what the schemas below a root hold; no provider is asked. */
  public static Catalog of(SchemaPlus root) {
    List<String> schemas = root.subSchemas().getNames(LikePattern.any()).stream().sorted().toList();
    List<TableDescription> tables = new ArrayList<>();
    List<RoutineDescription> routines = new ArrayList<>();
    for (String name : schemas) {
      SchemaPlus schema = root.subSchemas().get(name);
      if (schema != null) {
        tables.addAll(tables(schema));
        routines.addAll(routines(schema));
      }
    }
    return new Catalog(schemas, tables, routines);
  }

  private static List<TableDescription> tables(SchemaPlus schema) {
    List<TableDescription> tables = new ArrayList<>();
    for (String name : schema.tables().getNames(LikePattern.any())) {
      if (schema.tables().get(name) instanceof DescribedTable table) {
        tables.add(table.description());
      }
    }
    tables.sort(Comparator.comparing(TableDescription::name));
    return tables;
  }

  private static List<RoutineDescription> routines(SchemaPlus schema) {
    List<RoutineDescription> routines = new ArrayList<>();
    for (String name : schema.getFunctionNames()) {
      for (Function function : schema.getFunctions(name)) {
        if (function instanceof DescribedRoutine routine) {
          routines.add(routine.description());
        }
      }
    }
    routines.sort(Comparator.comparing(RoutineDescription::name));
    return routines;
  }
}
