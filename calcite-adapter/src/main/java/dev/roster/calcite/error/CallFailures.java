package dev.roster.calcite.error;

import dev.roster.bindings.ApiException;
import dev.roster.bindings.ApiTransportException;
import dev.roster.bindings.Operation;
import dev.roster.bindings.UnreadableAnswerException;
import dev.roster.ledger.EntryState;

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
   * @param thrown what the call threw: a binding's exceptions, or an IllegalArgumentException of a
   *     binding that refuses an argument; anything else comes back as it is
   */
  public static RuntimeException of(String where, RuntimeException thrown) {
    if (thrown instanceof ApiException answer) {
      SqlState state = answer.operation().readOnly() ? ofRead(answer) : ofWrite(answer);
      return failure(state, where, answer.status(), answer);
    }
    if (thrown instanceof ApiTransportException lost) {
      return failure(ofNoAnswer(lost), where, 0, lost);
    }
    if (thrown instanceof IllegalArgumentException refused) {
      return failure(SqlState.INVALID_ARGUMENT, where, 0, refused);
    }
    return thrown;
  }

  /**
   * Returns whether what a call threw says something of that call alone: what the provider
   * answered, or that no answer came. The end of a statement says nothing of its calls.
   */
  public static boolean ofOneCall(RuntimeException thrown) {
    return thrown instanceof ApiException
        || (thrown instanceof ApiTransportException lost
            && lost.kind() != ApiTransportException.Kind.CANCELLED);
  }

  /**
   * Returns the SQLSTATE that a statement has whose call ends in a failure that the provider
   * documents.
   */
  public static SqlState stateOf(Operation operation, Operation.Failure failure) {
    return operation.readOnly()
        ? ErrorMapping.of(failure.status(), failure.type()).state()
        : ofWrite(operation, failure);
  }

  private static SqlState ofWrite(Operation operation, Operation.Failure failure) {
    return AnswerState.of(operation, failure.status()).state() == EntryState.UNKNOWN
        ? SqlState.OUTCOME_UNKNOWN
        : ErrorMapping.of(failure.status(), failure.type()).state();
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
    return AnswerState.of(answer).state() == EntryState.UNKNOWN
        ? SqlState.OUTCOME_UNKNOWN
        : ErrorMapping.of(answer).state();
  }

  private static SqlState ofNoAnswer(ApiTransportException lost) {
    if (!lost.operation().readOnly() && AnswerState.of(lost).state() == EntryState.UNKNOWN) {
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
