package dev.roster.calcite.procedure;

import dev.roster.bindings.Field;
import dev.roster.bindings.Operation;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.calcite.table.Column;
import dev.roster.calcite.write.AnswerColumns;
import dev.roster.calcite.write.Result;
import dev.roster.calcite.write.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of one procedure: its name and sentence, its parameters, the columns of its rows,
 * and what it does. One that writes is begun by {@link #writing}, and most of them, which do one
 * thing in one request, by {@link SingleProcedure#named}.
 *
 * @param <R> the model that one row is made of
 */
public final class Procedure<R> {

  private static final Parameter REQUEST_KEY =
      Parameter.of(
          AnswerColumns.REQUEST_KEY,
          Field.Kind.TEXT,
          "What names this write in roster.ledger, at most 255 characters. Given again, it answers"
              + " with what is recorded and sends nothing. Without it the write gets a fresh one.");

  private final String name;
  private final boolean writes;
  private final boolean irreversible;
  private final String remarks;
  private final List<Parameter> parameters;
  private final List<Column<R>> columns;
  private final boolean returnsSecrets;
  private final Action<R> action;
  private final @Nullable Operation operation;

  /** What a procedure does that only reads, such as waiting for something. */
  @FunctionalInterface
  public interface Reads<R> {
    /** Reads, and returns the rows; waits only through {@code calls}, which can be cancelled. */
    List<R> run(Arguments arguments, StatementCalls calls);
  }

  private Procedure(Builder<R> builder, Action<R> action) {
    this.name = builder.name;
    this.writes = builder.writes;
    this.irreversible = builder.irreversible;
    this.remarks = builder.remarks;
    this.parameters = List.copyOf(builder.parameters);
    this.columns = List.copyOf(builder.columns);
    this.returnsSecrets = builder.returnsSecrets;
    this.action = action;
    this.operation = builder.operation;
  }

  /**
   * Begins the declaration of a procedure that only reads. Its remarks are the operation's
   * description.
   *
   * @param name lower snake case, without the schema
   * @param operation what it calls
   */
  public static <R> Builder<R> reading(String name, Operation operation, Reads<R> reads) {
    return new Builder<>(name, operation, new Action.Reading<>(reads));
  }

  /**
   * Begins the declaration of a procedure that writes; at its end come the parameter and the column
   * {@code request_key}.
   *
   * @param name lower snake case, without the schema
   * @param operation what it calls; says whether that can be undone
   * @param things what the arguments ask for; what it throws is an argument that breaks a rule
   */
  public static <I> Builder<Result<I>> writing(
      String name, Operation operation, Write<I, ?> write, Function<Arguments, List<I>> things) {
    return new Builder<>(name, operation, new Action.Writing<>(write, things))
        .lastly(REQUEST_KEY, AnswerColumns.requestKey());
  }

  /**
   * Begins the declaration of a procedure of Roster's own, which goes on with what others recorded.
   *
   * @param name lower snake case, without the schema
   */
  public static <R> Builder<R> own(String name, String remarks, Action<R> action) {
    return new Builder<>(name, true, false, remarks, action);
  }

  /**
   * Returns what sends things of this procedure that were recorded and not sent, or null if it only
   * reads.
   */
  @Nullable Write<?, ?> write() {
    return action instanceof Action.Writing<?> writing ? writing.write() : null;
  }

  /** Returns the name without the schema. */
  public String name() {
    return name;
  }

  /** Returns the operation that it calls, or null if that depends on what others recorded. */
  public @Nullable Operation operation() {
    return operation;
  }

  /** Returns whether it does one thing, in one request. */
  public boolean doesOneThing() {
    return action instanceof Action.Writing<?> writing && writing.write() instanceof SingleWrite<?>;
  }

  /** Returns whether it changes something that must not be done twice. */
  public boolean writes() {
    return writes;
  }

  /** Returns whether what it does cannot be undone. */
  public boolean irreversible() {
    return irreversible;
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
    private final boolean writes;
    private final boolean irreversible;
    private final Action<R> action;
    private @Nullable Operation operation;
    private String remarks;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Column<R>> columns = new ArrayList<>();
    private @Nullable Parameter lastParameter;
    private @Nullable Column<R> lastColumn;
    private boolean returnsSecrets;

    private Builder(String name, Operation operation, Action<R> action) {
      this(name, !operation.readOnly(), operation.irreversible(), operation.description(), action);
      this.operation = operation;
    }

    private Builder(
        String name, boolean writes, boolean irreversible, String remarks, Action<R> action) {
      this.name = name;
      this.writes = writes;
      this.irreversible = irreversible;
      this.remarks = remarks;
      this.action = action;
    }

    private Builder<R> lastly(Parameter parameter, Column<R> column) {
      lastParameter = parameter;
      lastColumn = column;
      return this;
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

    /**
     * Returns the procedure.
     *
     * @throws IllegalStateException if the declaration contradicts itself
     */
    public Procedure<R> build() {
      Parameter parameterAtEnd = lastParameter;
      Column<R> columnAtEnd = lastColumn;
      if (parameterAtEnd != null && columnAtEnd != null) {
        parameters.add(parameterAtEnd);
        columns.add(columnAtEnd);
        lastParameter = null;
      }
      Set<String> names = new HashSet<>();
      for (Parameter parameter : parameters) {
        require(names.add(parameter.name()), "parameter " + parameter.name() + " is there twice");
      }
      require(!columns.isEmpty(), "say which columns its rows have");
      return new Procedure<>(this, action);
    }

    private void require(boolean condition, String otherwise) {
      if (!condition) {
        throw new IllegalStateException("procedure " + name + ": " + otherwise);
      }
    }
  }
}
