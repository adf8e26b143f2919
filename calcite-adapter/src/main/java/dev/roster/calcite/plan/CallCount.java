package dev.roster.calcite.plan;

/**
 * How many calls a node makes when its statement is executed once and all its rows are read.
 *
 * @param least what it makes whatever the answers are, as long as none is a failure
 * @param most the number that it never exceeds; {@link Long#MAX_VALUE} if the answers decide
 */
record CallCount(long least, long most) {

  private static final long UNBOUNDED = Long.MAX_VALUE;

  static final CallCount NONE = new CallCount(0, 0);

  static CallCount atLeast(long least) {
    return new CallCount(least, UNBOUNDED);
  }

  /** Returns the product, which stays unbounded where a factor is. */
  static long times(long one, long other) {
    if (one == 0 || other == 0) {
      return 0;
    }
    return one > UNBOUNDED / other ? UNBOUNDED : one * other;
  }

  /** Returns the sum, which stays unbounded where a part is. */
  static long plus(long one, long other) {
    return one > UNBOUNDED - other ? UNBOUNDED : one + other;
  }

  @Override
  public String toString() {
    if (least == most) {
      return Long.toString(least);
    }
    return least + " to " + (most == UNBOUNDED ? "unbounded" : Long.toString(most));
  }
}
