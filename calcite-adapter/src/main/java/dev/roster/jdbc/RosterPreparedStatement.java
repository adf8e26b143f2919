package dev.roster.jdbc;

import dev.roster.calcite.error.SqlState;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A prepared statement: Calcite's, with batches that run each of their parts. */
final class RosterPreparedStatement extends RosterStatement implements PreparedStatement {

  private final PreparedStatement calcite;
  private final String sql;
  // How each parameter was set, to set it again when its part of a batch runs.
  private final Map<Integer, Translated.Action> parameters = new TreeMap<>();
  private final List<Map<Integer, Translated.Action>> batch = new ArrayList<>();

  RosterPreparedStatement(RosterConnection connection, PreparedStatement calcite, String sql)
      throws SQLException {
    super(connection, calcite);
    this.calcite = calcite;
    this.sql = sql;
  }

  private void set(int index, Translated.Action setter) throws SQLException {
    checkOpen();
    int count = calcite.getParameterMetaData().getParameterCount();
    if (index < 1 || index > count) {
      throw SqlState.UNBOUND_PARAMETER.exception(
          "statement: it has " + count + " parameters, and none with number " + index + ".");
    }
    Translated.run(setter);
    parameters.put(index, setter);
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    return madeRows(executing(calcite::executeQuery));
  }

  @Override
  public boolean execute() throws SQLException {
    return made(executing(calcite::execute));
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    return counted(sql, calcite::execute);
  }

  @Override
  public int executeUpdate() throws SQLException {
    return (int) Math.min(executeLargeUpdate(), Integer.MAX_VALUE);
  }

  @Override
  public void addBatch() throws SQLException {
    checkOpen();
    batch.add(new TreeMap<>(parameters));
  }

  @Override
  public void clearBatch() throws SQLException {
    super.clearBatch();
    batch.clear();
  }

  /** Executes the statement with each set of parameters in order; the first failure ends it. */
  @Override
  public int[] executeBatch() throws SQLException {
    checkOpen();
    List<Map<Integer, Translated.Action>> parts = List.copyOf(batch);
    batch.clear();
    int[] counts = new int[parts.size()];
    try {
      for (int i = 0; i < counts.length; i++) {
        try {
          bind(parts.get(i));
          counts[i] = executeUpdate();
        } catch (SQLException failed) {
          throw batchFailure(counts, i, failed);
        }
      }
    } finally {
      if (!isClosed()) {
        bind(parameters);
      }
    }
    return counts;
  }

  // A parameter that is not among them has no value: not that of the part before.
  private void bind(Map<Integer, Translated.Action> values) throws SQLException {
    Translated.run(calcite::clearParameters);
    for (Translated.Action setter : values.values()) {
      Translated.run(setter);
    }
  }

  @Override
  public void clearParameters() throws SQLException {
    Translated.run(calcite::clearParameters);
    parameters.clear();
  }

  @Override
  public @Nullable ResultSetMetaData getMetaData() throws SQLException {
    return Translated.get(calcite::getMetaData);
  }

  @Override
  public ParameterMetaData getParameterMetaData() throws SQLException {
    return Translated.get(calcite::getParameterMetaData);
  }

  @Override
  public void setNull(int index, int type) throws SQLException {
    set(index, () -> calcite.setNull(index, type));
  }

  @Override
  public void setNull(int index, int type, String typeName) throws SQLException {
    set(index, () -> calcite.setNull(index, type, typeName));
  }

  @Override
  public void setBoolean(int index, boolean value) throws SQLException {
    set(index, () -> calcite.setBoolean(index, value));
  }

  @Override
  public void setByte(int index, byte value) throws SQLException {
    set(index, () -> calcite.setByte(index, value));
  }

  @Override
  public void setShort(int index, short value) throws SQLException {
    set(index, () -> calcite.setShort(index, value));
  }

  @Override
  public void setInt(int index, int value) throws SQLException {
    set(index, () -> calcite.setInt(index, value));
  }

  @Override
  public void setLong(int index, long value) throws SQLException {
    set(index, () -> calcite.setLong(index, value));
  }

  @Override
  public void setFloat(int index, float value) throws SQLException {
    set(index, () -> calcite.setFloat(index, value));
  }

  @Override
  public void setDouble(int index, double value) throws SQLException {
    set(index, () -> calcite.setDouble(index, value));
  }

  @Override
  public void setBigDecimal(int index, @Nullable BigDecimal value) throws SQLException {
    set(index, () -> calcite.setBigDecimal(index, value));
  }

  @Override
  public void setString(int index, @Nullable String value) throws SQLException {
    set(index, () -> calcite.setString(index, value));
  }

  @Override
  public void setNString(int index, @Nullable String value) throws SQLException {
    setString(index, value);
  }

  @Override
  public void setBytes(int index, byte @Nullable [] value) throws SQLException {
    set(index, () -> calcite.setBytes(index, value));
  }

  @Override
  public void setDate(int index, @Nullable Date value) throws SQLException {
    set(index, () -> calcite.setDate(index, value));
  }

