package dev.roster.calcite.plan;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.table.TableWrite;
import dev.roster.calcite.table.TableWrites;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.rel.core.TableModify.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What an INSERT, UPDATE or DELETE does with a table, apart from its rows.
 *
 * @param required the columns whose value cannot be NULL
 * @param readsFirst whether the new values may depend on what the table has now
 */
public record Modification(
    ScannedTable table,
    Operation operation,
    TableWrite write,
    List<String> required,
    boolean readsFirst) {

  /** Returns what the statement does. */
  static Modification of(ScannedTable table, Operation operation, List<String> required) {
    TableWrites writes = table.declaration().writes();
    TableWrite write =
        switch (operation) {
          case INSERT -> writes.insert();
          case UPDATE -> writes.update();
          case DELETE -> writes.delete();
          case MERGE -> null;
        };
    return new Modification(table, operation, Objects.requireNonNull(write), required, true);
  }

  /** Returns the same, but of rows that are what the statement says, whatever the table has. */
  Modification withoutReading() {
    return new Modification(table, operation, write, required, false);
  }

  /**
   * Returns what a plan shows of its calls. A thing that is done already is not sent, so that there
   * may be none.
   */
  ShownCalls shownCalls(RowCount rows) {
    long most = write.isDryRun() ? 0 : rows.most();
    return ShownCalls.of(
        write.operation(),
        new CallCount(0, most)
            + (write.mostRowsOfACall() > 1 && most > 0
                ? ", each for up to " + write.mostRowsOfACall() + " rows"
                : ""));
  }

  /** Returns table and statement, for messages. */
  String where() {
    return table.qualifiedName() + ": " + operation;
  }

  /**
   * Checks a row before anything is sent.
   *
   * @throws SqlStateException 22023 if a value is missing
   */
  void check(@Nullable Object[] row) {
    for (int i = 0; i < row.length; i++) {
      String column = write.columns().get(i);
      if (row[i] == null && required.contains(column)) {
        throw new SqlStateException(
            SqlState.INVALID_ARGUMENT,
            where() + ": column " + column + " must have a value, and is NULL. Nothing was sent.");
      }
    }
  }

  /** Returns the one row of one execution: the count. Generated code calls this. */
  public Enumerable<Object> rows(DataContext root, Enumerable<Object> input) {
    return WrittenRows.of(this, input, root);
  }
}
