package dev.roster.calcite.procedure;

import dev.roster.bindings.Field;
import dev.roster.calcite.statement.CallSender;
import dev.roster.calcite.statement.StatementCalls;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.CallImplementor;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.FunctionParameter;
import org.apache.calcite.schema.ImplementableFunction;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.schema.TableFunction;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * A procedure, as Calcite sees it: a table function. Nothing of the procedure runs while a
 * statement is validated or planned; its row type is fixed.
 */
public final class ProcedureFunction implements TableFunction, ImplementableFunction {

  private static final Method ROWS =
      Types.lookupMethod(
          ProcedureFunction.class,
          "rows",
          DataContext.class,
          String.class,
          String.class,
          Object[].class);

  private final String schema;
  private final Procedure<?> procedure;
  private final CallSender sender;
  private final WritePolicy policy;

  /**
   * Makes a function of a schema.
   *
   * @param sender what its calls pass on their way out
   */
  public ProcedureFunction(
      String schema, Procedure<?> procedure, CallSender sender, WritePolicy policy) {
    this.schema = schema;
    this.procedure = procedure;
    this.sender = sender;
    this.policy = policy;
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

  /**
   * Checks that the connection may run it.
   *
   * @throws dev.roster.calcite.error.SqlStateException 25006 or 42000, naming the property to set
   */
  public void checkAllowed() {
    policy.check(qualifiedName(), procedure);
  }

  @Override
  public RelDataType getRowType(
      RelDataTypeFactory typeFactory, List<? extends @Nullable Object> arguments) {
    RelDataTypeFactory.Builder row = typeFactory.builder();
    procedure
        .columns()
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

  @Override
  public CallImplementor getImplementor() {
    return (translator, call, nullAs) -> {
      List<Expression> arguments = new ArrayList<>();
      for (Expression argument : translator.translateList(call.getOperands())) {
        arguments.add(Expressions.convert_(argument, Object.class));
      }
      return Expressions.call(
          ROWS,
          translator.getRoot(),
          Expressions.constant(schema),
          Expressions.constant(procedure.name()),
          Expressions.newArrayInit(Object.class, arguments));
    };
  }

  /**
   * Returns the rows of one execution; it sends nothing yet. Generated code calls this, and can
   * refer to the function by its names only.
   */
  public static Enumerable<@Nullable Object[]> rows(
      DataContext root, String schema, String name, @Nullable Object[] arguments) {
    SchemaPlus schemas = Objects.requireNonNull(root.getRootSchema(), "root schema");
    SchemaPlus plus = Objects.requireNonNull(schemas.subSchemas().get(schema), schema);
    ProcedureFunction function =
        Objects.requireNonNull(plus.unwrap(ProcedureSource.class), schema).procedure(name);
    return ProcedureRows.of(function, function.procedure, arguments, root);
  }

  StatementCalls calls(DataContext root) {
    return StatementCalls.of(root, sender);
  }

  boolean revealSecrets() {
    return policy.revealSecrets();
  }
}
