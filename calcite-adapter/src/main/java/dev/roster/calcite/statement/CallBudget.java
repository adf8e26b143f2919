package dev.roster.calcite.statement;

import dev.roster.bindings.Operation;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;

/** What a statement is told that needs more calls than it may make. */
public final class CallBudget {

  /** Stands for no bound. */
  public static final long UNBOUNDED = Long.MAX_VALUE;

  private static final String WHAT_TO_DO =
      " Ask for fewer keys or rows, or raise the property maxCallsPerStatement (0 is no bound).";

  private CallBudget() {}

  /**
   * Returns the failure of a statement of which it is known, before it makes them, that it needs
   * more calls than it may make.
   *
   * @param needed how many calls it needs at least
   * @param made how many it has made before
   * @param most how many it may make
   */
  public static SqlStateException refused(long needed, long made, long most) {
    return new SqlStateException(
        SqlState.LIMIT_REACHED,
        "statement: it needs at least "
            + needed
            + " calls"
            + (made == 0 ? "" : " after the " + made + " that are made")
            + ", and maxCallsPerStatement allows "
            + most
            + ". None of them was sent."
            + WHAT_TO_DO);
  }

  /** Returns the failure of a statement that has made all the calls it may. */
  static SqlStateException spent(Operation next, long most) {
    return new SqlStateException(
        SqlState.LIMIT_REACHED,
        "statement: "
            + next.qualifiedName()
            + " was not called, as maxCallsPerStatement allows "
            + most
            + " calls, which are made; those under way were ended."
            + WHAT_TO_DO);
  }
}
