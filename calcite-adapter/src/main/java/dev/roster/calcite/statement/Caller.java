package dev.roster.calcite.statement;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a call. Every call of a statement carries it as a tag of its request, where each
 * {@link CallSender} finds it: {@code call.request().tag(Caller.class)}, null in a call of no
 * statement.
 *
 * @param statement one object for all calls of an execution, the parts of a batch included
 * @param deadline gives the {@link System#nanoTime} at which the query time-out of the statement is
 *     over, null if it has none; of a call that several statements wait for the last one's, which
 *     changes as they come and go
 * @param ended tells whether the statement has been ended, so that no call of it is wanted any more
 */
public record Caller(
    Execution statement, Supplier<@Nullable Long> deadline, BooleanSupplier ended) {

  /** Returns what {@link #deadline} gives now. */
  public @Nullable Long deadlineNanos() {
    return deadline.get();
  }
}
