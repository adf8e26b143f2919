package dev.roster.jdbc.rows;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;

/** Changes of a column that is named by its label. */
abstract class UpdatesByLabel extends ReadOnlyResultSet {

  @Override
  public void updateNull(String label) throws SQLException {
    updateNull(findColumn(label));
  }

  @Override
  public void updateBoolean(String label, boolean value) throws SQLException {
    updateBoolean(findColumn(label), value);
  }

  @Override
  public void updateByte(String label, byte value) throws SQLException {
    updateByte(findColumn(label), value);
  }

  @Override
  public void updateShort(String label, short value) throws SQLException {
    updateShort(findColumn(label), value);
  }

  @Override
  public void updateInt(String label, int length) throws SQLException {
    updateInt(findColumn(label), length);
  }

  @Override
  public void updateLong(String label, long length) throws SQLException {
    updateLong(findColumn(label), length);
  }

  @Override
  public void updateFloat(String label, float value) throws SQLException {
    updateFloat(findColumn(label), value);
  }

  @Override
  public void updateDouble(String label, double value) throws SQLException {
    updateDouble(findColumn(label), value);
  }

  @Override
  public void updateBigDecimal(String label, BigDecimal value) throws SQLException {
    updateBigDecimal(findColumn(label), value);
  }

  @Override
  public void updateString(String label, String value) throws SQLException {
    updateString(findColumn(label), value);
  }

  @Override
  public void updateBytes(String label, byte[] value) throws SQLException {
    updateBytes(findColumn(label), value);
  }

  @Override
  public void updateDate(String label, Date value) throws SQLException {
    updateDate(findColumn(label), value);
  }

  @Override
  public void updateTime(String label, Time value) throws SQLException {
    updateTime(findColumn(label), value);
  }

  @Override
  public void updateTimestamp(String label, Timestamp value) throws SQLException {
    updateTimestamp(findColumn(label), value);
  }

  @Override
  public void updateAsciiStream(String label, InputStream value, int length) throws SQLException {
    updateAsciiStream(findColumn(label), value, length);
  }

  @Override
  public void updateBinaryStream(String label, InputStream value, int length) throws SQLException {
    updateBinaryStream(findColumn(label), value, length);
  }

  @Override
  public void updateCharacterStream(String label, Reader value, int length) throws SQLException {
    updateCharacterStream(findColumn(label), value, length);
  }

  @Override
  public void updateObject(String label, Object value, int length) throws SQLException {
    updateObject(findColumn(label), value, length);
  }

  @Override
  public void updateObject(String label, Object value) throws SQLException {
    updateObject(findColumn(label), value);
  }

  @Override
  public void updateRef(String label, Ref value) throws SQLException {
    updateRef(findColumn(label), value);
  }

  @Override
  public void updateBlob(String label, Blob value) throws SQLException {
    updateBlob(findColumn(label), value);
  }

  @Override
  public void updateClob(String label, Clob value) throws SQLException {
    updateClob(findColumn(label), value);
  }

  @Override
  public void updateArray(String label, Array value) throws SQLException {
    updateArray(findColumn(label), value);
  }

  @Override
  public void updateRowId(String label, RowId value) throws SQLException {
    updateRowId(findColumn(label), value);
  }

  @Override
  public void updateNString(String label, String value) throws SQLException {
    updateNString(findColumn(label), value);
  }

  @Override
  public void updateNClob(String label, NClob value) throws SQLException {
    updateNClob(findColumn(label), value);
  }

  @Override
  public void updateSQLXML(String label, SQLXML value) throws SQLException {
    updateSQLXML(findColumn(label), value);
  }

  @Override
  public void updateNCharacterStream(String label, Reader value, long length) throws SQLException {
    updateNCharacterStream(findColumn(label), value, length);
  }

  @Override
  public void updateAsciiStream(String label, InputStream value, long length) throws SQLException {
    updateAsciiStream(findColumn(label), value, length);
  }

  @Override
  public void updateBinaryStream(String label, InputStream value, long length) throws SQLException {
    updateBinaryStream(findColumn(label), value, length);
  }

  @Override
  public void updateCharacterStream(String label, Reader value, long length) throws SQLException {
    updateCharacterStream(findColumn(label), value, length);
  }

  @Override
  public void updateBlob(String label, InputStream value, long length) throws SQLException {
    updateBlob(findColumn(label), value, length);
  }

  @Override
  public void updateClob(String label, Reader value, long length) throws SQLException {
    updateClob(findColumn(label), value, length);
  }

  @Override
  public void updateNClob(String label, Reader value, long length) throws SQLException {
    updateNClob(findColumn(label), value, length);
  }

  @Override
  public void updateNCharacterStream(String label, Reader value) throws SQLException {
    updateNCharacterStream(findColumn(label), value);
  }

  @Override
  public void updateAsciiStream(String label, InputStream value) throws SQLException {
    updateAsciiStream(findColumn(label), value);
  }

  @Override
  public void updateBinaryStream(String label, InputStream value) throws SQLException {
    updateBinaryStream(findColumn(label), value);
  }

  @Override
  public void updateCharacterStream(String label, Reader value) throws SQLException {
    updateCharacterStream(findColumn(label), value);
  }

  @Override
  public void updateBlob(String label, InputStream value) throws SQLException {
    updateBlob(findColumn(label), value);
  }

  @Override
  public void updateClob(String label, Reader value) throws SQLException {
    updateClob(findColumn(label), value);
  }

  @Override
  public void updateNClob(String label, Reader value) throws SQLException {
    updateNClob(findColumn(label), value);
  }

  @Override
  public void updateObject(String label, Object value, SQLType type, int scaleOrLength)
      throws SQLException {
    updateObject(findColumn(label), value, type, scaleOrLength);
  }

  @Override
  public void updateObject(String label, Object value, SQLType type) throws SQLException {
    updateObject(findColumn(label), value, type);
  }
}
