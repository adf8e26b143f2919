package dev.roster.calcite.procedure;

import dev.roster.calcite.error.CallFailures;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.statement.StatementCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of a procedure one after the other, and does not lose what the first ones did
 * when a later one fails: its rows tell that failure, and the statement gets a warning.
 *
 * <p>Where the provider does not accept the credential or the right is missing, the rest is not
 * sent, as it would fail alike. Every other failure ends its own request only.
 *
 * <p>The procedure as a whole fails where rows would tell no more than its failure does: if not one
 * request was answered with a success, and either nobody acted on any or of all nobody knows. So a
 * procedure with one request fails as any other.
 */
record SendEach<R>(Function<Arguments, List<Send<R>>> requests) implements Procedure.Action<R> {

  private static final Set<SqlState> ENDS_ALL =
      Set.of(SqlState.INVALID_AUTHORIZATION, SqlState.INSUFFICIENT_RIGHTS);

  @Override
  public List<R> run(String where, Arguments arguments, StatementCalls calls) {
    return new Run<R>(where, calls).rows(SendInOrder.planned(where, arguments, requests));
  }

  /** One execution. */
  private static final class Run<R> {
    private final String where;
    private final StatementCalls calls;
    private final List<R> rows = new ArrayList<>();
    private final List<SqlStateException> failures = new ArrayList<>();
    private int successes;
    private int unknown;

    Run(String where, StatementCalls calls) {
      this.where = where;
      this.calls = calls;
    }

    List<R> rows(List<Send<R>> sends) {
      SqlStateException end = null;
      for (Send<R> send : sends) {
        if (end != null) {
          rows.addAll(
              send.otherwise(
                  Outcome.UNSENT, "Not sent, because an earlier one failed: " + end.getMessage()));
          continue;
        }
        SqlStateException failure = send(send, sends.size());
        if (failure != null && ENDS_ALL.contains(failure.state())) {
          end = failure;
        }
      }
      tell(sends.size());
      return rows;
    }

    private @Nullable SqlStateException send(Send<R> send, int all) {
      try {
        rows.addAll(send.run(calls, where));
        successes++;
        return null;
      } catch (SqlStateException statementEnded) {
        throw noting(
            statementEnded,
            successes
                + " of "
                + all
                + " requests were answered with success before, and the rest was not sent.");
      } catch (RuntimeException thrown) {
        if (!(CallFailures.of(where, thrown) instanceof SqlStateException failure)) {
          throw thrown;
        }
        Outcome outcome = Outcome.of(failure);
        unknown += outcome == Outcome.UNKNOWN ? 1 : 0;
        rows.addAll(send.otherwise(outcome, String.valueOf(thrown.getMessage())));
        failures.add(failure);
        return failure;
      }
    }

    private void tell(int all) {
      if (failures.isEmpty()) {
        return;
      }
      SqlStateException first = failures.get(0);
      if (successes == 0 && (unknown == 0 || unknown == all)) {
        throw all == 1
            ? first
            : noting(first, "None of " + all + " requests was answered with success.");
      }
      calls.warn(
          where
              + ": "
              + successes
              + " of "
              + all
              + " requests were answered with success; the rows tell what became of the others."
              + " The first failure: "
              + first.getMessage(),
          first.vendorCode());
    }

    private static SqlStateException noting(SqlStateException failure, String note) {
      return new SqlStateException(
          failure.state(), failure.getMessage() + " " + note, failure.vendorCode(), failure);
    }
  }
}
