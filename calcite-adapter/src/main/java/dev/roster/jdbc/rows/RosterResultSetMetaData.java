package dev.roster.jdbc.rows;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.table.SqlType;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.apache.calcite.avatica.Meta;

/** The columns of rows, before and after the statement runs. */
public final class RosterResultSetMetaData implements ResultSetMetaData {

  private final List<ResultColumn> columns;

  RosterResultSetMetaData(List<ResultColumn> columns) {
    this.columns = columns;
  }

  /** Returns the columns of what Calcite has prepared. */
  public static ResultSetMetaData of(Meta.Signature prepared) {
    return new RosterResultSetMetaData(ResultColumn.of(prepared));
  }

  /**
   * Returns a column.
   *
   * @param number of the column, from 1
   * @throws SQLException 42S22 if there is none with that number
   */
  static ResultColumn column(List<ResultColumn> columns, int number) throws SQLException {
    if (number < 1 || number > columns.size()) {
      throw SqlState.UNKNOWN_COLUMN.exception(
          "rows: there is no column "
              + number
              + ". There are "
              + columns.size()
              + ", and the first is number 1.");
    }
    return columns.get(number - 1);
  }

  private ResultColumn column(int number) throws SQLException {
    return column(columns, number);
  }

  private ValueType type(int number) throws SQLException {
    return column(number).type();
  }

  // What is no scalar reads as text.
  private int size(int number, Function<SqlType, Integer> scalarSize) throws SQLException {
    SqlType scalar = type(number).scalar();
    return scalar == null ? SqlType.VARCHAR.precision() : scalarSize.apply(scalar);
  }

  @Override
  public int getColumnCount() {
    return columns.size();
  }

  @Override
  public String getColumnLabel(int column) throws SQLException {
    return column(column).label();
  }

  @Override
  public String getColumnName(int column) throws SQLException {
    return column(column).name();
  }

  @Override
  public String getTableName(int column) throws SQLException {
    return column(column).table();
  }

  @Override
  public String getSchemaName(int column) throws SQLException {
    return column(column).schema();
  }

  @Override
  public String getCatalogName(int column) throws SQLException {
    column(column);
    return "";
  }

  @Override
  public int getColumnType(int column) throws SQLException {
    return type(column).jdbcType();
  }

  @Override
  public String getColumnTypeName(int column) throws SQLException {
    return type(column).name();
  }

  @Override
  public String getColumnClassName(int column) throws SQLException {
    return type(column).javaClass().getName();
  }

  @Override
  public int getPrecision(int column) throws SQLException {
    ValueType type = type(column);
    return size(column, scalar -> scalar.precision(type.precision()));
  }

  @Override
  public int getScale(int column) throws SQLException {
    ValueType type = type(column);
    return type.scalar() == null ? 0 : type.scalar().scale(type.precision(), type.scale());
  }

  @Override
  public int getColumnDisplaySize(int column) throws SQLException {
    ValueType type = type(column);
    return size(column, scalar -> scalar.displaySize(type.precision()));
  }

  @Override
  public int isNullable(int column) throws SQLException {
    return column(column).nullable();
  }

  @Override
  public boolean isSigned(int column) throws SQLException {
    return Number.class.isAssignableFrom(type(column).javaClass());
  }

  @Override
  public boolean isCaseSensitive(int column) throws SQLException {
    return type(column).javaClass() == String.class;
  }

  @Override
  public boolean isSearchable(int column) throws SQLException {
    column(column);
    return true;
  }

  @Override
  public boolean isCurrency(int column) throws SQLException {
    column(column);
    return false;
  }

  @Override
  public boolean isAutoIncrement(int column) throws SQLException {
    column(column);
    return false;
  }

  @Override
  public boolean isReadOnly(int column) throws SQLException {
    column(column);
    return true;
  }

  @Override
  public boolean isWritable(int column) throws SQLException {
    column(column);
    return false;
  }

  @Override
  public boolean isDefinitelyWritable(int column) throws SQLException {
    column(column);
    return false;
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (isWrapperFor(type)) {
      return type.cast(this);
    }
    throw SqlState.INVALID_ARGUMENT.exception(
        "columns: they are no " + (type == null ? "null" : type.getName()) + ".");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type != null && type.isInstance(this);
  }
}
