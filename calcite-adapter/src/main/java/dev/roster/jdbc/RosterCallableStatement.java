package dev.roster.jdbc;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.plan.WrittenCall;
import dev.roster.calcite.procedure.Parameter;
import dev.roster.calcite.procedure.ProcedureFunction;
import dev.roster.calcite.table.Column;
import dev.roster.calcite.write.AnswerColumns;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A call of a procedure. Its parameters have numbers, and the names of the procedure's parameters,
 * in any case. What a procedure gives back are rows; of {@code {? = call p(…)}}, whose rows have
 * one column beside the request key, it is the value in the first row, and there is no result set
 * then.
 */
final class RosterCallableStatement extends NamedParameters {

  // The number of each named parameter; names compare without regard to case.
  private final Map<String, Integer> numbers;
  private final boolean returnsValue;
  private @Nullable Class<?> registered;
  private volatile boolean executed;
  private volatile @Nullable ResultSet result;

  private RosterCallableStatement(
      RosterConnection connection,
      PreparedStatement calcite,
      StatementText text,
      DeclaredParameters declared,
      Map<String, Integer> numbers)
      throws SQLException {
    super(connection, calcite, text, declared);
    this.numbers = numbers;
    this.returnsValue = text.returnsValue();
  }

  /**
   * Makes the statement.
   *
   * @param called the procedure, or null if the text is no call of one
   * @throws SQLException 0A000 if a value is asked for and the procedure's rows are no single value
   */
  static RosterCallableStatement of(
      RosterConnection connection,
      PreparedStatement calcite,
      StatementText text,
      @Nullable WrittenCall call,
      @Nullable ProcedureFunction called)
      throws SQLException {
    Map<String, Integer> numbers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    int results = text.returnsValue() ? 1 : 0;
    if (call != null && called != null) {
      List<Parameter> parameters = called.declaration().parameters();
      call.markers()
          .forEach(
              (number, argument) -> {
                String name = argument.name();
                numbers.put(
                    name == null ? parameters.get(argument.position()).name() : name,
                    number + results);
              });
    }
    DeclaredParameters declared = DeclaredParameters.of(calcite.getParameterMetaData());
    if (text.returnsValue()) {
      Column<?> value = value(called);
      numbers.put(value.name(), 1);
      declared = declared.behindResult(ParameterType.of(value.type().jdbcType()));
    }
    return new RosterCallableStatement(connection, calcite, text, declared, numbers);
  }

  private static Column<?> value(@Nullable ProcedureFunction called) throws SQLException {
    List<? extends Column<?>> columns =
        called == null
            ? List.of()
            : called.declaration().columns().stream()
                .filter(column -> !column.name().equals(AnswerColumns.REQUEST_KEY))
                .toList();
    if (called != null && called.called() != called) {
      throw SqlState.NOT_SUPPORTED.exception(
          called.qualifiedName()
              + ": {? = call …} has no value in a dry run, which shows requests. Use {call …}.");
    }
    if (called != null && columns.size() == 1) {
      return columns.get(0);
    }
    throw SqlState.NOT_SUPPORTED.exception(
        called == null
            ? "statement: {? = call …} is for procedures only. Use a SELECT."
            : called.qualifiedName()
                + ": {? = call …} needs a procedure that returns one column; this one returns "
                + String.join(", ", columns.stream().map(Column::name).toList())
                + ". Use {call …} and read them with getResultSet.");
  }

  @Override
  int indexOf(String name) throws SQLException {
    checkOpen();
    given("name of the parameter", name);
    Integer number = numbers.get(name);
    if (number == null) {
      throw SqlState.UNBOUND_PARAMETER.exception(
          "statement: no ? of the call is a parameter "
              + name
              + ". There are: "
              + (numbers.isEmpty() ? "none" : String.join(", ", numbers.keySet()))
              + ".");
    }
    return number;
  }

