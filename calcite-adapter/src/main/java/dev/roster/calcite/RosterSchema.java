package dev.roster.calcite;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimap;
import dev.roster.calcite.plan.ExpandedView;
import dev.roster.calcite.plan.ScannedTable;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.ProcedureFunction;
import dev.roster.calcite.procedure.WriteAccess;
import dev.roster.calcite.statement.CallSender;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.view.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.schema.Function;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;
import org.apache.calcite.schema.lookup.LikePattern;

/** One schema: the tables of one provider, views and, where they are guarded, its procedures. */
public final class RosterSchema extends AbstractSchema {

  private final String name;
  private final Map<String, ScannedTable> tables = new LinkedHashMap<>();
  private final Map<String, ExpandedView> views = new LinkedHashMap<>();
  private final Map<String, ProcedureFunction> procedures = new LinkedHashMap<>();

  /** Makes a schema without views; the rest is as in the other constructor. */
  public RosterSchema(
      String name,
      List<? extends ApiTable<?>> tables,
      List<? extends Procedure<?>> procedures,
      CallSender sender,
      WriteAccess access) {
    this(name, tables, List.of(), procedures, sender, access);
  }

  /**
   * Makes a schema.
   *
   * @param name the name that it is added under
   * @param procedures empty where the prepare class that guards them is not in use
   * @param sender what all its calls pass on their way out
   */
  public RosterSchema(
      String name,
      List<? extends ApiTable<?>> tables,
      List<View> views,
      List<? extends Procedure<?>> procedures,
      CallSender sender,
      WriteAccess access) {
    this.name = name;
    for (ApiTable<?> table : tables) {
      this.tables.put(
          table.name(), new ScannedTable(name, table, sender, access.policy().revealSecrets()));
    }
    for (View view : views) {
      this.views.put(view.name(), new ExpandedView(name, view));
    }
    for (Procedure<?> procedure : procedures) {
      this.procedures.put(procedure.name(), new ProcedureFunction(name, procedure, sender, access));
    }
  }

  @Override
  protected Map<String, Table> getTableMap() {
    return ImmutableMap.<String, Table>builder().putAll(tables).putAll(views).build();
  }

  @Override
  protected Multimap<String, Function> getFunctionMultimap() {
    ImmutableListMultimap.Builder<String, Function> functions = ImmutableListMultimap.builder();
    procedures.forEach(
        (name, procedure) -> {
          functions.put(name, procedure);
          if (procedure.called() != procedure) {
            functions.put(procedure.called().calledName(), procedure.called());
          }
        });
    return functions.build();
  }

  /** Returns Roster's schemas below a root, in the order of their names. */
  public static List<RosterSchema> in(SchemaPlus root) {
    List<RosterSchema> schemas = new ArrayList<>();
    for (String name : root.subSchemas().getNames(LikePattern.any())) {
      SchemaPlus schema = root.subSchemas().get(name);
      RosterSchema roster = schema == null ? null : schema.unwrap(RosterSchema.class);
      if (roster != null) {
        schemas.add(roster);
      }
    }
    schemas.sort(Comparator.comparing(RosterSchema::name));
    return schemas;
  }

  /** Returns the name that it is added under. */
  public String name() {
    return name;
  }

  /** Returns the procedures in order. */
  public Collection<ProcedureFunction> procedures() {
    return procedures.values();
  }

  // What a table is cannot change, but its rows can.
  @Override
  public boolean isMutable() {
    return false;
  }
}
