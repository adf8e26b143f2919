package dev.roster.calcite.procedure;

import dev.roster.bindings.ApiCall;
import dev.roster.calcite.statement.StatementCalls;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One request that a procedure is about to send, and the rows that its answer becomes. A procedure
 * says all its requests before the first leaves, so that they can be shown, checked and recorded.
 *
 * @param <R> the model that one row is made of
 */
public final class Send<R> {

  private final Step<?, R> step;
  private final BiFunction<Outcome, String, List<R>> otherwise;

  private record Step<T, R>(ApiCall<T> call, Function<? super T, List<R>> rows) {
    List<R> run(StatementCalls calls, String where) {
      return rows.apply(calls.write(call, where));
    }
  }

  private Send(Step<?, R> step, BiFunction<Outcome, String, List<R>> otherwise) {
    this.step = step;
    this.otherwise = otherwise;
  }

  /**
   * Returns a request to send.
   *
   * @param call the request
   * @param rows what the answer becomes; not empty, so that the answer of a procedure shows what it
   *     did
   */
  public static <T, R> Send<R> of(ApiCall<T> call, Function<? super T, List<R>> rows) {
    return of(call, rows, (outcome, reason) -> List.of());
  }

  /**
   * Returns a request to send that has rows in any case; for {@link Procedure.Builder#sendsEach}.
   *
   * @param call the request
   * @param rows what the answer becomes
   * @param otherwise what it becomes when there is no success: its outcome, and why
   */
  public static <T, R> Send<R> of(
      ApiCall<T> call,
      Function<? super T, List<R>> rows,
      BiFunction<Outcome, String, List<R>> otherwise) {
    return new Send<>(new Step<>(call, rows), otherwise);
  }

  /** Returns the request. */
  public ApiCall<?> call() {
    return step.call();
  }

  /** Sends the request, once, and returns its rows. Throws what the call throws. */
  List<R> run(StatementCalls calls, String where) {
    return step.run(calls, where);
  }

  /** Returns the rows of a request that was not answered with a success. */
  List<R> otherwise(Outcome outcome, String reason) {
    return otherwise.apply(outcome, reason);
  }
}
