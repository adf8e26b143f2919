package dev.roster.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;

/** The setters of a callable statement by the names of the procedure's parameters. */
abstract class NamedParameters extends OutParameters {

  NamedParameters(
      RosterConnection connection,
      PreparedStatement calcite,
      StatementText text,
      DeclaredParameters declared)
      throws SQLException {
    super(connection, calcite, text, declared);
  }

  @Override
  public void setBoolean(String name, boolean value) throws SQLException {
    setBoolean(indexOf(name), value);
  }

  @Override
  public void setByte(String name, byte value) throws SQLException {
    setByte(indexOf(name), value);
  }

  @Override
  public void setShort(String name, short value) throws SQLException {
    setShort(indexOf(name), value);
  }

  @Override
  public void setInt(String name, int value) throws SQLException {
    setInt(indexOf(name), value);
  }

  @Override
  public void setLong(String name, long value) throws SQLException {
    setLong(indexOf(name), value);
  }

  @Override
  public void setFloat(String name, float value) throws SQLException {
    setFloat(indexOf(name), value);
  }

  @Override
  public void setDouble(String name, double value) throws SQLException {
    setDouble(indexOf(name), value);
  }

  @Override
  public void setBigDecimal(String name, @Nullable BigDecimal value) throws SQLException {
    setBigDecimal(indexOf(name), value);
  }

  @Override
  public void setString(String name, @Nullable String value) throws SQLException {
    setString(indexOf(name), value);
  }

  @Override
  public void setNString(String name, @Nullable String value) throws SQLException {
    setNString(indexOf(name), value);
  }

  @Override
  public void setBytes(String name, byte @Nullable [] value) throws SQLException {
    setBytes(indexOf(name), value);
  }

  @Override
  public void setDate(String name, @Nullable Date value) throws SQLException {
    setDate(indexOf(name), value);
  }

  @Override
  public void setTime(String name, @Nullable Time value) throws SQLException {
    setTime(indexOf(name), value);
  }

  @Override
  public void setTimestamp(String name, @Nullable Timestamp value) throws SQLException {
    setTimestamp(indexOf(name), value);
  }

  @Override
  public void setURL(String name, @Nullable URL value) throws SQLException {
    setURL(indexOf(name), value);
  }

  @Override
  public void setRowId(String name, @Nullable RowId value) throws SQLException {
    setRowId(indexOf(name), value);
  }

  @Override
  public void setSQLXML(String name, @Nullable SQLXML value) throws SQLException {
    setSQLXML(indexOf(name), value);
  }

  @Override
  public void setObject(String name, @Nullable Object value) throws SQLException {
    setObject(indexOf(name), value);
  }

  @Override
  public void setBlob(String name, @Nullable Blob value) throws SQLException {
    setBlob(indexOf(name), value);
  }

  @Override
  public void setClob(String name, @Nullable Clob value) throws SQLException {
    setClob(indexOf(name), value);
  }

  @Override
  public void setNClob(String name, @Nullable NClob value) throws SQLException {
    setNClob(indexOf(name), value);
  }

  @Override
  public void setDate(String name, @Nullable Date value, @Nullable Calendar calendar)
      throws SQLException {
    setDate(indexOf(name), value, calendar);
  }

  @Override
  public void setTime(String name, @Nullable Time value, @Nullable Calendar calendar)
      throws SQLException {
    setTime(indexOf(name), value, calendar);
  }

  @Override
  public void setTimestamp(String name, @Nullable Timestamp value, @Nullable Calendar calendar)
      throws SQLException {
    setTimestamp(indexOf(name), value, calendar);
  }

  @Override
  public void setNull(String name, int type) throws SQLException {
    setNull(indexOf(name), type);
  }

  @Override
  public void setNull(String name, int type, @Nullable String typeName) throws SQLException {
    setNull(indexOf(name), type, typeName);
  }

  @Override
  public void setObject(String name, @Nullable Object value, int type) throws SQLException {
    setObject(indexOf(name), value, type);
  }

  @Override
  public void setObject(String name, @Nullable Object value, int type, int scale)
      throws SQLException {
    setObject(indexOf(name), value, type, scale);
  }

  @Override
  public void setObject(String name, @Nullable Object value, @Nullable SQLType type)
      throws SQLException {
    setObject(indexOf(name), value, type);
  }

  @Override
  public void setObject(String name, @Nullable Object value, @Nullable SQLType type, int scale)
      throws SQLException {
    setObject(indexOf(name), value, type, scale);
  }

  @Override
  public void setBlob(String name, @Nullable InputStream value) throws SQLException {
    setBlob(indexOf(name), value);
  }

  @Override
  public void setBlob(String name, @Nullable InputStream value, long length) throws SQLException {
    setBlob(indexOf(name), value, length);
  }

  @Override
  public void setAsciiStream(String name, @Nullable InputStream value) throws SQLException {
    setAsciiStream(indexOf(name), value);
  }

  @Override
  public void setAsciiStream(String name, @Nullable InputStream value, int length)
      throws SQLException {
    setAsciiStream(indexOf(name), value, length);
  }

  @Override
  public void setAsciiStream(String name, @Nullable InputStream value, long length)
      throws SQLException {
    setAsciiStream(indexOf(name), value, length);
  }

  @Override
  public void setBinaryStream(String name, @Nullable InputStream value) throws SQLException {
    setBinaryStream(indexOf(name), value);
  }

  @Override
  public void setBinaryStream(String name, @Nullable InputStream value, int length)
      throws SQLException {
    setBinaryStream(indexOf(name), value, length);
  }

  @Override
  public void setBinaryStream(String name, @Nullable InputStream value, long length)
      throws SQLException {
    setBinaryStream(indexOf(name), value, length);
  }

  @Override
  public void setClob(String name, @Nullable Reader value) throws SQLException {
    setClob(indexOf(name), value);
  }

  @Override
  public void setClob(String name, @Nullable Reader value, long length) throws SQLException {
    setClob(indexOf(name), value, length);
  }

  @Override
  public void setNClob(String name, @Nullable Reader value) throws SQLException {
    setNClob(indexOf(name), value);
  }

  @Override
  public void setNClob(String name, @Nullable Reader value, long length) throws SQLException {
    setNClob(indexOf(name), value, length);
  }

  @Override
  public void setNCharacterStream(String name, @Nullable Reader value) throws SQLException {
    setNCharacterStream(indexOf(name), value);
  }

  @Override
  public void setNCharacterStream(String name, @Nullable Reader value, long length)
      throws SQLException {
    setNCharacterStream(indexOf(name), value, length);
  }

  @Override
  public void setCharacterStream(String name, @Nullable Reader value) throws SQLException {
    setCharacterStream(indexOf(name), value);
  }

  @Override
  public void setCharacterStream(String name, @Nullable Reader value, int length)
      throws SQLException {
    setCharacterStream(indexOf(name), value, length);
  }

  @Override
  public void setCharacterStream(String name, @Nullable Reader value, long length)
      throws SQLException {
    setCharacterStream(indexOf(name), value, length);
  }
}
