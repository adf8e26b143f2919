package dev.roster.calcite.plan;

import static dev.roster.calcite.plan.CallCount.plus;

import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * How many rows are asked of a node, if it has so many; {@link Long#MAX_VALUE} stands for all.
 *
 * @param least so many are asked for in any case
 * @param most no more are asked for
 */
record Demand(long least, long most) {

  private static final long ALL_ROWS = Long.MAX_VALUE;

  static final Demand ALL = new Demand(ALL_ROWS, ALL_ROWS);

  /** Of a statement whose reader may stop after the first row. */
  static final Demand FIRST = new Demand(1, ALL_ROWS);

  /** Returns what a node asks for that needs all rows of its input for its first own. */
  Demand whole() {
    return new Demand(least > 0 ? ALL_ROWS : 0, anyMost());
  }

  /** Returns what a node asks for that leaves out some of the rows of its input. */
  Demand filtered() {
    return new Demand(least, anyMost());
  }

  /** Returns what a node asks for that makes any number of rows of one of its input. */
  Demand multiplied() {
    return new Demand(least == ALL_ROWS ? ALL_ROWS : Math.min(least, 1), anyMost());
  }

  /** Returns what a node asks for that is sure of the first row only. */
  Demand first() {
    return new Demand(Math.min(least, 1), anyMost());
  }

  /** Returns what a node asks for that need not ask at all. */
  Demand perhaps() {
    return new Demand(0, anyMost());
  }

  /** Returns what is left of it for an input that comes after others with so many rows. */
  Demand after(RowCount before) {
    return least == ALL_ROWS
        ? this
        : new Demand(before.most() >= least ? 0 : least - before.most(), most);
  }

  /** Returns what a limit asks for. What a parameter says is not known yet. */
  Demand below(@Nullable RexNode offset, @Nullable RexNode fetch) {
    boolean known = isKnown(offset) && isKnown(fetch);
    long rows = known && fetch != null ? number(fetch) : ALL_ROWS;
    long skipped = known && offset != null ? number(offset) : 0;
    long atLeast = known ? Math.min(least, rows) : 0;
    long atMost = Math.min(most, rows);
    return new Demand(
        atLeast == 0 ? 0 : plus(atLeast, skipped),
        atMost == 0 ? 0 : known ? plus(atMost, skipped) : ALL_ROWS);
  }

  private long anyMost() {
    return most == 0 ? 0 : ALL_ROWS;
  }

  static boolean isKnown(@Nullable RexNode node) {
    return node == null || node instanceof RexLiteral;
  }

  static long number(RexNode literal) {
    return RexLiteral.numberValue(literal).longValue();
  }
}
