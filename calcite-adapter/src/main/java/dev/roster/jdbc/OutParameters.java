package dev.roster.jdbc;

import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The getters of a callable statement: what the parameter holds that is a call's result. They read
 * it as those of a result set read a column.
 */
abstract class OutParameters extends RosterPreparedStatement implements CallableStatement {

  private boolean wasNull;

  OutParameters(
      RosterConnection connection,
      PreparedStatement calcite,
      StatementText text,
      DeclaredParameters declared)
      throws SQLException {
    super(connection, calcite, text, declared);
  }

  /** Reads the first column of a row. */
  interface Reading<T> {
    @Nullable T of(ResultSet row, int column) throws SQLException;
  }

  /**
   * Returns the row whose first column is the result, or null if the call returned no row.
   *
   * @throws SQLException if the parameter is not the call's result, or the call has not run
   */
  abstract @Nullable ResultSet resultRow(int index) throws SQLException;

  /** Returns the number of the parameter with a name. */
  abstract int indexOf(String name) throws SQLException;

  /** Returns the class of what {@code getObject} gives, by the type that was registered. */
  abstract Class<?> registeredClass();

  private <T> @Nullable T read(int index, Reading<T> reading) throws SQLException {
    ResultSet row = resultRow(index);
    T value = row == null ? null : reading.of(row, 1);
    wasNull = row == null || row.wasNull();
    return value;
  }

  private <T> T read(int index, Reading<T> reading, T otherwise) throws SQLException {
    T value = read(index, reading);
    return value == null ? otherwise : value;
  }

  @Override
  public boolean wasNull() throws SQLException {
    checkOpen();
    return wasNull;
  }

  @Override
  public @Nullable Object getObject(int index) throws SQLException {
    return getObject(index, registeredClass());
  }

  @Override
  public @Nullable Object getObject(String name) throws SQLException {
    return getObject(indexOf(name));
  }

  @Override
  public <T> @Nullable T getObject(int index, Class<T> type) throws SQLException {
    checkOpen();
    given("class to read", type);
    return read(index, (row, column) -> row.getObject(column, type));
  }

  @Override
  public <T> @Nullable T getObject(String name, Class<T> type) throws SQLException {
    return getObject(indexOf(name), type);
  }

  @Override
  public @Nullable Object getObject(int index, @Nullable Map<String, Class<?>> map)
      throws SQLException {
    if (map != null && !map.isEmpty()) {
      throw notSupported("a type map");
    }
    return getObject(index);
  }

  @Override
  public @Nullable Object getObject(String name, @Nullable Map<String, Class<?>> map)
      throws SQLException {
    return getObject(indexOf(name), map);
  }

  @Override
  @Deprecated
  public @Nullable BigDecimal getBigDecimal(int index, int scale) throws SQLException {
    return read(index, (row, column) -> row.getBigDecimal(column, scale));
  }

  @Override
  public boolean getBoolean(int index) throws SQLException {
    return read(index, ResultSet::getBoolean, false);
  }

  @Override
  public boolean getBoolean(String name) throws SQLException {
    return getBoolean(indexOf(name));
  }

  @Override
  public byte getByte(int index) throws SQLException {
    return read(index, ResultSet::getByte, (byte) 0);
  }

  @Override
  public byte getByte(String name) throws SQLException {
    return getByte(indexOf(name));
  }

  @Override
  public short getShort(int index) throws SQLException {
    return read(index, ResultSet::getShort, (short) 0);
  }

  @Override
  public short getShort(String name) throws SQLException {
    return getShort(indexOf(name));
  }

  @Override
  public int getInt(int index) throws SQLException {
    return read(index, ResultSet::getInt, 0);
  }

  @Override
  public int getInt(String name) throws SQLException {
    return getInt(indexOf(name));
  }

  @Override
  public long getLong(int index) throws SQLException {
    return read(index, ResultSet::getLong, 0L);
  }

  @Override
  public long getLong(String name) throws SQLException {
    return getLong(indexOf(name));
  }

  @Override
  public float getFloat(int index) throws SQLException {
    return read(index, ResultSet::getFloat, 0f);
  }

  @Override
  public float getFloat(String name) throws SQLException {
    return getFloat(indexOf(name));
  }

  @Override
  public double getDouble(int index) throws SQLException {
    return read(index, ResultSet::getDouble, 0.0);
  }

  @Override
  public double getDouble(String name) throws SQLException {
    return getDouble(indexOf(name));
  }

  @Override
  public @Nullable String getString(int index) throws SQLException {
    return read(index, ResultSet::getString);
  }

  @Override
  public @Nullable String getString(String name) throws SQLException {
    return getString(indexOf(name));
  }

  @Override
  public @Nullable String getNString(int index) throws SQLException {
    return read(index, ResultSet::getNString);
  }

  @Override
  public @Nullable String getNString(String name) throws SQLException {
    return getNString(indexOf(name));
  }

