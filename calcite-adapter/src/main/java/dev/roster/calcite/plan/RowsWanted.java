package dev.roster.calcite.plan;

import dev.roster.calcite.statement.StatementCalls;
import org.apache.calcite.DataContext;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * How many rows of a node are wanted, as far as what stands above it tells: a LIMIT, or the most
 * rows that the statement shows. It decides how many calls are made ahead, not which rows there
 * are.
 */
public final class RowsWanted {

  /** All there are. */
  static final RowsWanted ALL = new RowsWanted(null, null, null);

  /** Those of the whole statement. */
  static final RowsWanted OF_STATEMENT = new RowsWanted(null, null, null);

  private final @Nullable RexNode offset;
  private final @Nullable RexNode fetch;
  private final @Nullable RowsWanted above;

  private RowsWanted(
      @Nullable RexNode offset, @Nullable RexNode fetch, @Nullable RowsWanted above) {
    this.offset = offset;
    this.fetch = fetch;
    this.above = above;
  }

  /** Returns how many are wanted below a limit of whose own rows these are wanted. */
  RowsWanted below(@Nullable RexNode limitOffset, @Nullable RexNode limitFetch) {
    return new RowsWanted(limitOffset, limitFetch, this);
  }

  /** Returns the number; {@link Long#MAX_VALUE} stands for all. */
  long in(DataContext root, StatementCalls calls) {
    if (this == ALL) {
      return Long.MAX_VALUE;
    }
    if (above == null) {
      return calls.mostRows();
    }
    long most = Math.min(above.in(root, calls), value(fetch, root, Long.MAX_VALUE));
    long skipped = value(offset, root, 0);
    return most > Long.MAX_VALUE - skipped ? Long.MAX_VALUE : most + skipped;
  }

  /** Returns the value of an OFFSET or FETCH, which is a literal or a parameter. */
  static long value(@Nullable RexNode node, DataContext root, long otherwise) {
    Object value =
        node instanceof RexDynamicParam parameter
            ? root.get(parameter.getName())
            : node == null ? null : RexLiteral.numberValue(node);
    return value instanceof Number number ? Math.max(0, number.longValue()) : otherwise;
  }
}
