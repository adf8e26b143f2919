package dev.roster.calcite.error;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;

/**
 * Some rows of an INSERT, UPDATE or DELETE are not done, or nobody knows. JDBC has {@link
 * BatchUpdateException} for it: with the number of things that are confirmed, and behind it, by
 * getNextException, one exception a row that is not.
 */
public final class FailedRowsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<SqlStateException> failures;
  private final long[] counts;

  /**
   * Makes an exception.
   *
   * @param where table and statement, for the message
   * @param rows how many rows there were
   * @param counts what was confirmed: one number, or of a JDBC batch one for each of its parts
   * @param failures one a row that is not done, in the order of the rows; not empty
   */
  public FailedRowsException(
      String where, int rows, long[] counts, List<SqlStateException> failures) {
    super(message(where, rows, failures), failures.get(0));
    this.counts = counts.clone();
    this.failures = List.copyOf(failures);
  }

  private static String message(String where, int rows, List<SqlStateException> failures) {
    return where
        + ": "
        + failures.size()
        + " of "
        + rows
        + " rows are not done; getNextException tells of each. The first: "
        + failures.get(0).toSqlException().getMessage();
  }

  /** Returns the same as JDBC has it; SQLSTATE and vendor code are those of the first failure. */
  public BatchUpdateException toSqlException() {
    SqlStateException first = failures.get(0);
    BatchUpdateException whole =
        new BatchUpdateException(
            getMessage(), first.state().code(), first.vendorCode(), counts, first);
    SQLException last = whole;
    for (SqlStateException failure : failures) {
      // Behind the last one, because the method looks for it from where it is called.
      SQLException next = failure.toSqlException();
      last.setNextException(next);
      last = next;
    }
    return whole;
  }
}
