package dev.roster.calcite.error;

import dev.roster.bindings.ApiException;
import dev.roster.bindings.ApiTransportException;
import dev.roster.bindings.Operation;
import dev.roster.bindings.UnreadableAnswerException;
import dev.roster.ledger.EntryState;

/**
 * Which answer to a write leaves its things in which state: the one table of it, in the order of
 * {@code docs/writes.md}. What is {@code FAILED} was surely not done and may be sent again; what is
 * {@code UNKNOWN} may have been done, and is not sent again before a person has looked.
 */
public enum AnswerState {
  /** The provider says that it is done. */
  SUCCESS("a success in the answer", EntryState.CONFIRMED),
  /** The provider says of one item, or of the whole request, that it failed. */
  NO_SUCCESS("an item, or a whole answer, with `success: false`", EntryState.FAILED),
  /** The provider refused the request before it did anything. */
  REFUSED(
      "400, 401, 403, 404, 422 and every other status from 400 to 499 that is not named here",
      EntryState.FAILED),
  /** The provider does not offer it. */
  NOT_IMPLEMENTED("501", EntryState.FAILED),
  /** The provider says that it takes no more requests now. */
  DOCUMENTED_RATE("429, where the provider documents it for the operation", EntryState.FAILED),
  /** Nothing left. */
  NEVER_LEFT("no connection, or none of the request's bytes was written", EntryState.FAILED),
  /** Something in between may have said so, after it passed the request on. */
  UNDOCUMENTED_RATE("429, where the provider does not document it", EntryState.UNKNOWN),
  /** A server or a proxy stopped waiting; what happened behind it nobody says. */
  REQUEST_TIMEOUT("408", EntryState.UNKNOWN),
  /** Something broke while the provider worked. */
  SERVER_ERROR("every status from 500 up but 501", EntryState.UNKNOWN),
  /** A redirect, which is not followed, may come after the work. */
  REDIRECT("every status from 300 to 399", EntryState.UNKNOWN),
  /** The request left and no answer came. */
  NO_ANSWER("a time-out or a cut after bytes may have left, a cancel", EntryState.UNKNOWN),
  /** A success that cannot be read. */
  UNREADABLE("a success whose body cannot be read", EntryState.UNKNOWN),
  /** The answer does not speak of the item. */
  PASSED_OVER("an answer without a result for the item", EntryState.UNKNOWN);

  private final String answer;
  private final EntryState state;

  AnswerState(String answer, EntryState state) {
    this.answer = answer;
    this.state = state;
  }

  /** Returns the answer in words, in Markdown. */
  public String answer() {
    return answer;
  }

  /** Returns what it makes of the things of the request. */
  public EntryState state() {
    return state;
  }

  /**
   * Returns what a write's failure is: an {@link ApiException} or {@link ApiTransportException}, as
   * its binding threw it. Anything else may have come after the request left.
   */
  public static AnswerState of(Throwable thrown) {
    if (thrown instanceof UnreadableAnswerException) {
      return UNREADABLE;
    }
    if (thrown instanceof ApiException answer) {
      return of(answer.operation(), answer.status());
    }
    return thrown instanceof ApiTransportException lost && !lost.mayHaveBeenSent()
        ? NEVER_LEFT
        : NO_ANSWER;
  }

  /** Returns what an answer with this HTTP status is that is no success. */
  public static AnswerState of(Operation operation, int status) {
    if (status == 429) {
      return documents(operation, status) ? DOCUMENTED_RATE : UNDOCUMENTED_RATE;
    }
    return switch (status / 100) {
      case 2 -> NO_SUCCESS;
      case 3 -> REDIRECT;
      case 4 -> status == 408 ? REQUEST_TIMEOUT : REFUSED;
      default -> status == 501 ? NOT_IMPLEMENTED : SERVER_ERROR;
    };
  }

  private static boolean documents(Operation operation, int status) {
    return operation.failures().stream().anyMatch(failure -> failure.status() == status);
  }
}