  @Override
  @Nullable ResultSet resultRow(int index) throws SQLException {
    checkOut(index);
    if (!executed) {
      throw SqlState.NO_CURRENT_ROW.exception(
          "statement: the call has not run, so nothing has come back. Execute it first.");
    }
    return result;
  }

  private void checkOut(int index) throws SQLException {
    checkOpen();
    getParameterMetaData().getParameterMode(index);
    if (!returnsValue || index != 1) {
      throw SqlState.NOT_SUPPORTED.exception(
          "statement: parameter "
              + index
              + " is given to the procedure (IN). What comes back are rows: read them with"
              + " getResultSet.");
    }
  }

  @Override
  Class<?> registeredClass() {
    Class<?> type = registered;
    return type == null ? Object.class : type;
  }

  @Override
  public boolean execute() throws SQLException {
    return returnsValue ? alone(this::executeForValue) < 0 : super.execute();
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    return returnsValue ? alone(this::executeForValue) : super.executeLargeUpdate();
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    checkOpen();
    if (returnsValue) {
      throw SqlState.INVALID_STATEMENT.exception(
          "executeQuery: the call returns a value. Use execute, and read parameter 1.");
    }
    return super.executeQuery();
  }

  // Returns the number of rows: none or one. They stay open, for the getters to read from.
  private long executeForValue() throws SQLException {
    executed = false;
    result = null;
    ResultSet rows = super.executeQuery();
    boolean found = rows.next();
    result = found ? rows : null;
    executed = true;
    hideResult(-1);
    return found ? 1 : 0;
  }

  @Override
  public void addBatch() throws SQLException {
    checkOpen();
    if (returnsValue) {
      throw notSupported("a value that comes back from a batch");
    }
    super.addBatch();
  }

  @Override
  public void registerOutParameter(int index, int type) throws SQLException {
    checkOut(index);
    registered =
        switch (type) {
          case Types.REF, Types.ROWID, Types.STRUCT, Types.REF_CURSOR ->
              throw notSupported("a REF, ROWID or STRUCT");
          default -> {
            ParameterType known = ParameterType.ofTarget(type);
            yield known == ParameterType.OTHER ? Object.class : known.javaClass();
          }
        };
  }

  @Override
  public void registerOutParameter(int index, int type, int scale) throws SQLException {
    registerOutParameter(index, type);
  }

  @Override
  public void registerOutParameter(int index, int type, @Nullable String typeName)
      throws SQLException {
    registerOutParameter(index, type);
  }

  @Override
  public void registerOutParameter(String name, int type) throws SQLException {
    registerOutParameter(indexOf(name), type);
  }

  @Override
  public void registerOutParameter(String name, int type, int scale) throws SQLException {
    registerOutParameter(indexOf(name), type);
  }

  @Override
  public void registerOutParameter(String name, int type, @Nullable String typeName)
      throws SQLException {
    registerOutParameter(indexOf(name), type);
  }

  @Override
  public void registerOutParameter(int index, @Nullable SQLType type) throws SQLException {
    checkOpen();
    registerOutParameter(index, number(type));
  }

  @Override
  public void registerOutParameter(int index, @Nullable SQLType type, int scale)
      throws SQLException {
    checkOpen();
    registerOutParameter(index, number(type));
  }

  @Override
  public void registerOutParameter(int index, @Nullable SQLType type, @Nullable String typeName)
      throws SQLException {
    checkOpen();
    registerOutParameter(index, number(type));
  }

  @Override
  public void registerOutParameter(String name, @Nullable SQLType type) throws SQLException {
    registerOutParameter(indexOf(name), number(type));
  }

  @Override
  public void registerOutParameter(String name, @Nullable SQLType type, int scale)
      throws SQLException {
    registerOutParameter(indexOf(name), number(type));
  }

  @Override
  public void registerOutParameter(String name, @Nullable SQLType type, @Nullable String typeName)
      throws SQLException {
    registerOutParameter(indexOf(name), number(type));
  }
}
