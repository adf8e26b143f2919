package dev.roster.calcite.plan;

import dev.roster.calcite.statement.StatementCalls;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.linq4j.function.Function1;
import org.jspecify.annotations.Nullable;

/**
 * The left rows of a join whose right side answered, with {@code partial=true}. A left row for
 * which a key was left out is left out too: nobody knows whether it has a partner, or how many.
 */
final class AnsweredRows implements Enumerator<@Nullable Object> {

  private final Enumerator<@Nullable Object> left;
  private final Function1<@Nullable Object, Enumerable<@Nullable Object>> rightOf;
  private final StatementCalls calls;
  private @Nullable List<@Nullable Object> right;

  AnsweredRows(
      Enumerator<@Nullable Object> left,
      Function1<@Nullable Object, Enumerable<@Nullable Object>> rightOf,
      StatementCalls calls) {
    this.left = left;
    this.rightOf = rightOf;
    this.calls = calls;
  }

  @Override
  public boolean moveNext() {
    while (left.moveNext()) {
      long before = calls.leftOutKeys();
      right = rightOf.apply(left.current()).toList();
      if (calls.leftOutKeys() == before) {
        return true;
      }
    }
    right = null;
    return false;
  }

  /** Returns the rows of the right side for the current left row. */
  Enumerable<@Nullable Object> right() {
    if (right == null) {
      throw new NoSuchElementException();
    }
    return Linq4j.asEnumerable(right);
  }

  @Override
  public @Nullable Object current() {
    return left.current();
  }

  @Override
  public void reset() {
    left.reset();
  }

  @Override
  public void close() {
    left.close();
  }
}