  @Override
  public byte @Nullable [] getBytes(int index) throws SQLException {
    return read(index, ResultSet::getBytes);
  }

  @Override
  public byte @Nullable [] getBytes(String name) throws SQLException {
    return getBytes(indexOf(name));
  }

  @Override
  public @Nullable BigDecimal getBigDecimal(int index) throws SQLException {
    return read(index, ResultSet::getBigDecimal);
  }

  @Override
  public @Nullable BigDecimal getBigDecimal(String name) throws SQLException {
    return getBigDecimal(indexOf(name));
  }

  @Override
  public @Nullable Date getDate(int index) throws SQLException {
    return read(index, ResultSet::getDate);
  }

  @Override
  public @Nullable Date getDate(String name) throws SQLException {
    return getDate(indexOf(name));
  }

  @Override
  public @Nullable Time getTime(int index) throws SQLException {
    return read(index, ResultSet::getTime);
  }

  @Override
  public @Nullable Time getTime(String name) throws SQLException {
    return getTime(indexOf(name));
  }

  @Override
  public @Nullable Timestamp getTimestamp(int index) throws SQLException {
    return read(index, ResultSet::getTimestamp);
  }

  @Override
  public @Nullable Timestamp getTimestamp(String name) throws SQLException {
    return getTimestamp(indexOf(name));
  }

  @Override
  public @Nullable Blob getBlob(int index) throws SQLException {
    return read(index, ResultSet::getBlob);
  }

  @Override
  public @Nullable Blob getBlob(String name) throws SQLException {
    return getBlob(indexOf(name));
  }

  @Override
  public @Nullable Clob getClob(int index) throws SQLException {
    return read(index, ResultSet::getClob);
  }

  @Override
  public @Nullable Clob getClob(String name) throws SQLException {
    return getClob(indexOf(name));
  }

  @Override
  public @Nullable NClob getNClob(int index) throws SQLException {
    return read(index, ResultSet::getNClob);
  }

  @Override
  public @Nullable NClob getNClob(String name) throws SQLException {
    return getNClob(indexOf(name));
  }

  @Override
  public @Nullable Array getArray(int index) throws SQLException {
    return read(index, ResultSet::getArray);
  }

  @Override
  public @Nullable Array getArray(String name) throws SQLException {
    return getArray(indexOf(name));
  }

  @Override
  public @Nullable URL getURL(int index) throws SQLException {
    return read(index, ResultSet::getURL);
  }

  @Override
  public @Nullable URL getURL(String name) throws SQLException {
    return getURL(indexOf(name));
  }

  @Override
  public @Nullable SQLXML getSQLXML(int index) throws SQLException {
    return read(index, ResultSet::getSQLXML);
  }

  @Override
  public @Nullable SQLXML getSQLXML(String name) throws SQLException {
    return getSQLXML(indexOf(name));
  }

  @Override
  public @Nullable Ref getRef(int index) throws SQLException {
    return read(index, ResultSet::getRef);
  }

  @Override
  public @Nullable Ref getRef(String name) throws SQLException {
    return getRef(indexOf(name));
  }

  @Override
  public @Nullable RowId getRowId(int index) throws SQLException {
    return read(index, ResultSet::getRowId);
  }

  @Override
  public @Nullable RowId getRowId(String name) throws SQLException {
    return getRowId(indexOf(name));
  }

  @Override
  public @Nullable Reader getCharacterStream(int index) throws SQLException {
    return read(index, ResultSet::getCharacterStream);
  }

  @Override
  public @Nullable Reader getCharacterStream(String name) throws SQLException {
    return getCharacterStream(indexOf(name));
  }

  @Override
  public @Nullable Reader getNCharacterStream(int index) throws SQLException {
    return read(index, ResultSet::getNCharacterStream);
  }

  @Override
  public @Nullable Reader getNCharacterStream(String name) throws SQLException {
    return getNCharacterStream(indexOf(name));
  }

  @Override
  public @Nullable Date getDate(int index, @Nullable Calendar calendar) throws SQLException {
    return read(index, (row, column) -> row.getDate(column, calendar));
  }

  @Override
  public @Nullable Date getDate(String name, @Nullable Calendar calendar) throws SQLException {
    return getDate(indexOf(name), calendar);
  }

  @Override
  public @Nullable Time getTime(int index, @Nullable Calendar calendar) throws SQLException {
    return read(index, (row, column) -> row.getTime(column, calendar));
  }

  @Override
  public @Nullable Time getTime(String name, @Nullable Calendar calendar) throws SQLException {
    return getTime(indexOf(name), calendar);
  }

  @Override
  public @Nullable Timestamp getTimestamp(int index, @Nullable Calendar calendar)
      throws SQLException {
    return read(index, (row, column) -> row.getTimestamp(column, calendar));
  }

  @Override
  public @Nullable Timestamp getTimestamp(String name, @Nullable Calendar calendar)
      throws SQLException {
    return getTimestamp(indexOf(name), calendar);
  }
}
