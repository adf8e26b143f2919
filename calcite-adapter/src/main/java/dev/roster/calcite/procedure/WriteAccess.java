package dev.roster.calcite.procedure;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.calcite.write.Write;
import dev.roster.calcite.write.WriteRun;
import dev.roster.ledger.Ledger;
import dev.roster.ledger.LedgerAccess;
import dev.roster.ledger.LedgerException;

/**
 * What all writes of a connection share: what they may do, and where it is recorded.
 *
 * @param ledger the way to the ledger; nothing is opened before the first write
 */
public record WriteAccess(WritePolicy policy, LedgerAccess ledger) {

  /**
   * Returns an execution of a write.
   *
   * @param where the procedure, with what it acts on, for messages
   * @throws SqlStateException 08001 if there is no way to the ledger
   */
  public <I, T> WriteRun<I, T> run(String where, Write<I, T> write, StatementCalls calls) {
    return run(where, write, ledger(where), calls);
  }

  /**
   * As {@link #run(String, Write, StatementCalls)}, where several share what {@link #ledger} gave.
   */
  <I, T> WriteRun<I, T> run(String where, Write<I, T> write, Ledger ledger, StatementCalls calls) {
    return new WriteRun<>(where, write, ledger, policy.dryRun(), calls);
  }

  /**
   * Returns the ledger, or what stands in for it where it is switched off.
   *
   * @throws SqlStateException 08001 if there is no way to it
   */
  public Ledger ledger(String where) {
    try {
      return ledger.get();
    } catch (LedgerException broken) {
      throw new SqlStateException(
          SqlState.NOT_CONNECTED, where + ": " + broken.getMessage(), 0, broken);
    }
  }
}
