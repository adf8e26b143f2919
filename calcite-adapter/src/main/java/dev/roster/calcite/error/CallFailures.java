package dev.roster.calcite.error;

import dev.roster.bindings.ApiException;
import dev.roster.bindings.ApiTransportException;
import dev.roster.bindings.Operation;
import dev.roster.bindings.UnreadableAnswerException;

/**
 * Turns what a call of a binding threw into a failure with a SQLSTATE. A read and a write differ: a
 * read whose answer was lost can be made again, of a write nobody can say whether it took effect.
 */
public final class CallFailures {

  private CallFailures() {}

  /**
   * Returns the failure of a call.
   *
   * @param where the table or procedure, with the key where there is one, such as {@code
   *     postpress.own_profile, account_id 'acc_1'}
   * @param thrown what the call threw; anything but a binding's exceptions comes back as it is
   */
  public static RuntimeException of(String where, RuntimeException thrown) {
    if (thrown instanceof ApiException answer) {
      SqlState state = answer.operation().readOnly() ? ofRead(answer) : ofWrite(answer);
      return failure(state, where, answer.status(), answer);
    }
    if (thrown instanceof ApiTransportException lost) {
      return failure(ofNoAnswer(lost), where, 0, lost);
    }
    return thrown;
  }

  private static SqlStateException failure(
      SqlState state, String where, int status, RuntimeException cause) {
    return new SqlStateException(state, where + ": " + cause.getMessage(), status, cause);
  }

  private static SqlState ofRead(ApiException answer) {
    return answer instanceof UnreadableAnswerException
        ? SqlState.CONNECTION_FAILED
        : ErrorMapping.of(answer).state();
  }

  private static SqlState ofWrite(ApiException answer) {
    // An error status from 500 up says that something broke, not that nothing was done; 501 alone
    // says that nothing could be. A 429 that the spec does not list may come from anything between.
    boolean unknown =
        answer instanceof UnreadableAnswerException
            || (answer.status() >= 500 && answer.status() != 501)
            || (answer.status() == 429 && !documents(answer.operation(), 429));
    return unknown ? SqlState.OUTCOME_UNKNOWN : ErrorMapping.of(answer).state();
  }

  private static boolean documents(Operation operation, int status) {
    return operation.failures().stream().anyMatch(failure -> failure.status() == status);
  }

  private static SqlState ofNoAnswer(ApiTransportException lost) {
    if (lost.mayHaveBeenSent() && !lost.operation().readOnly()) {
      return SqlState.OUTCOME_UNKNOWN;
    }
    return switch (lost.kind()) {
      case NOT_CONNECTED -> SqlState.NOT_CONNECTED;
      case CUT -> SqlState.CONNECTION_FAILED;
      case TIMEOUT -> SqlState.TIMEOUT;
      case CANCELLED -> SqlState.CANCELLED;
    };
  }
}
