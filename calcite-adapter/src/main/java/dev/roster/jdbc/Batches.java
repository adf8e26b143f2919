package dev.roster.jdbc;

import dev.roster.calcite.error.SqlFailures;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.plan.WriteBatch;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Runs batches, and tells how far one came that failed. */
final class Batches {

  /** Executes a part of a batch for its count. */
  @FunctionalInterface
  interface Part {
    long execute(int index) throws SQLException;
  }

  private Batches() {}

  /** Executes the parts one after the other; the first failure ends the batch. */
  static long[] oneByOne(int parts, Part part) throws SQLException {
    long[] counts = new long[parts];
    for (int i = 0; i < parts; i++) {
      try {
        counts[i] = part.execute(i);
      } catch (SQLException failed) {
        throw failure(Arrays.copyOf(counts, i), failed, List.of());
      }
    }
    return counts;
  }

  /** Executes the parts of an INSERT, UPDATE or DELETE, whose rows are written together. */
  static long[] together(int parts, WriteBatch.Part part) throws SQLException {
    WriteBatch batch = new WriteBatch(parts);
    try {
      batch.execute(part);
    } catch (SQLException | RuntimeException | AssertionError | StackOverflowError thrown) {
      SQLException failed = SqlFailures.of(thrown);
      throw failed instanceof BatchUpdateException all
          ? all
          : failure(batch.counts(), failed, batch.failures());
    }
    return batch.counts();
  }

  // What comes behind the failure by getNextException comes behind this one.
  private static BatchUpdateException failure(
      long[] done, SQLException failed, List<SqlStateException> before) {
    BatchUpdateException failure =
        new BatchUpdateException(
            failed.getMessage() + " " + done.length + " of the batch ran before it.",
            failed.getSQLState(),
            failed.getErrorCode(),
            done,
            failed);
    SQLException last = failure;
    for (SqlStateException earlier : before) {
      SQLException next = earlier.toSqlException();
      last.setNextException(next);
      last = next;
    }
    if (failed.getNextException() != null) {
      last.setNextException(failed.getNextException());
    }
    return failure;
  }

  /** Returns the counts of a batch as JDBC first had them; one that is too large is cut. */
  static int[] asInts(long[] counts) {
    return Arrays.stream(counts)
        .mapToInt(count -> (int) Math.min(count, Integer.MAX_VALUE))
        .toArray();
  }
}
