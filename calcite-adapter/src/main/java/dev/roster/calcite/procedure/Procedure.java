package dev.roster.calcite.procedure;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.Operation;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.calcite.table.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of one procedure: its name and sentence, its parameters, the columns of its rows,
 * and what it sends.
 *
 * <pre>{@code
 * Procedure.<ConnectionSessionLink>named("create_connection_session", Operations.CREATE_CONNECTION_SESSION)
 *     .columns(Column.of(ConnectionSessionLink.FIELDS))
 *     .sends(arguments -> List.of(Send.of(client.get().createConnectionSession(), List::of)))
 *     .build();
 * }</pre>
 *
 * @param <R> the model that one row is made of
 */
public final class Procedure<R> {

  private final String name;
  private final Operation operation;
  private final String remarks;
  private final List<Parameter> parameters;
  private final List<Column<R>> columns;
  private final boolean returnsSecrets;
  private final Action<R> action;

  /** What a procedure does that only reads, such as waiting for something. */
  @FunctionalInterface
  public interface Reads<R> {
    /** Reads, and returns the rows; waits only through {@code calls}, which can be cancelled. */
    List<R> run(Arguments arguments, StatementCalls calls);
  }

  /** What all procedures do in the end; {@code where} is the procedure, for messages. */
  interface Action<R> {
    List<R> run(String where, Arguments arguments, StatementCalls calls);
  }

  private Procedure(Builder<R> builder, Action<R> action) {
    this.name = builder.name;
    this.operation = builder.operation;
    this.remarks = builder.remarks;
    this.parameters = List.copyOf(builder.parameters);
    this.columns = List.copyOf(builder.columns);
    this.returnsSecrets = builder.returnsSecrets;
    this.action = action;
  }

  /**
   * Begins the declaration of a procedure. Its remarks are the operation's description, and whether
   * it writes, and whether that can be undone, is what the operation says.
   *
   * @param name lower snake case, without the schema
   * @param operation what it calls
   */
  public static <R> Builder<R> named(String name, Operation operation) {
    return new Builder<>(name, operation);
  }

  /** Returns the name without the schema. */
  public String name() {
    return name;
  }

  /** Returns the operation that it calls. */
  public Operation operation() {
    return operation;
  }

  /** Returns what it does. */
  public String remarks() {
    return remarks;
  }

  /** Returns the parameters in order. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Returns the columns of its rows in order. */
  public List<Column<R>> columns() {
    return columns;
  }

  /** Returns whether its answer is a secret, so that it is of no use where secrets are masked. */
  public boolean returnsSecrets() {
    return returnsSecrets;
  }

  Action<R> action() {
    return action;
  }

  @Override
  public String toString() {
    return name + parameters.stream().map(Parameter::name).toList();
  }

  /** Collects a procedure's declaration. */
  public static final class Builder<R> {
    private final String name;
    private final Operation operation;
    private String remarks;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Column<R>> columns = new ArrayList<>();
    private boolean returnsSecrets;
    private @Nullable Action<R> action;

    private Builder(String name, Operation operation) {
      this.name = name;
      this.operation = operation;
      this.remarks = operation.description();
    }

    /** Says what it does, where the operation's description does not. */
    public Builder<R> remarks(String other) {
      remarks = other;
      return this;
    }

    /** Adds a parameter. */
    public Builder<R> parameter(Parameter parameter) {
      parameters.add(parameter);
      return this;
    }

    /** Adds parameters. */
    public Builder<R> parameters(List<Parameter> more) {
      parameters.addAll(more);
      return this;
    }

    /** Adds a column of its rows. */
    public Builder<R> column(Column<R> column) {
      columns.add(column);
      return this;
    }

    /** Adds columns of its rows. */
    public Builder<R> columns(List<Column<R>> more) {
      columns.addAll(more);
      return this;
    }

    /** Says that its answer is a secret: it is refused unless the connection reveals secrets. */
    public Builder<R> returnsSecrets() {
      returnsSecrets = true;
      return this;
    }

    /** Says what it sends; what the function throws is an argument that breaks a rule. */
    public Builder<R> sends(Function<Arguments, List<Send<R>>> requests) {
      action = new SendInOrder<>(requests);
      return this;
    }

    /**
     * Says what it sends, where a failure of one request is no reason to lose the others: the rows
     * tell of each what became of it. The requests are made by {@link Send#of(ApiCall, Function,
     * BiFunction)}.
     */
    public Builder<R> sendsEach(Function<Arguments, List<Send<R>>> requests) {
      action = new SendEach<>(requests);
      return this;
    }

    /** Says what it reads; for operations that change nothing. */
    public Builder<R> reads(Reads<R> reads) {
      action = (where, arguments, calls) -> reads.run(arguments, calls);
      return this;
    }

    /**
     * Returns the procedure.
     *
     * @throws IllegalStateException if the declaration contradicts itself
     */
    public Procedure<R> build() {
      Set<String> names = new HashSet<>();
      for (Parameter parameter : parameters) {
        require(names.add(parameter.name()), "parameter " + parameter.name() + " is there twice");
      }
      require(!columns.isEmpty(), "say which columns its rows have");
      Action<R> does = action;
      if (does == null) {
        throw new IllegalStateException("procedure " + name + ": say what it sends or reads");
      }
      return new Procedure<>(this, does);
    }

    private void require(boolean condition, String otherwise) {
      if (!condition) {
        throw new IllegalStateException("procedure " + name + ": " + otherwise);
      }
    }
  }
}
