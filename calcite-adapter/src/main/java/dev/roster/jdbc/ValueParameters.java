package dev.roster.jdbc;

import dev.roster.calcite.error.SqlState;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URL;
import java.sql.Array;
import java.sql.Date;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Calendar;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The setters of a prepared statement for values. Whatever a value's Java class is, and whatever
 * type a caller names, it becomes one of the type that the parameter is declared with.
 */
abstract class ValueParameters extends StreamParameters {

  private static final Set<Integer> UNSUPPORTED = Set.of(Types.REF, Types.ROWID);

  ValueParameters(RosterConnection connection, Statement calcite) throws SQLException {
    super(connection, calcite);
  }

  private static void checkTarget(int type) throws SQLException {
    if (UNSUPPORTED.contains(type)) {
      throw notSupported("a REF or ROWID");
    }
  }

  static int number(@Nullable SQLType type) throws SQLException {
    Integer number = given("type", type).getVendorTypeNumber();
    return number == null ? Types.OTHER : number;
  }

  // What the scale of a number is to a number, a stream's length is to a stream.
  private static @Nullable Object scaled(@Nullable Object value, int type, int scale)
      throws SQLException {
    if (value instanceof Reader reader) {
      return GivenValue.text(reader, scale);
    }
    if (value instanceof InputStream stream) {
      return GivenValue.bytes(stream, scale);
    }
    if (value instanceof Number number && (type == Types.DECIMAL || type == Types.NUMERIC)) {
      try {
        return new BigDecimal(number.toString()).setScale(scale, RoundingMode.HALF_UP);
      } catch (NumberFormatException | ArithmeticException notFinite) {
        throw SqlState.INVALID_VALUE.exception(
            "statement: a number that was given has no decimal digits.");
      }
    }
    return value;
  }

  @Override
  public void setObject(int index, @Nullable Object value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setObject(int index, @Nullable Object value, int type) throws SQLException {
    checkOpen();
    checkTarget(type);
    set(index, value, null);
  }

  @Override
  public void setObject(int index, @Nullable Object value, int type, int scale)
      throws SQLException {
    checkOpen();
    checkTarget(type);
    set(index, scaled(value, type, scale), null);
  }

  @Override
  public void setObject(int index, @Nullable Object value, @Nullable SQLType type)
      throws SQLException {
    checkOpen();
    setObject(index, value, number(type));
  }

  @Override
  public void setObject(int index, @Nullable Object value, @Nullable SQLType type, int scale)
      throws SQLException {
    checkOpen();
    setObject(index, value, number(type), scale);
  }

  @Override
  public void setNull(int index, int type) throws SQLException {
    set(index, null, null);
  }

  @Override
  public void setNull(int index, int type, @Nullable String typeName) throws SQLException {
    set(index, null, null);
  }

  @Override
  public void setBoolean(int index, boolean value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setByte(int index, byte value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setShort(int index, short value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setInt(int index, int value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setLong(int index, long value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setFloat(int index, float value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setDouble(int index, double value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setBigDecimal(int index, @Nullable BigDecimal value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setString(int index, @Nullable String value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setNString(int index, @Nullable String value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setBytes(int index, byte @Nullable [] value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setDate(int index, @Nullable Date value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setTime(int index, @Nullable Time value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setTimestamp(int index, @Nullable Timestamp value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setArray(int index, @Nullable Array value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setURL(int index, @Nullable URL value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setDate(int index, @Nullable Date value, @Nullable Calendar calendar)
      throws SQLException {
    set(index, value, calendar);
  }

  @Override
  public void setTime(int index, @Nullable Time value, @Nullable Calendar calendar)
      throws SQLException {
    set(index, value, calendar);
  }

  @Override
  public void setTimestamp(int index, @Nullable Timestamp value, @Nullable Calendar calendar)
      throws SQLException {
    set(index, value, calendar);
  }

  @Override
  public void setRef(int index, @Nullable Ref value) throws SQLException {
    checkOpen();
    throw notSupported("a REF");
  }

  @Override
  public void setRowId(int index, @Nullable RowId value) throws SQLException {
    checkOpen();
    throw notSupported("a ROWID");
  }
}
