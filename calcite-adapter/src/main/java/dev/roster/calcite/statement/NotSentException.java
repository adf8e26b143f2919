package dev.roster.calcite.statement;

import dev.roster.calcite.error.SqlStateException;

/** A statement was ended before its write was sent, or sent again: it surely was not done. */
public final class NotSentException extends SqlStateException {

  private static final long serialVersionUID = 1L;

  NotSentException(SqlStateException ended) {
    super(ended.state(), String.valueOf(ended.getMessage()), ended.vendorCode(), ended);
  }
}
