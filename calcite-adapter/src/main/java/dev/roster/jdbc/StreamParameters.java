package dev.roster.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Statement;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * The setters of a prepared statement for LOBs, streams and readers. They are read at once, to the
 * end or for the length that is given, and not closed; null is NULL.
 */
abstract class StreamParameters extends RosterStatement implements PreparedStatement {

  private static final long ALL = Long.MAX_VALUE;

  StreamParameters(RosterConnection connection, Statement calcite) throws SQLException {
    super(connection, calcite);
  }

  /**
   * Sets a parameter.
   *
   * @param value in any form that {@link GivenValue} knows, or null for NULL
   * @param calendar whose time zone a {@code java.sql} value is meant in; null is the JVM's
   */
  abstract void set(int index, @Nullable Object value, @Nullable Calendar calendar)
      throws SQLException;

  private void setText(int index, @Nullable Reader value, long length) throws SQLException {
    checkOpen();
    set(index, value == null ? null : GivenValue.text(value, length), null);
  }

  private void setText(int index, @Nullable InputStream value, long length, Charset charset)
      throws SQLException {
    checkOpen();
    set(index, value == null ? null : new String(GivenValue.bytes(value, length), charset), null);
  }

  private void setBytes(int index, @Nullable InputStream value, long length) throws SQLException {
    checkOpen();
    set(index, value == null ? null : GivenValue.bytes(value, length), null);
  }

  @Override
  public void setBlob(int index, @Nullable Blob value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setClob(int index, @Nullable Clob value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setNClob(int index, @Nullable NClob value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setSQLXML(int index, @Nullable SQLXML value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setBlob(int index, @Nullable InputStream value) throws SQLException {
    setBytes(index, value, ALL);
  }

  @Override
  public void setBlob(int index, @Nullable InputStream value, long length) throws SQLException {
    setBytes(index, value, length);
  }

  @Override
  public void setBinaryStream(int index, @Nullable InputStream value) throws SQLException {
    setBytes(index, value, ALL);
  }

  @Override
  public void setBinaryStream(int index, @Nullable InputStream value, long length)
      throws SQLException {
    setBytes(index, value, length);
  }

  @Override
  public void setBinaryStream(int index, @Nullable InputStream value, int length)
      throws SQLException {
    setBytes(index, value, length);
  }

  @Override
  public void setClob(int index, @Nullable Reader value) throws SQLException {
    setText(index, value, ALL);
  }

  @Override
  public void setClob(int index, @Nullable Reader value, long length) throws SQLException {
    setText(index, value, length);
  }

  @Override
  public void setNClob(int index, @Nullable Reader value) throws SQLException {
    setText(index, value, ALL);
  }

  @Override
  public void setNClob(int index, @Nullable Reader value, long length) throws SQLException {
    setText(index, value, length);
  }

  @Override
  public void setCharacterStream(int index, @Nullable Reader value) throws SQLException {
    setText(index, value, ALL);
  }

  @Override
  public void setCharacterStream(int index, @Nullable Reader value, long length)
      throws SQLException {
    setText(index, value, length);
  }

  @Override
  public void setNCharacterStream(int index, @Nullable Reader value) throws SQLException {
    setText(index, value, ALL);
  }

  @Override
  public void setNCharacterStream(int index, @Nullable Reader value, long length)
      throws SQLException {
    setText(index, value, length);
  }

  @Override
  public void setCharacterStream(int index, @Nullable Reader value, int length)
      throws SQLException {
    setText(index, value, length);
  }

  @Override
  public void setAsciiStream(int index, @Nullable InputStream value) throws SQLException {
    setText(index, value, ALL, StandardCharsets.US_ASCII);
  }

  @Override
  public void setAsciiStream(int index, @Nullable InputStream value, long length)
      throws SQLException {
    setText(index, value, length, StandardCharsets.US_ASCII);
  }

  @Override
  public void setAsciiStream(int index, @Nullable InputStream value, int length)
      throws SQLException {
    setText(index, value, length, StandardCharsets.US_ASCII);
  }

  @Override
  @Deprecated
  public void setUnicodeStream(int index, @Nullable InputStream value, int length)
      throws SQLException {
    setText(index, value, length, StandardCharsets.UTF_8);
  }
}
