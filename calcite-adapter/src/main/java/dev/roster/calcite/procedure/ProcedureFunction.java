package dev.roster.calcite.procedure;

import dev.roster.bindings.Field;
import dev.roster.calcite.catalog.ColumnDescription;
import dev.roster.calcite.catalog.DescribedRoutine;
import dev.roster.calcite.catalog.ParameterDescription;
import dev.roster.calcite.catalog.RoutineDescription;
import dev.roster.calcite.statement.CallSender;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.calcite.table.Column;
import dev.roster.calcite.write.ShownRequest;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.FunctionParameter;
import org.apache.calcite.schema.TableFunction;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * A procedure, as Calcite sees it: a table function. Nothing of the procedure runs while a
 * statement is validated or planned; its row type is fixed.
 */
public final class ProcedureFunction implements TableFunction, DescribedRoutine {

  private final String schema;
  private final Procedure<?> procedure;
  private final CallSender sender;
  private final WriteAccess access;
  private final boolean showsRequests;

  /**
   * Makes a function of a schema.
   *
   * @param sender what its calls pass on their way out
   */
  public ProcedureFunction(
      String schema, Procedure<?> procedure, CallSender sender, WriteAccess access) {
    this(schema, procedure, sender, access, false);
  }

  private ProcedureFunction(
      String schema,
      Procedure<?> procedure,
      CallSender sender,
      WriteAccess access,
      boolean showsRequests) {
    this.schema = schema;
    this.procedure = procedure;
    this.sender = sender;
    this.access = access;
    this.showsRequests = showsRequests;
  }

  /**
   * Returns what a CALL of it is: in a dry run of a procedure that writes, a function whose rows
   * are the requests; else this.
   */
  public ProcedureFunction called() {
    return isDryRun() ? new ProcedureFunction(schema, procedure, sender, access, true) : this;
  }

  /** Returns whether it sends nothing, because the connection only shows what it would. */
  public boolean isDryRun() {
    return access.policy().dryRun() && procedure.writes();
  }

  /** Returns the declaration. */
  public Procedure<?> declaration() {
    return procedure;
  }

  /** Returns the schema's name. */
  public String schemaName() {
    return schema;
  }

  /** Returns schema and name, such as {@code linkedapi.disconnect}. */
  public String qualifiedName() {
    return schema + "." + procedure.name();
  }

  @Override
  public RoutineDescription description() {
    return new RoutineDescription(
        schema,
        procedure.name(),
        procedure.remarks(),
        procedure.parameters().stream()
            .map(
                parameter ->
                    new ParameterDescription(
                        parameter.name(),
                        parameter.type(),
                        parameter.required(),
                        parameter.remarks()))
            .toList(),
        ColumnDescription.of(procedure.columns()));
  }

  /**
   * Checks that the connection may run it.
   *
   * @throws dev.roster.calcite.error.SqlStateException 25006 or 42000, naming the property to set
   */
  public void checkAllowed() {
    access.policy().check(qualifiedName(), procedure);
  }

  @Override
  public RelDataType getRowType(
      RelDataTypeFactory typeFactory, List<? extends @Nullable Object> arguments) {
    RelDataTypeFactory.Builder row = typeFactory.builder();
    columns()
        .forEach(
            column ->
                row.add(column.name(), column.type().relType(typeFactory, column.nullable())));
    return row.build();
  }

  @Override
  public Type getElementType(List<? extends @Nullable Object> arguments) {
    return Object[].class;
  }

  @Override
  public List<FunctionParameter> getParameters() {
    List<FunctionParameter> parameters = new ArrayList<>();
    for (Parameter parameter : procedure.parameters()) {
      parameters.add(new CalciteParameter(parameters.size(), parameter));
    }
    return parameters;
  }

  // All parameters are optional to Calcite: its message for a missing one names neither the
  // parameter nor the procedure's own rule. Arguments says it better, and as early.
  private record CalciteParameter(int ordinal, Parameter parameter) implements FunctionParameter {
    @Override
    public int getOrdinal() {
      return ordinal;
    }

    @Override
    public String getName() {
      return parameter.name();
    }

    @Override
    public RelDataType getType(RelDataTypeFactory typeFactory) {
      // A list may come as JSON text or as an ARRAY; no narrower type takes both.
      return parameter.kind() == Field.Kind.LIST
          ? typeFactory.createTypeWithNullability(typeFactory.createSqlType(SqlTypeName.ANY), true)
          : parameter.type().relType(typeFactory, true);
    }

    @Override
    public boolean isOptional() {
      return true;
    }
  }

  /**
   * Returns the rows of one execution, each an array; of a procedure with one column each the value
   * itself, as Calcite wants it. Generated code calls this; it sends nothing yet.
   *
   * @param arguments a value a parameter, null where none was given
   */
  public Enumerable<?> rows(DataContext root, @Nullable Object[] arguments) {
    ProcedureRows<?> rows = ProcedureRows.of(this, procedure, arguments, root);
    return columns().size() == 1 ? rows.select(row -> row[0]) : rows;
  }

  private List<? extends Column<?>> columns() {
    return showsRequests ? ShownRequest.COLUMNS : procedure.columns();
  }

  /** Returns whether its rows are the requests that it would send. */
  boolean showsRequests() {
    return showsRequests;
  }

  WriteAccess access() {
    return access;
  }

  /** Returns the name under which a CALL finds it in its schema; nobody writes it. */
  public String calledName() {
    return showsRequests ? "dry run of " + procedure.name() : procedure.name();
  }

  StatementCalls calls(DataContext root) {
    return StatementCalls.of(root, sender);
  }

  boolean revealSecrets() {
    return access.policy().revealSecrets();
  }
}
