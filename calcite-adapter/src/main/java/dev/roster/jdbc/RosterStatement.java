package dev.roster.jdbc;

import dev.roster.calcite.error.SqlFailures;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.statement.Execution;
import dev.roster.jdbc.rows.CalciteRows;
import dev.roster.jdbc.rows.RosterResultSet;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.NoSuchStatementException;
import org.jspecify.annotations.Nullable;

/**
 * A statement: Calcite's, with warnings, with update counts of a CALL (its rows), and one that can
 * be used again after a cancel.
 */
class RosterStatement extends ForwardOnlyStatement {

  /** Executes something of Calcite's. */
  interface Task<T> {
    T run() throws SQLException;
  }

  private final RosterConnection connection;
  private final Statement calcite;
  // Its lock is the one that JdbcObjects speaks of.
  private final AvaticaConnection calciteConnection;
  private final AtomicBoolean cancelFlag;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<String> batch = new ArrayList<>();
  private volatile Execution execution = new Execution();
  private volatile @Nullable ResultSet rows;
  private volatile long updateCount = -1;
  // Avatica's own flag is never set: it also fires when old rows make way for a new execution.
  private volatile boolean closeOnCompletion;

  RosterStatement(RosterConnection connection, Statement calcite) throws SQLException {
    this.connection = connection;
    this.calcite = calcite;
    AvaticaStatement avatica = calcite.unwrap(AvaticaStatement.class);
    calciteConnection = avatica.getConnection();
    try {
      cancelFlag = calciteConnection.getCancelFlag(avatica.handle);
    } catch (NoSuchStatementException closedMeanwhile) {
      throw SqlState.CLOSED.exception("statement: it is closed.", 0, closedMeanwhile);
    }
  }

  @Override
  final void checkOpen() throws SQLException {
    if (calcite.isClosed()) {
      throw SqlState.CLOSED.exception("statement: it is closed. Create another.");
    }
  }

  static SQLException notSupported(String what) {
    return SqlState.NOT_SUPPORTED.exception("statement: " + what + " is not supported.");
  }

  /**
   * Runs a task alone: threads that share this statement execute it, and set its parameters, one
   * after the other. To cancel it or to close it nobody waits.
   */
  final <T> T alone(Task<T> task) throws SQLException {
    checkOpen();
    lock.lock();
    try {
      return translated(task);
    } finally {
      lock.unlock();
    }
  }

  /** Runs something of Calcite's, which another thread may close meanwhile. */
  final <T> T translated(Task<T> task) throws SQLException {
    try {
      return task.run();
    } catch (SQLException | RuntimeException | AssertionError | StackOverflowError thrown) {
      throw SqlFailures.of(thrown, "statement", calcite.isClosed());
    }
  }

  /** Executes with warnings of its own, and not cancelled by what was cancelled before. */
  final <T> T executing(Task<T> task) throws SQLException {
    checkOpen();
    rows = null;
    updateCount = -1;
    cancelFlag.set(false);
    Execution begun = new Execution(calcite.getLargeMaxRows(), connection.partial());
    execution = begun;
    return translated(() -> begun.during(task::run));
  }

  /** Takes over the rows that Calcite's statement has made. */
  final ResultSet madeRows(@Nullable ResultSet made) throws SQLException {
    // Closed meanwhile by another thread, it has none.
    if (made == null) {
      throw SqlState.CLOSED.exception("statement: it was closed while it ran. Create another.");
    }
    ResultSet own =
        RosterResultSet.of(made.unwrap(CalciteRows.class), this, calcite.getLargeMaxRows());
    rows = own;
    return own;
  }

  /** Takes over what Calcite's statement has made, and returns whether that is rows. */
  final boolean made(boolean hasRows) throws SQLException {
    if (hasRows) {
      madeRows(calcite.getResultSet());
    } else {
      updateCount = calcite.getLargeUpdateCount();
    }
    return hasRows;
  }

  /** Executes for a count: a CALL counts its rows; a query is refused before it runs. */
  final long counted(StatementText text, Task<Boolean> task) throws SQLException {
    if (text.isQuery()) {
      throw SqlState.INVALID_STATEMENT.exception(
          "executeUpdate: the statement returns rows. Use executeQuery.");
    }
    // What was done is counted, not what is wanted to be seen of it.
    long most = calcite.getLargeMaxRows();
    Translated.run(() -> calcite.setLargeMaxRows(0));
    try {
      if (executing(task)) {
        updateCount = translated(this::countRows);
      } else {
        updateCount = calcite.getLargeUpdateCount();
      }
      return updateCount;
    } finally {
      if (!calcite.isClosed()) {
        calcite.setLargeMaxRows(most);
      }
    }
  }

  private long countRows() throws SQLException {
    long count = 0;
    try (ResultSet all = calcite.getResultSet()) {
      while (all.next()) {
        count++;
      }
    }
    return count;
  }

  /** Hides what was made: the rows stay open, but are not a result of the statement. */
  final void hideResult(long count) {
    rows = null;
    updateCount = count;
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    checkOpen();
    String text = StatementText.of(sql).withoutValue().withRows().sql();
    return alone(() -> madeRows(executing(() -> calcite.executeQuery(text))));
  }

