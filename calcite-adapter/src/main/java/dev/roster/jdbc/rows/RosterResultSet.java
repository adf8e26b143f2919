package dev.roster.jdbc.rows;

import dev.roster.calcite.error.SqlState;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a statement, metadata or an array hands out. A value is read as any type that it
 * can be converted to; whatever is thrown is an {@link SQLException} with a SQLSTATE.
 */
public final class RosterResultSet extends ForwardOnlyResultSet {

  private final List<ResultColumn> columns;
  private final @Nullable Statement statement;
  private boolean wasNull;

  private RosterResultSet(
      List<ResultColumn> columns, RowSource source, @Nullable Statement statement, long maxRows) {
    super(source, maxRows);
    this.columns = columns;
    this.statement = statement;
  }

  /**
   * Returns the rows that Calcite has made as those of a statement.
   *
   * @param maxRows after how many they end; 0 is no limit
   */
  public static ResultSet of(CalciteRows made, Statement statement, long maxRows) {
    return new RosterResultSet(made.columns(), made, statement, maxRows);
  }

  /** Returns rows of no statement; their values are such as {@link ValueType#value} returns. */
  static ResultSet of(List<ResultColumn> columns, List<@Nullable Object[]> rows) {
    return of(columns, new RowsInMemory(rows));
  }

  static RosterResultSet of(List<ResultColumn> columns, RowSource rows) {
    return new RosterResultSet(columns, rows, null, 0);
  }

  @Override
  public @Nullable Statement getStatement() throws SQLException {
    checkOpen();
    return statement;
  }

  /** Closes the statement too if these rows were all that it was for. */
  @Override
  public void close() throws SQLException {
    boolean closing = !isClosed();
    super.close();
    if (closing && statement != null && !statement.isClosed() && statement.isCloseOnCompletion()) {
      statement.close();
    }
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    checkOpen();
    return new RosterResultSetMetaData(columns);
  }

