package dev.roster.calcite.requests;

import dev.roster.bindings.ApiTransportException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How a request ended. */
enum RequestOutcome {
  /** No answer yet. */
  UNDER_WAY("not answered yet"),
  /** Answered with success. */
  OK("answered with success"),
  /** Answered otherwise. */
  FAILED("answered, but not with success or not readably"),
  /** Sent; the connection broke. */
  CUT("sent, but the connection broke before the answer was whole"),
  /** Sent; no answer in time. */
  TIMEOUT("sent, but not answered in time"),
  /** Sent; ended by us. */
  CANCELLED("sent, but ended by its statement before the answer was whole"),
  /** Never sent. */
  NOT_SENT("nothing of it left this process"),
  /** Only said what would be sent. */
  DRY_RUN("not sent, because of writes=dry_run"),
  /** A read of another statement had the answer before. */
  CACHED("not sent, as the answer to another statement's request was kept"),
  /** A read of another statement was asking the same. */
  SHARED("not sent, as another statement's request for the same was under way");

  private final String meaning;

  RequestOutcome(String meaning) {
    this.meaning = meaning;
  }

  /** Returns all outcomes with their meanings, as a sentence goes on after a colon. */
  static String meanings() {
    return Arrays.stream(values())
        .map(outcome -> outcome + " (" + outcome.meaning + ")")
        .collect(Collectors.joining(", "));
  }

  /** Returns what a call's failure says of its last request. */
  static RequestOutcome of(Throwable failure) {
    if (failure instanceof ApiTransportException transport) {
      if (!transport.mayHaveBeenSent()) {
        return NOT_SENT;
      }
      return switch (transport.kind()) {
        case NOT_CONNECTED -> NOT_SENT;
        case CUT -> CUT;
        case TIMEOUT -> TIMEOUT;
        case CANCELLED -> CANCELLED;
      };
    }
    return FAILED;
  }
}