  @Override
  public void setDate(int index, @Nullable Date value, Calendar calendar) throws SQLException {
    set(index, () -> calcite.setDate(index, value, calendar));
  }

  @Override
  public void setTime(int index, @Nullable Time value) throws SQLException {
    set(index, () -> calcite.setTime(index, value));
  }

  @Override
  public void setTime(int index, @Nullable Time value, Calendar calendar) throws SQLException {
    set(index, () -> calcite.setTime(index, value, calendar));
  }

  @Override
  public void setTimestamp(int index, @Nullable Timestamp value) throws SQLException {
    set(index, () -> calcite.setTimestamp(index, value));
  }

  @Override
  public void setTimestamp(int index, @Nullable Timestamp value, Calendar calendar)
      throws SQLException {
    set(index, () -> calcite.setTimestamp(index, value, calendar));
  }

  @Override
  public void setObject(int index, @Nullable Object value) throws SQLException {
    Instant instant = TypedValue.instant(value);
    set(
        index,
        instant == null
            ? () -> calcite.setObject(index, value)
            : () -> calcite.setTimestamp(index, Timestamp.from(instant), TypedValue.utc()));
  }

  @Override
  public void setObject(int index, @Nullable Object value, int type) throws SQLException {
    if (TypedValue.instant(value) != null) {
      setObject(index, value);
      return;
    }
    set(index, () -> calcite.setObject(index, value, type));
  }

  @Override
  public void setObject(int index, @Nullable Object value, int type, int scale)
      throws SQLException {
    set(index, () -> calcite.setObject(index, value, type, scale));
  }

  @Override
  public void setArray(int index, @Nullable Array value) throws SQLException {
    set(index, () -> calcite.setArray(index, value));
  }

  @Override
  public void setURL(int index, @Nullable URL value) throws SQLException {
    setString(index, value == null ? null : value.toString());
  }

  @Override
  public void setRef(int index, Ref value) throws SQLException {
    throw notSupported("REF");
  }

  @Override
  public void setRowId(int index, RowId value) throws SQLException {
    throw notSupported("ROWID");
  }

  @Override
  public void setSQLXML(int index, SQLXML value) throws SQLException {
    throw notSupported("XML");
  }

  @Override
  public void setBlob(int index, Blob value) throws SQLException {
    throw notSupported("a BLOB parameter; setBytes");
  }

  @Override
  public void setBlob(int index, InputStream value, long length) throws SQLException {
    throw notSupported("a BLOB parameter; setBytes");
  }

  @Override
  public void setBlob(int index, InputStream value) throws SQLException {
    throw notSupported("a BLOB parameter; setBytes");
  }

  @Override
  public void setClob(int index, Clob value) throws SQLException {
    throw notSupported("a CLOB parameter; setString");
  }

  @Override
  public void setClob(int index, Reader value, long length) throws SQLException {
    throw notSupported("a CLOB parameter; setString");
  }

  @Override
  public void setClob(int index, Reader value) throws SQLException {
    throw notSupported("a CLOB parameter; setString");
  }

  @Override
  public void setNClob(int index, NClob value) throws SQLException {
    throw notSupported("an NCLOB parameter; setString");
  }

  @Override
  public void setNClob(int index, Reader value, long length) throws SQLException {
    throw notSupported("an NCLOB parameter; setString");
  }

  @Override
  public void setNClob(int index, Reader value) throws SQLException {
    throw notSupported("an NCLOB parameter; setString");
  }

  private static SQLException streams() {
    return notSupported("a stream as parameter; setString or setBytes");
  }

  @Override
  public void setAsciiStream(int index, InputStream value, int length) throws SQLException {
    throw streams();
  }

  @Override
  public void setAsciiStream(int index, InputStream value, long length) throws SQLException {
    throw streams();
  }

  @Override
  public void setAsciiStream(int index, InputStream value) throws SQLException {
    throw streams();
  }

  @Override
  @Deprecated
  public void setUnicodeStream(int index, InputStream value, int length) throws SQLException {
    throw streams();
  }

  @Override
  public void setBinaryStream(int index, InputStream value, int length) throws SQLException {
    throw streams();
  }

  @Override
  public void setBinaryStream(int index, InputStream value, long length) throws SQLException {
    throw streams();
  }

  @Override
  public void setBinaryStream(int index, InputStream value) throws SQLException {
    throw streams();
  }

  @Override
  public void setCharacterStream(int index, Reader value, int length) throws SQLException {
    throw streams();
  }

  @Override
  public void setCharacterStream(int index, Reader value, long length) throws SQLException {
    throw streams();
  }

  @Override
  public void setCharacterStream(int index, Reader value) throws SQLException {
    throw streams();
  }

  @Override
  public void setNCharacterStream(int index, Reader value, long length) throws SQLException {
    throw streams();
  }

  @Override
  public void setNCharacterStream(int index, Reader value) throws SQLException {
    throw streams();
  }
}