  @Override
  public boolean execute(String sql) throws SQLException {
    checkOpen();
    String text = StatementText.of(sql).withoutValue().sql();
    return alone(() -> made(executing(() -> calcite.execute(text))));
  }

  @Override
  public long executeLargeUpdate(String sql) throws SQLException {
    checkOpen();
    StatementText text = StatementText.of(sql).withoutValue();
    return alone(() -> counted(text, () -> calcite.execute(text.sql())));
  }

  @Override
  public int executeUpdate(String sql) throws SQLException {
    return (int) Math.min(executeLargeUpdate(sql), Integer.MAX_VALUE);
  }

  @Override
  public void addBatch(String sql) throws SQLException {
    checkOpen();
    StatementText.of(sql);
    alone(() -> batch.add(sql));
  }

  @Override
  public void clearBatch() throws SQLException {
    alone(
        () -> {
          batch.clear();
          return true;
        });
  }

  @Override
  public int[] executeBatch() throws SQLException {
    return Batches.asInts(executeLargeBatch());
  }

  /** Executes the statements one after the other; the first failure ends the batch. */
  @Override
  public long[] executeLargeBatch() throws SQLException {
    return alone(
        () -> {
          List<String> statements = List.copyOf(batch);
          batch.clear();
          return Batches.oneByOne(
              statements.size(), index -> executeLargeUpdate(statements.get(index)));
        });
  }

  @Override
  public @Nullable ResultSet getResultSet() throws SQLException {
    checkOpen();
    return rows;
  }

  @Override
  public int getUpdateCount() throws SQLException {
    return (int) Math.min(getLargeUpdateCount(), Integer.MAX_VALUE);
  }

  @Override
  public long getLargeUpdateCount() throws SQLException {
    checkOpen();
    return updateCount;
  }

  @Override
  public boolean getMoreResults() throws SQLException {
    return getMoreResults(CLOSE_CURRENT_RESULT);
  }

  /** Returns false: a statement has one result. */
  @Override
  public boolean getMoreResults(int current) throws SQLException {
    checkOpen();
    oneOf("what becomes of the current rows", current, 1, 2, 3);
    ResultSet before = rows;
    rows = null;
    updateCount = -1;
    if (current != KEEP_CURRENT_RESULT && before != null) {
      before.close();
    }
    return false;
  }

  /** Ends the execution under way, if there is one; the statement can be used again. */
  @Override
  public void cancel() throws SQLException {
    checkOpen();
    cancelFlag.set(true);
    execution.end();
  }

  @Override
  public @Nullable SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return execution.warnings();
  }

  @Override
  public void clearWarnings() throws SQLException {
    checkOpen();
    execution.clearWarnings();
  }

  @Override
  public void close() throws SQLException {
    // What is under way in another thread ends too.
    cancelFlag.set(true);
    execution.end();
    // Its own lock comes first: under that one Avatica closes rows, which takes the connection's.
    synchronized (calcite) {
      synchronized (calciteConnection) {
        Translated.run(calcite::close);
      }
    }
  }

  @Override
  public boolean isClosed() throws SQLException {
    return calcite.isClosed();
  }

  @Override
  public Connection getConnection() throws SQLException {
    checkOpen();
    return connection;
  }

  @Override
  public void setQueryTimeout(int seconds) throws SQLException {
    checkOpen();
    if (seconds < 0) {
      throw SqlState.INVALID_ARGUMENT.exception("statement: a time-out is not negative.");
    }
    Translated.run(() -> calcite.setQueryTimeout(seconds));
  }

  @Override
  public int getQueryTimeout() throws SQLException {
    checkOpen();
    return Translated.get(calcite::getQueryTimeout);
  }

  @Override
  public void setMaxRows(int max) throws SQLException {
    setLargeMaxRows(max);
  }

  @Override
  public int getMaxRows() throws SQLException {
    return (int) Math.min(getLargeMaxRows(), Integer.MAX_VALUE);
  }

  @Override
  public void setLargeMaxRows(long max) throws SQLException {
    checkOpen();
    if (max < 0) {
      throw SqlState.INVALID_ARGUMENT.exception("statement: a number of rows is not negative.");
    }
    Translated.run(() -> calcite.setLargeMaxRows(max));
  }

  @Override
  public long getLargeMaxRows() throws SQLException {
    checkOpen();
    return Translated.get(calcite::getLargeMaxRows);
  }

  @Override
  public void setFetchSize(int count) throws SQLException {
    checkOpen();
    if (count < 0) {
      throw SqlState.INVALID_ARGUMENT.exception("statement: a fetch size is not negative.");
    }
    Translated.run(() -> calcite.setFetchSize(count));
  }

  @Override
  public int getFetchSize() throws SQLException {
    checkOpen();
    return Translated.get(calcite::getFetchSize);
  }

  @Override
  public void closeOnCompletion() throws SQLException {
    checkOpen();
    closeOnCompletion = true;
  }

  @Override
  public boolean isCloseOnCompletion() throws SQLException {
    checkOpen();
    return closeOnCompletion;
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    given("class to unwrap", type);
    return type.isInstance(this) ? type.cast(this) : Translated.get(() -> calcite.unwrap(type));
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    given("class to unwrap", type);
    return type.isInstance(this) || Translated.get(() -> calcite.isWrapperFor(type));
  }
}
