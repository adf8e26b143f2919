package dev.roster.jdbc.rows;

import dev.roster.calcite.error.SqlFailures;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.TimeZone;
import org.apache.calcite.avatica.AvaticaResultSet;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.QueryState;
import org.jspecify.annotations.Nullable;

/** Rows whose failures have a SQLSTATE, also after the first, and that know how many are wanted. */
public final class RosterResultSet extends AvaticaResultSet {

  private final Object lock;
  private long maxRows;
  private long rows;

  /** Makes rows of a statement of Calcite's; of rows in memory it is null. */
  public RosterResultSet(
      @Nullable AvaticaStatement statement,
      QueryState state,
      Meta.Signature signature,
      ResultSetMetaData metaData,
      TimeZone timeZone,
      Meta.@Nullable Frame firstFrame)
      throws SQLException {
    super(statement, state, signature, metaData, timeZone, firstFrame);
    // The one that JdbcObjects speaks of; rows in memory have no connection.
    lock = statement == null ? this : statement.getConnection();
  }

  /** Ends the rows after so many; 0 is no limit. Calcite forgets it in prepared statements. */
  public void endAfter(long most) {
    maxRows = most;
  }

  @Override
  public boolean next() throws SQLException {
    if (maxRows > 0 && rows >= maxRows) {
      checkOpen();
      return false;
    }
    boolean found = read();
    rows += found ? 1 : 0;
    return found;
  }

  private boolean read() throws SQLException {
    try {
      return super.next();
    } catch (SQLException | RuntimeException | AssertionError | StackOverflowError thrown) {
      throw SqlFailures.of(thrown);
    }
  }

  // Closes the statement too, if nobody but these rows needs it.
  @Override
  public void close() {
    synchronized (lock) {
      super.close();
    }
  }

  @Override
  public <T> @Nullable T getObject(int column, Class<T> type) throws SQLException {
    return TypedReading.read(this, column, type);
  }

  @Override
  public <T> @Nullable T getObject(String label, Class<T> type) throws SQLException {
    return TypedReading.read(this, findColumn(label), type);
  }
}
