package dev.roster.calcite.procedure;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.calcite.write.AnswerColumns;
import dev.roster.calcite.write.Done;
import dev.roster.calcite.write.Result;
import dev.roster.calcite.write.ShownRequest;
import dev.roster.calcite.write.Write;
import java.util.List;
import java.util.function.Function;

/**
 * What a procedure does in the end.
 *
 * @param <R> the model that one row is made of
 */
public interface Action<R> {

  /**
   * Does it, and returns the rows.
   *
   * @param where the procedure, with what it acts on, for messages
   */
  List<R> run(String where, Arguments arguments, StatementCalls calls, WriteAccess access);

  /** Returns the rows of a CALL in a dry run. */
  List<ShownRequest.Row> show(
      String where, Arguments arguments, StatementCalls calls, WriteAccess access);

  /** Reads. */
  record Reading<R>(Procedure.Reads<R> reads) implements Action<R> {

    @Override
    public List<R> run(
        String where, Arguments arguments, StatementCalls calls, WriteAccess access) {
      return reads.run(arguments, calls);
    }

    @Override
    public List<ShownRequest.Row> show(
        String where, Arguments arguments, StatementCalls calls, WriteAccess access) {
      throw new IllegalStateException(where + " only reads, and does so in a dry run too");
    }
  }

  /**
   * Writes.
   *
   * @param things what the arguments ask for; what it throws is an argument that breaks a rule
   */
  record Writing<I>(Write<I, ?> write, Function<Arguments, List<I>> things)
      implements Action<Result<I>> {

    @Override
    public List<Result<I>> run(
        String where, Arguments arguments, StatementCalls calls, WriteAccess access) {
      return done(where, arguments, calls, access).orThrow(calls);
    }

    @Override
    public List<ShownRequest.Row> show(
        String where, Arguments arguments, StatementCalls calls, WriteAccess access) {
      return done(where, arguments, calls, access).shown();
    }

    private Done<I> done(
        String where, Arguments arguments, StatementCalls calls, WriteAccess access) {
      List<I> items;
      try {
        items = things.apply(arguments);
      } catch (IllegalArgumentException | IllegalStateException brokenRule) {
        throw new SqlStateException(
            SqlState.INVALID_ARGUMENT, where + ": " + brokenRule.getMessage(), 0, brokenRule);
      }
      return access.run(where, write, calls).run(items, arguments.text(AnswerColumns.REQUEST_KEY));
    }
  }
}