  @Override
  public int findColumn(String label) throws SQLException {
    checkOpen();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).label().equalsIgnoreCase(label)) {
        return i + 1;
      }
    }
    throw SqlState.UNKNOWN_COLUMN.exception(
        "rows: there is no column "
            + label
            + ". There are: "
            + columns.stream().map(ResultColumn::label).collect(Collectors.joining(", "))
            + ".");
  }

  @Override
  public boolean wasNull() throws SQLException {
    checkOpen();
    return wasNull;
  }

  /** Converts a value that is not null. */
  private interface Conversion<T> {
    T of(Cell cell) throws SQLException;
  }

  private @Nullable Cell cell(int column) throws SQLException {
    checkOpen();
    ResultColumn known = RosterResultSetMetaData.column(columns, column);
    Object value = currentValue(column - 1);
    wasNull = value == null;
    return value == null ? null : new Cell(known.label(), known.type(), value);
  }

  private <T> @Nullable T read(int column, Conversion<T> conversion) throws SQLException {
    Cell cell = cell(column);
    return cell == null ? null : conversion.of(cell);
  }

  private <T> T read(int column, T ifNull, Conversion<T> conversion) throws SQLException {
    Cell cell = cell(column);
    return cell == null ? ifNull : conversion.of(cell);
  }

  @Override
  public @Nullable String getString(int column) throws SQLException {
    return read(column, TextConversion::toText);
  }

  @Override
  public @Nullable String getNString(int column) throws SQLException {
    return getString(column);
  }

  @Override
  public boolean getBoolean(int column) throws SQLException {
    return read(column, false, NumberConversion::toBoolean);
  }

  @Override
  public byte getByte(int column) throws SQLException {
    return read(column, (byte) 0, NumberConversion::toByte);
  }

  @Override
  public short getShort(int column) throws SQLException {
    return read(column, (short) 0, NumberConversion::toShort);
  }

  @Override
  public int getInt(int column) throws SQLException {
    return read(column, 0, NumberConversion::toInt);
  }

  @Override
  public long getLong(int column) throws SQLException {
    return read(column, 0L, NumberConversion::toLong);
  }

  @Override
  public float getFloat(int column) throws SQLException {
    return read(column, 0f, NumberConversion::toFloat);
  }

  @Override
  public double getDouble(int column) throws SQLException {
    return read(column, 0d, NumberConversion::toDouble);
  }

  @Override
  public @Nullable BigDecimal getBigDecimal(int column) throws SQLException {
    return read(column, NumberConversion::toDecimal);
  }

  @Override
  @Deprecated
  public @Nullable BigDecimal getBigDecimal(int column, int scale) throws SQLException {
    return read(column, cell -> NumberConversion.toDecimal(cell, scale));
  }

  @Override
  public byte @Nullable [] getBytes(int column) throws SQLException {
    return read(column, cell -> TextConversion.toBytes(cell, "byte[]"));
  }

  @Override
  public @Nullable Date getDate(int column) throws SQLException {
    return getDate(column, null);
  }

  @Override
  public @Nullable Date getDate(int column, @Nullable Calendar calendar) throws SQLException {
    return read(column, cell -> TimeConversion.toSqlDate(cell, calendar));
  }

  @Override
  public @Nullable Time getTime(int column) throws SQLException {
    return getTime(column, null);
  }

  @Override
  public @Nullable Time getTime(int column, @Nullable Calendar calendar) throws SQLException {
    return read(column, cell -> TimeConversion.toSqlTime(cell, calendar));
  }

  /** Returns what {@link WallClock} says of the JVM's time zone. */
  @Override
  public @Nullable Timestamp getTimestamp(int column) throws SQLException {
    return getTimestamp(column, null);
  }

  /** Returns what {@link WallClock} says of the calendar's time zone; of none, the JVM's. */
  @Override
  public @Nullable Timestamp getTimestamp(int column, @Nullable Calendar calendar)
      throws SQLException {
    return read(column, cell -> TimeConversion.toTimestamp(cell, calendar));
  }

  @Override
  public @Nullable Object getObject(int column) throws SQLException {
    return read(column, ObjectConversion::toObject);
  }

  /** Returns the same as without a map: there are no types that have a name of their own. */
  @Override
  public @Nullable Object getObject(int column, Map<String, Class<?>> types) throws SQLException {
    return getObject(column);
  }

  // What a conversion to a primitive's class gives is of the class that boxes it, as T is.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  @Override
  public <T> @Nullable T getObject(int column, Class<T> type) throws SQLException {
    return (T) read(column, cell -> ObjectConversion.toClass(cell, type));
  }

  /** Returns the elements of an ARRAY, or of a text that is a JSON array. */
  @Override
  public @Nullable Array getArray(int column) throws SQLException {
    return read(column, ListArray::of);
  }

  @Override
  public @Nullable Clob getClob(int column) throws SQLException {
    return getNClob(column);
  }

  @Override
  public @Nullable NClob getNClob(int column) throws SQLException {
    return read(column, TextConversion::toClob);
  }

  @Override
  public @Nullable Blob getBlob(int column) throws SQLException {
    return read(column, TextConversion::toBlob);
  }

  @Override
  public @Nullable Reader getCharacterStream(int column) throws SQLException {
    return read(column, cell -> new StringReader(TextConversion.toText(cell)));
  }

  @Override
  public @Nullable Reader getNCharacterStream(int column) throws SQLException {
    return getCharacterStream(column);
  }

  @Override
  public @Nullable InputStream getAsciiStream(int column) throws SQLException {
    return read(column, TextConversion::toAsciiStream);
  }

  @Override
  @Deprecated
  public @Nullable InputStream getUnicodeStream(int column) throws SQLException {
    return read(column, TextConversion::toUnicodeStream);
  }

  @Override
  public @Nullable InputStream getBinaryStream(int column) throws SQLException {
    return read(column, TextConversion::toBinaryStream);
  }

  @Override
  public @Nullable URL getURL(int column) throws SQLException {
    return read(column, TextConversion::toUrl);
  }

  private SQLException noneOf(int column, String type) throws SQLException {
    cell(column);
    return SqlState.NOT_SUPPORTED.exception(
        "rows: no value is of the type " + type + ". Use getString or getObject.");
  }

  @Override
  public SQLXML getSQLXML(int column) throws SQLException {
    throw noneOf(column, "XML");
  }

  @Override
  public Ref getRef(int column) throws SQLException {
    throw noneOf(column, "REF");
  }

  @Override
  public RowId getRowId(int column) throws SQLException {
    throw noneOf(column, "ROWID");
  }
}
