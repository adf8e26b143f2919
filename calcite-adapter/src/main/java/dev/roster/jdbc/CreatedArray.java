package dev.roster.jdbc;

import dev.roster.calcite.error.SqlState;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An array of {@link java.sql.Connection#createArrayOf}: Calcite's, whose failures have a SQLSTATE.
 */
final class CreatedArray implements Array {

  private final Array calcite;

  CreatedArray(Array calcite) {
    this.calcite = calcite;
  }

  @Override
  public String getBaseTypeName() throws SQLException {
    return Translated.get(calcite::getBaseTypeName);
  }

  @Override
  public int getBaseType() throws SQLException {
    return Translated.get(calcite::getBaseType);
  }

  @Override
  public Object getArray() throws SQLException {
    return Translated.get(calcite::getArray);
  }

  @Override
  public Object getArray(@Nullable Map<String, Class<?>> types) throws SQLException {
    return getArray();
  }

  @Override
  public Object getArray(long index, int count) throws SQLException {
    @Nullable Object[] all = (@Nullable Object[]) getArray();
    if (index < 1 || index > all.length + 1L || count < 0) {
      throw SqlState.INVALID_ARGUMENT.exception(
          "array: it has "
              + all.length
              + " elements, the first is 1; it has none from "
              + index
              + " on for a count of "
              + count
              + ".");
    }
    int from = (int) index - 1;
    return Arrays.copyOfRange(all, from, (int) Math.min((long) from + count, all.length));
  }

  @Override
  public Object getArray(long index, int count, @Nullable Map<String, Class<?>> types)
      throws SQLException {
    return getArray(index, count);
  }

  @Override
  public ResultSet getResultSet() throws SQLException {
    return Translated.get(calcite::getResultSet);
  }

  @Override
  public ResultSet getResultSet(@Nullable Map<String, Class<?>> types) throws SQLException {
    return getResultSet();
  }

  @Override
  public ResultSet getResultSet(long index, int count) throws SQLException {
    return Translated.get(() -> calcite.getResultSet(index, count));
  }

  @Override
  public ResultSet getResultSet(long index, int count, @Nullable Map<String, Class<?>> types)
      throws SQLException {
    return getResultSet(index, count);
  }

  @Override
  public void free() throws SQLException {
    Translated.run(calcite::free);
  }
}
