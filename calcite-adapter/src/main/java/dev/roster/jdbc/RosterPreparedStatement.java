package dev.roster.jdbc;

import dev.roster.calcite.error.SqlState;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement: Calcite's, with parameters that take a value in any form, and batches that
 * run each of their parts.
 */
class RosterPreparedStatement extends ValueParameters {

  private final PreparedStatement calcite;
  private final StatementText text;
  private final DeclaredParameters declared;
  // The first parameters of a call may be its result, which Calcite knows nothing of.
  private final int results;
  private final Map<Integer, @Nullable Object> values = new TreeMap<>();
  private final List<Map<Integer, @Nullable Object>> batch = new ArrayList<>();

  RosterPreparedStatement(
      RosterConnection connection, PreparedStatement calcite, StatementText text)
      throws SQLException {
    this(connection, calcite, text, DeclaredParameters.of(calcite.getParameterMetaData()));
  }

  /** Makes a statement with these parameters, which may be more than Calcite's. */
  RosterPreparedStatement(
      RosterConnection connection,
      PreparedStatement calcite,
      StatementText text,
      DeclaredParameters declared)
      throws SQLException {
    super(connection, calcite);
    this.calcite = calcite;
    this.text = text;
    this.declared = declared;
    this.results =
        declared.getParameterCount() - calcite.getParameterMetaData().getParameterCount();
  }

  @Override
  void set(int index, @Nullable Object value, @Nullable Calendar calendar) throws SQLException {
    checkOpen();
    if (index > 0 && index <= results) {
      throw SqlState.INVALID_ARGUMENT.exception(
          "statement: parameter "
              + index
              + " is what the call returns (OUT). Register it with registerOutParameter.");
    }
    Object converted = declared.converted(index, value, calendar);
    alone(() -> values.put(index, converted));
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    checkOpen();
    text.withRows();
    return alone(
        () -> {
          bind(values);
          return madeRows(executing(calcite::executeQuery));
        });
  }

  @Override
  public boolean execute() throws SQLException {
    return alone(
        () -> {
          bind(values);
          return made(executing(calcite::execute));
        });
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    return alone(() -> counted(values));
  }

  @Override
  public int executeUpdate() throws SQLException {
    return (int) Math.min(executeLargeUpdate(), Integer.MAX_VALUE);
  }

  private long counted(Map<Integer, @Nullable Object> bound) throws SQLException {
    bind(bound);
    return counted(text, calcite::execute);
  }

  // A parameter that is not among them has no value: not that of the execution before.
  private void bind(Map<Integer, @Nullable Object> bound) throws SQLException {
    for (int i = results + 1; i <= declared.getParameterCount(); i++) {
      if (!bound.containsKey(i)) {
        throw SqlState.UNBOUND_PARAMETER.exception(
            "statement: parameter " + i + " has no value. Set every ? before executing.");
      }
      Object value = bound.get(i);
      ParameterType type = declared.type(i);
      int index = i - results;
      Translated.run(
          () -> {
            if (value == null) {
              calcite.setNull(index, type.jdbcType().getVendorTypeNumber());
            } else {
              type.bind(calcite, index, value);
            }
          });
    }
  }

  @Override
  public void addBatch() throws SQLException {
    alone(() -> batch.add(new TreeMap<>(values)));
  }

  @Override
  public void clearBatch() throws SQLException {
    alone(
        () -> {
          batch.clear();
          return true;
        });
  }

  /**
   * Executes the statement with each set of parameters in order. The first failure ends it; but the
   * rows of an INSERT, UPDATE or DELETE are written together, and each part that fails is told.
   */
  @Override
  public long[] executeLargeBatch() throws SQLException {
    return alone(
        () -> {
          List<Map<Integer, @Nullable Object>> parts = List.copyOf(batch);
          batch.clear();
          if (!text.isWrite() || parts.isEmpty()) {
            return Batches.oneByOne(parts.size(), index -> counted(parts.get(index)));
          }
          return executing(
              () ->
                  Batches.together(
                      parts.size(),
                      index -> {
                        bind(parts.get(index));
                        translated(calcite::execute);
                      }));
        });
  }

  @Override
  public void clearParameters() throws SQLException {
    alone(
        () -> {
          values.clear();
          return true;
        });
  }

  @Override
  public @Nullable ResultSetMetaData getMetaData() throws SQLException {
    checkOpen();
    return Translated.get(calcite::getMetaData);
  }

  @Override
  public ParameterMetaData getParameterMetaData() throws SQLException {
    checkOpen();
    return declared;
  }

  private SQLException prepared() throws SQLException {
    checkOpen();
    return SqlState.INVALID_STATEMENT.exception(
        "statement: it is prepared, and has its text. Execute it without one, or create a"
            + " Statement.");
  }

  @Override
  public final ResultSet executeQuery(String sql) throws SQLException {
    throw prepared();
  }

  @Override
  public final boolean execute(String sql) throws SQLException {
    throw prepared();
  }

  @Override
  public final long executeLargeUpdate(String sql) throws SQLException {
    throw prepared();
  }

  @Override
  public final void addBatch(String sql) throws SQLException {
    throw prepared();
  }
}
