package dev.roster.jdbc;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.table.SqlType;
import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a prepared statement as they are declared, and the check of what is set. */
final class DeclaredParameters implements ParameterMetaData {

  private final List<Declared> parameters;

  private record Declared(ParameterType type, int precision, int scale, int mode) {}

  private DeclaredParameters(List<Declared> parameters) {
    this.parameters = parameters;
  }

  /** Returns the parameters that Calcite's statement has. */
  static DeclaredParameters of(ParameterMetaData calcite) throws SQLException {
    List<Declared> parameters = new ArrayList<>();
    for (int i = 1; i <= calcite.getParameterCount(); i++) {
      parameters.add(
          declared(
              ParameterType.of(calcite.getParameterType(i)),
              calcite.getPrecision(i),
              calcite.getScale(i),
              parameterModeIn));
    }
    return new DeclaredParameters(parameters);
  }

  private static Declared declared(ParameterType type, int precision, int scale, int mode) {
    SqlType sql = type.sqlType();
    return sql == null
        ? new Declared(type, 0, 0, mode)
        : new Declared(type, sql.precision(precision), sql.scale(precision, scale), mode);
  }

  /** Returns these parameters behind one that is a call's result. */
  DeclaredParameters behindResult(ParameterType result) {
    List<Declared> all = new ArrayList<>();
    all.add(declared(result, SqlType.UNDECLARED, 0, parameterModeOut));
    all.addAll(parameters);
    return new DeclaredParameters(all);
  }

  private Declared get(int index) throws SQLException {
    if (index < 1 || index > parameters.size()) {
      throw SqlState.UNBOUND_PARAMETER.exception(
          "statement: it has "
              + parameters.size()
              + " parameters, and none with number "
              + index
              + ".");
    }
    return parameters.get(index - 1);
  }

  /**
   * Returns a value as the parameter's type has it in Calcite. A list that holds itself is none.
   *
   * @throws SQLException 22018 or 22003 naming the parameter, its type and what it accepts; the
   *     value is not repeated, because it may be a secret
   */
  @Nullable Object converted(int index, @Nullable Object value, @Nullable Calendar calendar)
      throws SQLException {
    ParameterType type = get(index).type();
    if (value == null) {
      return null;
    }
    try {
      return type.convert(GivenValue.of(value, calendar));
    } catch (ArithmeticException outOfRange) {
      throw refused(SqlState.OUT_OF_RANGE, index, type, "the value is out of its range");
    } catch (RuntimeException | StackOverflowError unreadable) {
      throw refused(
          SqlState.INVALID_VALUE,
          index,
          type,
          "the " + value.getClass().getSimpleName() + " that was given cannot be read as one");
    }
  }

  // Without the cause, which repeats the value.
  private static SQLException refused(SqlState state, int index, ParameterType type, String what) {
    return state.exception(
        "statement: parameter "
            + index
            + " is "
            + type.jdbcType().getName()
            + ": "
            + what
            + ". Give "
            + type.accepted()
            + ".");
  }

  ParameterType type(int index) throws SQLException {
    return get(index).type();
  }

  @Override
  public int getParameterCount() {
    return parameters.size();
  }

  @Override
  public int isNullable(int index) throws SQLException {
    return get(index).mode() == parameterModeOut ? parameterNullableUnknown : parameterNullable;
  }

  @Override
  public boolean isSigned(int index) throws SQLException {
    return switch (get(index).type()) {
      case TINYINT, SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, DOUBLE -> true;
      default -> false;
    };
  }

  @Override
  public int getPrecision(int index) throws SQLException {
    return get(index).precision();
  }

  @Override
  public int getScale(int index) throws SQLException {
    return get(index).scale();
  }

  @Override
  public int getParameterType(int index) throws SQLException {
    return get(index).type().jdbcType().getVendorTypeNumber();
  }

  @Override
  public String getParameterTypeName(int index) throws SQLException {
    return get(index).type().jdbcType().getName();
  }

  @Override
  public String getParameterClassName(int index) throws SQLException {
    return get(index).type().javaClass().getName();
  }

  @Override
  public int getParameterMode(int index) throws SQLException {
    return get(index).mode();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type == null || !type.isInstance(this)) {
      throw SqlState.INVALID_ARGUMENT.exception("parameters: they wrap nothing of that class.");
    }
    return type.cast(this);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type != null && type.isInstance(this);
  }
}
