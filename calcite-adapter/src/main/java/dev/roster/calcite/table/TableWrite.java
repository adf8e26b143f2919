package dev.roster.calcite.table;

import dev.roster.bindings.Operation;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.statement.StatementCalls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What INSERT, UPDATE or DELETE does with the rows that a statement has for a table. */
public interface TableWrite {

  /** Returns the procedure that does the same, with its schema: {@code linkedapi.disconnect}. */
  String procedure();

  /** Returns the operation that it calls. */
  Operation operation();

  /** Returns whether nothing is sent, because the connection only shows what it would. */
  boolean isDryRun();

  /** Returns how many rows one call does at most. */
  int mostRowsOfACall();

  /**
   * Returns the columns of the table that a row holds, in order; of an UPDATE or DELETE the first
   * is the key.
   */
  List<String> columns();

  /**
   * Checks that the connection may do it now; called when a statement is prepared, and again when
   * it is executed.
   *
   * @throws SqlStateException 25006, naming the property to set
   */
  void checkAllowed();

  /**
   * Does it, once an execution. What a row's failure is does not end the others.
   *
   * @param rows the rows in order, each with a value for each of {@link #columns()}, a text where
   *     the column is one, and null where nothing was given; of a JDBC batch the rows of all its
   *     parts together; not empty
   * @return one outcome a row, in their order
   * @throws SqlStateException if nothing can be sent at all, or the statement was ended; then its
   *     message says how many rows were done
   */
  List<RowOutcome> run(List<@Nullable Object[]> rows, StatementCalls calls);
}
